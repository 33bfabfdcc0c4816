package wuchang.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  // One directory for all: setting one up takes longer than a start.
  @TempDir static Path parent;
  private static Path directory;
  private EmbeddedPostgres postgres;

  @BeforeAll
  static void name() {
    directory = parent.resolve("it's a place & more");
  }

  @BeforeEach
  void start() {
    postgres = EmbeddedPostgres.start(directory, 0);
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void speaks_utf8_keeps_fsync_on_and_knows_whose_it_is() throws SQLException {
    try (Session session = Session.with(postgres)) {
      assertThat(session.ask("show server_version_num")).startsWith("18");
      assertThat(session.ask("show server_encoding")).isEqualTo("UTF8");
      assertThat(session.ask("show fsync")).isEqualTo("on");
      assertThat(session.ask("show full_page_writes")).isEqualTo("on");
      assertThat(session.ask("show shared_buffers")).isEqualTo("64MB");
      assertThat(session.ask("show data_checksums")).isEqualTo("on");
      assertThat(session.ask("select upper('冷柜 é')")).isEqualTo("冷柜 É");
      assertThat(session.ask("show data_directory")).isEqualTo(postgres.dataDirectory().toString());
    }
  }

  @Test
  void lets_nobody_in_without_the_password() {
    assertThatThrownBy(() -> Session.to(postgres.jdbcUrl(), postgres.username(), "guess"))
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> Session.to(postgres.jdbcUrl(), "postgres", ""))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void signs_in_as_the_owner_of_a_database_who_is_no_superuser() throws SQLException {
    try (Session session = Session.with(postgres)) {
      assertThat(session.ask("show is_superuser")).isEqualTo("off");
      session.run("create schema probe");
      session.run("create role reader");
    }
  }

  @Test
  void keeps_the_password_where_only_its_owner_can_read_it() throws IOException {
    Path file = directory.resolve("password");

    assertThat(Files.readString(file).strip())
        .isEqualTo(postgres.password())
        .hasSizeGreaterThan(30);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void listens_on_the_loopback_address_only() throws SQLException {
    try (Session session = Session.with(postgres)) {
      assertThat(session.ask("show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(session.ask("show unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void goes_on_with_the_same_records_and_password_after_a_restart() throws SQLException {
    try (Session session = Session.with(postgres)) {
      session.run("create table kept as select 42 as answer");
    }
    String password = postgres.password();

    postgres.close();
    postgres = EmbeddedPostgres.start(directory, 0);

    assertThat(postgres.password()).isEqualTo(password);
    try (Session session = Session.with(postgres)) {
      assertThat(session.ask("select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void makes_a_new_password_when_the_file_was_lost() throws IOException, SQLException {
    String lost = postgres.password();
    postgres.close();
    Files.delete(directory.resolve("password"));

    postgres = EmbeddedPostgres.start(directory, 0);

    assertThat(postgres.password()).isNotEqualTo(lost);
    try (Session session = Session.with(postgres)) {
      assertThat(session.ask("select 1")).isEqualTo("1");
    }
  }

  @Test
  void ends_its_process_when_closed_even_with_open_sessions() throws SQLException {
    long pid = postgres.pid();
    try (Session session = Session.with(postgres)) {
      assertThat(session.ask("select 1")).isEqualTo("1");

      postgres.close();
    }

    assertThat(new Postmaster(pid, 0).isAlive()).isFalse();
    postgres.close();
  }

  @Test
  void takes_the_wanted_port_when_it_is_free() {
    int wanted = postgres.port();
    postgres.close();

    postgres = EmbeddedPostgres.start(directory, wanted);

    assertThat(postgres.port()).isEqualTo(wanted);
  }

  @Test
  void chooses_another_port_when_a_stranger_listens_on_the_wanted_one()
      throws IOException, SQLException {
    postgres.close();
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      postgres = EmbeddedPostgres.start(directory, stranger.getLocalPort());

      assertThat(postgres.port()).isNotEqualTo(stranger.getLocalPort());
      try (Session session = Session.with(postgres)) {
        assertThat(session.ask("select 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void never_uses_another_postgres_that_has_the_port(@TempDir Path other) throws SQLException {
    postgres.close();
    try (EmbeddedPostgres foreign = EmbeddedPostgres.start(other, 0)) {
      postgres = EmbeddedPostgres.start(directory, foreign.port());

      assertThat(postgres.port()).isNotEqualTo(foreign.port());
      assertThat(postgres.pid()).isNotEqualTo(foreign.pid());
      try (Session session = Session.with(postgres)) {
        assertThat(session.ask("show data_directory"))
            .isEqualTo(postgres.dataDirectory().toString())
            .isNotEqualTo(foreign.dataDirectory().toString());
      }
      assertThatThrownBy(
              () -> Session.to(foreign.jdbcUrl(), postgres.username(), postgres.password()))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void refuses_a_directory_that_is_in_use_and_leaves_its_server_alone() throws SQLException {
    assertThatThrownBy(() -> EmbeddedPostgres.start(directory, 0))
        .isInstanceOf(PostgresUnusable.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("in use by another Wuchang");

    try (Session session = Session.with(postgres)) {
      assertThat(session.ask("select 1")).isEqualTo("1");
    }
  }

  @Test
  void refuses_a_directory_whose_name_a_shell_would_read_otherwise() {
    for (String name : new String[] {"a $HOME", "a \"b", "`a`", "a\\b", "a\nb"}) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(parent.resolve(name), 0))
          .isInstanceOf(PostgresUnusable.class)
          .hasMessageContaining("choose another");
    }
  }

  @Test
  void starts_again_on_the_same_port_after_it_died() throws SQLException {
    int port = postgres.port();
    assertThat(postgres.reviveIfDead()).isFalse();

    Processes.kill(postgres.pid());

    assertThat(postgres.reviveIfDead()).isTrue();
    assertThat(postgres.port()).isEqualTo(port);
    try (Session session = Session.with(postgres)) {
      assertThat(session.ask("select 1")).isEqualTo("1");
    }
  }

  @Test
  void tells_the_directory_the_log_and_what_to_do_when_it_cannot_start() throws IOException {
    postgres.close();
    Path control = postgres.dataDirectory().resolve("global/pg_control");
    Path away = Files.move(control, directory.resolve("pg_control"));

    assertThatThrownBy(() -> EmbeddedPostgres.start(directory, 0))
        .isInstanceOf(PostgresUnusable.class)
        .hasMessageContaining(postgres.dataDirectory().toString())
        .hasMessageContaining("pg_control")
        .hasMessageContaining("Is there room on the disk");

    Files.move(away, control);
  }

  @Test
  void refuses_a_cluster_of_another_major_version() throws IOException {
    postgres.close();
    Path version = postgres.dataDirectory().resolve("PG_VERSION");
    Files.writeString(version, "17\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(directory, 0))
        .isInstanceOf(PostgresUnusable.class)
        .hasMessageContaining("made by PostgreSQL 17");

    Files.writeString(version, "18\n");
  }
}
