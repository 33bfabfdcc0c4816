package wuchang.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * One connection to one SQLite file, used by one thread at a time. A connection that failed is
 * replaced at its next use. Transactions are begun and ended in SQL: the driver's own auto-commit
 * flag and SQLite's state part ways when a disk is full.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int BUSY_MILLIS = 5_000;

  /** What is done on the connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final Path file;
  private final boolean readOnly;
  private final List<String> preparations;
  private Optional<Connection> connection = Optional.empty();
  private boolean closed;

  private Database(Path file, boolean readOnly, List<String> preparations) {
    this.file = file;
    this.readOnly = readOnly;
    this.preparations = preparations;
  }

  /** A connection that appends: a commit has been forced to disk when it returns. */
  static Database writing(Path file) {
    return new Database(
        file,
        false,
        List.of(
            "PRAGMA auto_vacuum=INCREMENTAL",
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA journal_size_limit=67108864",
            "PRAGMA cell_size_check=ON"));
  }

  /** A connection that only reads; it sees what is committed and holds up no append. */
  static Database reading(Path file) {
    return new Database(file, true, List.of("PRAGMA cell_size_check=ON"));
  }

  /** As {@link #reading}, but a file that is shorter than its head says is read all the same. */
  static Database damaged(Path file) {
    return new Database(file, true, List.of("PRAGMA writable_schema=ON"));
  }

  Path file() {
    return file;
  }

  /** All of it is on disk when this returns, and none of it when it throws. */
  synchronized <T> T transact(Work<T> work) {
    return use(
        open -> {
          execute(open, "BEGIN IMMEDIATE");
          try {
            T result = work.on(open);
            execute(open, "COMMIT");
            return result;
          } catch (SQLException | RuntimeException e) {
            rollBack(open);
            throw e;
          }
        });
  }

  /** Work without a transaction around it. */
  synchronized <T> T use(Work<T> work) {
    if (closed) {
      throw new IllegalStateException("the journal " + file + " is closed");
    }
    try {
      return work.on(connected());
    } catch (SQLException e) {
      if (!Trouble.sparesTheConnection(e)) {
        disconnect();
      }
      throw Trouble.with(file, e);
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    disconnect();
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** The first column of the first row, or the default when there is no row or it is null. */
  static long number(Connection connection, String sql, long otherwise) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        return otherwise;
      }
      long number = rows.getLong(1);
      return rows.wasNull() ? otherwise : number;
    }
  }

  private Connection connected() throws SQLException {
    if (connection.isEmpty()) {
      SQLiteConfig config = new SQLiteConfig();
      config.setReadOnly(readOnly);
      config.setBusyTimeout(BUSY_MILLIS);
      Connection open = config.createConnection("jdbc:sqlite:" + file);
      connection = Optional.of(open);
      for (String preparation : preparations) {
        execute(open, preparation);
      }
    }
    return connection.get();
  }

  private void rollBack(Connection open) {
    try {
      execute(open, "ROLLBACK");
    } catch (SQLException e) {
      // SQLite has already rolled back by itself, as it does when the disk is full.
      LOG.debug("event=journal_rollback file={} said=\"{}\"", file, e.getMessage());
    }
  }

  private void disconnect() {
    try {
      if (connection.isPresent()) {
        connection.get().close();
      }
    } catch (SQLException e) {
      LOG.debug("event=journal_disconnect file={} said=\"{}\"", file, e.getMessage());
    }
    connection = Optional.empty();
  }
}
