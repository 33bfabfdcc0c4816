package wuchang.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite complains of, as an exception that names the file and says what to do. */
final class Trouble {
  private Trouble() {}

  /** The disk's fault, to be tried again; what SQLite blames on us is a bug. */
  static RuntimeException with(Path file, SQLException cause) {
    return switch (primary(cause)) {
      case SQLITE_FULL -> disk(file, "has no space left: free some on its disk", cause);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          disk(file, "is damaged: restart, and what can be read of it is saved", cause);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
          disk(file, "cannot be opened for writing: check its owner and mode", cause);
      case SQLITE_BUSY, SQLITE_LOCKED -> disk(file, "is held by another program: end that", cause);
      case SQLITE_IOERR, SQLITE_NOLFS, SQLITE_PROTOCOL ->
          disk(file, "cannot be read or written: look at its disk", cause);
      default -> new IllegalStateException("the journal " + file + " was misused", cause);
    };
  }

  /** Whether the file itself holds something else than was written. */
  static boolean isDamage(SQLException cause) {
    SQLiteErrorCode code = primary(cause);
    return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
  }

  /** Whether the connection that failed so is as good as before. */
  static boolean sparesTheConnection(SQLException cause) {
    SQLiteErrorCode code = primary(cause);
    return code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_BUSY;
  }

  /** Whether it is the lack of room that an exception of this class tells of. */
  static boolean isFull(UncheckedIOException told) {
    return told.getCause().getCause() instanceof SQLException cause
        && primary(cause) == SQLiteErrorCode.SQLITE_FULL;
  }

  static UncheckedIOException disk(Path file, String what, Exception cause) {
    String said = "the journal " + file + " " + what;
    return new UncheckedIOException(said, new IOException(said, cause));
  }

  // The lowest byte of an extended code is the primary one.
  private static SQLiteErrorCode primary(SQLException cause) {
    return cause instanceof SQLiteException failure
        ? SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xFF)
        : SQLiteErrorCode.SQLITE_ERROR;
  }
}
