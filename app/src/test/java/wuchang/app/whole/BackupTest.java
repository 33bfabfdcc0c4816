package wuchang.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.cli.Cli;
import wuchang.app.cli.Output;
import wuchang.app.command.BackupCommand;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.command.RestoreCommand;
import wuchang.app.config.ConfigReader;
import wuchang.rules.catalogue.Catalogue;

/** A site loses everything, and has it again from its backup. */
class BackupTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> SEEN =
      List.of(
          "SELECT count(*), min(time), max(time), sum(value) FROM wuchang.readings",
          "SELECT string_agg(a::text, ';' ORDER BY id) FROM wuchang.alerts a",
          "SELECT string_agg(r::text, ';' ORDER BY id) FROM wuchang.records r",
          "SELECT string_agg(l::text, ';' ORDER BY device, metric) FROM wuchang.device_latest l",
          "SELECT string_agg(h::text, ';' ORDER BY time, metric) FROM wuchang.readings_hourly h");

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private Path config = Path.of("");

  @BeforeEach
  void a_site_of_its_own() throws IOException {
    String example = Files.readString(Path.of("..", "wuchang.example.yaml"));
    config =
        Files.writeString(
            folder.resolve("wuchang.yaml"),
            example
                .replace("dir: data/east/db", "dir: site/db")
                .replace("data: data/east", "data: site"));
  }

  @Test
  void a_site_that_lost_everything_is_the_same_again() throws Exception {
    Path backup = folder.resolve("backup.zip");
    List<String> before;
    String token;
    try (Whole whole = Whole.start(folder.resolve("site"))) {
      fill(whole);
      token = whole.connection("http.token");
      before = seen(whole);
      assertThat(run("backup", backup)).as(err.toString()).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
          .isEqualTo("rw-------");
      assertThat(run("restore", backup)).as("onto a running site").isEqualTo(1);
    }
    assertThat(run("restore", backup)).as("onto a site at rest").isEqualTo(1);
    assertThat(err.toString()).contains("nothing is overwritten");

    delete(folder.resolve("site"));
    whatIsNoWholeBackupOfThisSiteIsRefusedAndLeavesNothing(backup);
    Files.delete(config);
    assertThat(run("restore", backup)).as(err.toString()).isZero();

    assertThat(config).exists();
    try (Whole whole = Whole.start(folder.resolve("site"))) {
      assertThat(seen(whole)).isEqualTo(before);
      assertThat(whole.connection("http.token")).isEqualTo(token);
      assertThat(whole.server().firstPassword()).isEmpty();
      whole.publish("wuchang/east/fridge-1/telemetry", "{\"temperature\":4.5}");
      await().atMost(SOON).until(() -> whole.sql(count("readings")).equals("3"));
    }
  }

  private void whatIsNoWholeBackupOfThisSiteIsRefusedAndLeavesNothing(Path backup)
      throws IOException {
    byte[] whole = Files.readAllBytes(backup);

    refused(Files.writeString(folder.resolve("a"), "time,device\n"), "is no backup");
    refused(
        Files.write(folder.resolve("b"), Arrays.copyOf(whole, whole.length / 2)), "is no backup");
    byte[] changed = whole.clone();
    for (int i = 0; i < 64; i++) {
      changed[changed.length / 3 + i] ^= 0x55;
    }
    refused(Files.write(folder.resolve("c"), changed), "is damaged at «");
    Files.writeString(config, Files.readString(config).replace("id: east", "id: west"));
    refused(backup, "is of the site «east», the configuration of «west»");
    assertThat(run("restore", folder.resolve("nowhere.zip"))).isEqualTo(2);
  }

  private void refused(Path file, String why) {
    assertThat(run("restore", file)).as(why).isEqualTo(2);
    assertThat(err.toString()).contains(why).contains(file.getFileName().toString());
    assertThat(folder.resolve("site")).doesNotExist();
  }

  private static void fill(Whole whole) throws Exception {
    whole.publish("wuchang/east/fridge-1/telemetry", "{\"temperature\":4.25,\"door_open\":false}");
    whole.publish("wuchang/east/gate-1/event", "{\"event\":\"forced_open\"}");
    assertThat(whole.post("/api/v1/records/patrol", "{\"area\":\"kitchen\",\"note\":\"好\"}").body())
        .contains("\"version\":1");
    await().atMost(SOON).until(() -> whole.sql(count("records")).equals("1"));
    await().atMost(SOON).until(() -> !whole.sql(count("alerts")).equals("0"));
    await().atMost(SOON).until(() -> whole.sql(count("readings")).equals("2"));
    String id = whole.sql("SELECT min(id) FROM wuchang.alerts");
    whole.post("/api/v1/alerts/" + id + "/acknowledge", "{\"promiseMinutes\":15}");
    await()
        .atMost(SOON)
        .until(() -> !whole.sql("SELECT count(acknowledged_at) FROM wuchang.alerts").equals("0"));
  }

  private static List<String> seen(Whole whole) throws Exception {
    List<String> seen = new java.util.ArrayList<>();
    for (String query : SEEN) {
      seen.add(whole.sql(query));
    }
    seen.add(whole.get("/api/v1/records/patrol"));
    seen.add(whole.get("/api/v1/alerts?state=acknowledged"));
    return seen;
  }

  private static String count(String view) {
    return "SELECT count(*) FROM wuchang." + view;
  }

  private int run(String command, Path file) {
    Catalogue catalogue = Catalogue.shipped();
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());
    Output output = new Output(new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    InstantSource clock = InstantSource.system();
    return new Cli(
            output,
            List.of(new BackupCommand(reader, clock, output), new RestoreCommand(reader, output)))
        .run(command, "--config", config.toString(), "--file", file.toString());
  }

  private static void delete(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
