package wuchang.console.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * One connection to one SQLite file that other processes use, too: WAL, forced to disk, waiting for
 * a lock instead of failing. Calls are serialised; each takes some 20 µs to read and some
 * milliseconds to write. Failures are {@link UncheckedIOException} with the file named.
 */
final class SqliteFile implements AutoCloseable {
  private static final int LOCK_WAIT_MS = 5_000;

  /** Reads one row. */
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private final Path file;
  private final Connection connection;

  SqliteFile(Path file) {
    this.file = file;
    try {
      createPrivately(file);
      SQLiteConfig config = new SQLiteConfig();
      config.setBusyTimeout(LOCK_WAIT_MS);
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.enforceForeignKeys(true);
      connection = config.createConnection("jdbc:sqlite:" + file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be made", e);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  synchronized int change(String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  synchronized <T> List<T> query(Mapper<T> mapper, String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(mapper.map(rows));
      }
      return List.copyOf(all);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Hashes of passwords are nobody else's business: the file is readable by its owner only. */
  private static void createPrivately(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      if (posix) {
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      // Made by an earlier start or by the other process.
    }
  }

  private UncheckedIOException failed(SQLException e) {
    return new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
  }
}
