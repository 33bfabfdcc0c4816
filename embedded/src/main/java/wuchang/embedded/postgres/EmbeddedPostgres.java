package wuchang.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, on the loopback address only, by password only, with its files in
 * one directory that lasts. It takes some 20 MB when idle, 70 MB and a little for each session when
 * not. One Wuchang at a time may have the directory. The server ends with {@link #close}, and also
 * when this JVM is killed; one that was left running nevertheless is stopped at the next start.
 *
 * <p>Another's server that happens to listen where ours did is never spoken to by mistake if every
 * client compares {@code show data_directory} with {@link #dataDirectory}.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final FileChannel lock;
  private final Credentials credentials;
  private Server server;
  private boolean closed;

  private EmbeddedPostgres(FileChannel lock, Credentials credentials, Server server) {
    this.lock = lock;
    this.credentials = credentials;
    this.server = server;
  }

  /**
   * Starts the server on the files in a directory, which are made if they are not there.
   *
   * @param port the port wished for; when it is taken another is chosen and logged. 0 is any
   * @throws PostgresUnusable when that does not succeed
   */
  public static EmbeddedPostgres start(Path directory, int port) {
    return start(directory, port, Places.usual(), Account::candidates);
  }

  static EmbeddedPostgres start(
      Path directory, int port, Places places, IntFunction<List<Account>> accounts) {
    try {
      Path home = checked(Files.createDirectories(directory).toRealPath());
      FileChannel lock = lock(home.resolve("lock"));
      try {
        return start(lock, home, port, places, accounts);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new PostgresUnusable(
          "PostgreSQL cannot use " + directory + " (" + e + "); is it yours to write?", e);
    }
  }

  private static EmbeddedPostgres start(
      FileChannel lock, Path home, int port, Places places, IntFunction<List<Account>> accounts)
      throws IOException {
    Path ownFile = home.resolve("lock");
    List<Account> candidates = accounts.apply(Account.userIdOf(ownFile));
    Seat seat = Seat.choose(new Seat.Choices(home, places, candidates), Files.getOwner(ownFile));
    Cluster cluster = new Cluster(seat);
    Server.clear(cluster);
    Credentials credentials = Credentials.in(home);
    cluster.create(credentials);
    credentials.keep(home);
    Server server = Server.start(seat, cluster, port);
    int got = server.postmaster().port();
    if (port != 0 && got != port) {
      LOG.warn("event=postgres_port_taken wanted={} chosen={}", port, got);
    }
    LOG.info(
        "event=postgres_started directory={} port={} pid={} as=\"{}\"",
        home,
        got,
        server.postmaster().pid(),
        seat.account().name());
    return new EmbeddedPostgres(lock, credentials, server);
  }

  /** The address of Wuchang's database, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + Credentials.DATABASE;
  }

  /** A role that owns the database and may make roles, but is no superuser. */
  public String username() {
    return Credentials.USER;
  }

  public String password() {
    return credentials.password();
  }

  public synchronized int port() {
    return server.postmaster().port();
  }

  /** The process that all others of the server descend from. */
  public synchronized long pid() {
    return server.postmaster().pid();
  }

  /** What our server answers to {@code show data_directory}, and no other does. */
  public synchronized Path dataDirectory() {
    return server.cluster().directory();
  }

  /**
   * Starts the server again if it died by itself, on the same port. To be called now and then, and
   * when the database is away.
   *
   * @return whether it had died
   * @throws PostgresUnusable when it does not start; the next call tries again
   */
  public synchronized boolean reviveIfDead() {
    if (closed || server.isRunning()) {
      return false;
    }
    try {
      server = server.again();
      LOG.warn("event=postgres_revived port={} pid={}", port(), pid());
      return true;
    } catch (IOException e) {
      throw new PostgresUnusable("PostgreSQL in " + dataDirectory() + " did not start again", e);
    }
  }

  /** Ends sessions, writes everything to disk and stops; does nothing the second time. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    server.stop();
    LOG.info("event=postgres_stopped directory={}", dataDirectory());
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return jdbcUrl();
  }

  /** PostgreSQL's own starter puts paths between double quotes of a shell and escapes nothing. */
  private static Path checked(Path home) {
    if (home.toString().matches("(?s).*[\"$`\\\\\n].*")) {
      throw new PostgresUnusable(
          "the directory " + home + " has \" $ ` \\ or a line break in its name; choose another");
    }
    return home;
  }

  /** Held as long as the directory is ours; the system lets go of it however we end. */
  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very JVM.
    }
    channel.close();
    throw new PostgresUnusable(
        "the database in "
            + file.getParent()
            + " is in use by another Wuchang; stop that one, or give this one a directory of its"
            + " own");
  }
}
