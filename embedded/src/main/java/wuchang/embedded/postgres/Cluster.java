package wuchang.embedded.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** The files of a server in a seat: made once, configured at each start. */
final class Cluster {
  private static final Duration INITDB = Duration.ofMinutes(3);
  private static final long LOG_BYTES = 5L << 20;
  private static final int TAIL_BYTES = 4096;
  private static final int TAIL_LINES = 12;

  /** What the server may take for itself: a canteen's database idles most of the day. */
  private static final String SETTINGS =
      """
      # Written by Wuchang at each start; changes here are lost.
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      max_connections = 20
      superuser_reserved_connections = 1
      reserved_connections = 0
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      wal_level = minimal
      max_wal_senders = 0
      max_logical_replication_workers = 0
      min_wal_size = '48MB'
      max_wal_size = '512MB'
      checkpoint_timeout = '10min'
      shared_buffers = '64MB'
      work_mem = '16MB'
      maintenance_work_mem = '64MB'
      effective_cache_size = '256MB'
      huge_pages = off
      io_method = 'sync'
      jit = off
      max_worker_processes = 2
      max_parallel_workers = 0
      max_parallel_workers_per_gather = 0
      max_parallel_maintenance_workers = 0
      autovacuum_max_workers = 1
      random_page_cost = 1.1
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_checkpoints = off
      log_line_prefix = '%%m [%%p] '
      """;

  private static final String ACCESS =
      """
      # Written by Wuchang at each start: nobody without a password, nobody from elsewhere.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final Seat seat;

  Cluster(Seat seat) {
    this.seat = seat;
  }

  Path directory() {
    return seat.server().resolve("cluster");
  }

  Path log() {
    return seat.server().resolve("postgres.log");
  }

  /** Makes the cluster if it is not there; one that was interrupted is made anew. */
  void create(Credentials credentials) throws IOException {
    if (Files.exists(directory())) {
      checkVersion();
      if (credentials.isNew()) {
        single(directory(), credentials.changePassword());
      }
      return;
    }
    Path work = seat.server().resolve("cluster.new");
    Trees.delete(work);
    initdb(work);
    single(work, credentials.createDatabase());
    Files.writeString(
        work.resolve("postgresql.conf"), "include 'wuchang.conf'\n", StandardOpenOption.APPEND);
    Files.move(work, directory(), StandardCopyOption.ATOMIC_MOVE);
  }

  void configure(int port) throws IOException {
    write("wuchang.conf", String.format(SETTINGS, port));
    write("pg_hba.conf", ACCESS);
    if (logSize() > LOG_BYTES) {
      Files.move(
          log(), log().resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines of the server's log, for a message. */
  String logTail() throws IOException {
    List<String> lines = logSince(Math.max(0, logSize() - TAIL_BYTES)).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }

  long logSize() throws IOException {
    return Files.exists(log()) ? Files.size(log()) : 0;
  }

  /** What was logged after so many bytes. */
  String logSince(long bytes) throws IOException {
    if (!Files.exists(log())) {
      return "";
    }
    try (InputStream in = Files.newInputStream(log())) {
      in.skipNBytes(Math.min(bytes, logSize()));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void initdb(Path work) throws IOException {
    // The superuser's password is kept nowhere: nobody signs in as the superuser.
    Path password = seat.server().resolve("initdb.password");
    Files.deleteIfExists(password);
    Secrets.write(password, Secrets.random());
    Trees.give(password, Files.getOwner(seat.server()));
    try {
      Command.Outcome outcome =
          Command.run(
              seat.account()
                  .words(
                      seat.binaries().program("initdb"),
                      "--pgdata=" + work,
                      "--username=postgres",
                      "--pwfile=" + password,
                      "--auth=scram-sha-256",
                      "--encoding=UTF8",
                      "--locale=C",
                      "--locale-provider=builtin",
                      "--builtin-locale=C.UTF-8"),
              INITDB);
      require(outcome.ok(), "could not be set up", outcome.output());
    } finally {
      Files.deleteIfExists(password);
    }
  }

  /** Statements, one a line, without a running server: so nobody else can be connected. */
  private void single(Path cluster, String statements) {
    Command.Outcome outcome =
        Command.run(
            seat.account()
                .words(
                    seat.binaries().program("postgres"),
                    "--single",
                    "-D",
                    cluster.toString(),
                    "postgres"),
            statements,
            INITDB);
    boolean clean = !outcome.output().contains("ERROR:") && !outcome.output().contains("FATAL:");
    require(outcome.ok() && clean, "could not be set up", outcome.output());
  }

  private void checkVersion() throws IOException {
    String made = Files.readString(directory().resolve("PG_VERSION")).strip();
    String ours =
        Command.run(seat.account().words(seat.binaries().program("postgres"), "--version"), INITDB)
            .output();
    require(
        ours.matches(".* " + made + "(\\.| |beta|rc|$).*"),
        "was made by PostgreSQL " + made + ", this Wuchang brings " + ours,
        "export with the Wuchang that made it, then import here");
  }

  private void write(String name, String content) throws IOException {
    Path file = directory().resolve(name);
    Files.writeString(file, content);
    Trees.give(file, Files.getOwner(directory()));
  }

  private void require(boolean good, String problem, String rest) {
    if (!good) {
      throw new PostgresUnusable("PostgreSQL in " + directory() + " " + problem + ": " + rest);
    }
  }
}
