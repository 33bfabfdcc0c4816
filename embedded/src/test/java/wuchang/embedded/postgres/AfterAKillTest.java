package wuchang.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the server when the JVM that started it is killed without warning. */
class AfterAKillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Starts a server and waits for its end; prints where it is. */
  public static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException, SQLException {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), 0);
      try (Session session = Session.with(postgres)) {
        session.run("create table if not exists kept as select 42 as answer");
      }
      System.out.println("pid " + postgres.pid());
      int end = System.in.read();
      System.out.println(postgres.port() + " " + end);
    }
  }

  private record Started(Process child, long pid) {}

  @Test
  void the_server_ends_by_itself(@TempDir Path directory) throws IOException, SQLException {
    Started started = startChild(directory);

    Processes.kill(started.child().pid());

    Postmaster orphan = new Postmaster(started.pid(), 0);
    Awaitility.await().atMost(PATIENCE).until(() -> !orphan.isAlive());
    goesOnWithTheRecords(directory);
  }

  @Test
  void a_server_that_was_left_running_is_stopped_by_the_next_start(@TempDir Path directory)
      throws IOException, SQLException {
    Started started = startChild(directory);
    started.child().toHandle().descendants().forEach(leash -> Processes.kill(leash.pid()));
    Processes.kill(started.child().pid());
    Postmaster orphan = new Postmaster(started.pid(), 0);
    assertThat(orphan.isAlive()).isTrue();

    goesOnWithTheRecords(directory);

    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void a_note_of_a_process_that_is_no_server_of_ours_is_not_believed(@TempDir Path directory)
      throws IOException, SQLException {
    EmbeddedPostgres first = EmbeddedPostgres.start(directory, 0);
    first.close();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Path note = first.dataDirectory().resolve("postmaster.pid");
      Files.writeString(
          note, stranger.pid() + "\n" + first.dataDirectory() + "\n1\n5432\n\n127.0.0.1\n");

      try (EmbeddedPostgres second = EmbeddedPostgres.start(directory, 0)) {
        assertThat(second.pid()).isNotEqualTo(stranger.pid());
      }

      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void a_setting_up_that_was_cut_short_is_done_again(@TempDir Path directory)
      throws IOException, SQLException {
    Path work = Files.createDirectories(directory.resolve("server/cluster.new/base"));
    Files.writeString(work.resolve("half"), "half");

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, 0);
        Session session = Session.with(postgres)) {
      assertThat(session.ask("select 1")).isEqualTo("1");
    }
    assertThat(directory.resolve("server/cluster.new")).doesNotExist();
  }

  private static void goesOnWithTheRecords(Path directory) throws SQLException {
    try (EmbeddedPostgres next = EmbeddedPostgres.start(directory, 0);
        Session session = Session.with(next)) {
      assertThat(session.ask("select answer from kept")).isEqualTo("42");
    }
  }

  private static Started startChild(Path directory) throws IOException {
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-Dwuchang.cache=" + System.getProperty("wuchang.cache"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = child.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("pid ")) {
        return new Started(child, Long.parseLong(line.substring("pid ".length())));
      }
    }
    throw new AssertionError("the child ended without a server");
  }
}
