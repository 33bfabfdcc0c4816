package wuchang.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.MigrationVersion;
import wuchang.domain.journal.History.StoreUnavailable;

/**
 * The pool of connections. It is made without a server being there; each use finds out. Methods
 * block for at most {@link #PATIENCE} when the server is away, and throw {@link StoreUnavailable}.
 */
public final class Database implements AutoCloseable {
  /** How long a caller waits for a connection. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int CONNECTIONS = 4;
  private static final int ATTEMPTS = 5;

  /** Work in one transaction; it may be done several times before it is committed once. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final DatabaseAddress address;
  private final Duration patience;
  private final HikariDataSource pool;

  public Database(DatabaseAddress address, MeterRegistry registry) {
    this(address, registry, PATIENCE);
  }

  Database(DatabaseAddress address, MeterRegistry registry, Duration patience) {
    this.address = address;
    this.patience = patience;
    HikariConfig config = config();
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
    // A server that is stopped dead, not closed, must not hold a thread for ever.
    config.addDataSourceProperty("socketTimeout", Long.toString(SILENCE.toSeconds()));
    this.pool = new HikariDataSource(config);
  }

  public DatabaseAddress address() {
    return address;
  }

  /** Whether the server answers now. */
  public boolean isUp() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid((int) patience.toSeconds());
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Makes the schema or brings it up to date; does nothing when it is.
   *
   * @throws StoreUnavailable when the server is away
   * @throws IllegalStateException when the schema cannot be made; the message says why
   */
  public Flavour migrate() {
    return migrate(MigrationVersion.LATEST);
  }

  /** The same, but not further than a version. */
  Flavour migrate(MigrationVersion last) {
    HikariConfig config = config();
    // A connection that waits for an index to be built is silent for long.
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    try (HikariDataSource patient = new HikariDataSource(config)) {
      return new Migration(patient).upTo(last);
    }
  }

  /** Work in a transaction, tried again when it met with another's in a deadlock. */
  <T> T inTransaction(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !Failures.isWorthAnotherTry(e)) {
          throw Failures.of(e);
        }
        LockSupport.parkNanos(
            TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(10L * attempt)));
      }
    }
  }

  /** Work in one transaction, done once: what it handed out cannot be taken back. */
  <T> T inOneAttempt(Work<T> work) {
    try {
      return once(work);
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Work statement by statement, each committed at once. */
  <T> T direct(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("wuchang");
    config.setJdbcUrl(address.url());
    config.setUsername(address.username());
    config.setPassword(address.password());
    config.setConnectionTimeout(patience.toMillis());
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "wuchang");
    config.addDataSourceProperty("connectTimeout", Long.toString(patience.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    address.dataDirectory().ifPresent(own -> config.setConnectionInitSql(refuseForeign(own)));
    return config;
  }

  /** Fails on a server that is not ours, before anything else is said to it. */
  private static String refuseForeign(Path own) {
    String path = own.toString().replace("'", "''");
    return "DO $wuchang$ BEGIN IF current_setting('data_directory') <> '"
        + path
        + "' THEN RAISE invalid_authorization_specification"
        + " USING MESSAGE = 'a foreign server: its records are in '"
        + " || current_setting('data_directory') || ', not in "
        + path
        + "'; END IF; END $wuchang$";
  }
}
