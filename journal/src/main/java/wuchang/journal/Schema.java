package wuchang.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables of the journal's file. A batch's {@code upto} counts the observations up to and
 * including it, so that a lag is a difference of two rows. {@code closed} and {@code opened_at}
 * (milliseconds) of an alert's last step decide when the alert may be forgotten.
 */
final class Schema {
  static final int VERSION = 2;

  /** A journal of version 1 knows no silences. */
  private static final String SILENCES =
      """
      CREATE TABLE silence (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        until INTEGER NOT NULL,
        body BLOB NOT NULL) STRICT
      """;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE batch (
            position INTEGER PRIMARY KEY,
            observations INTEGER NOT NULL,
            upto INTEGER NOT NULL,
            body BLOB NOT NULL) STRICT
          """,
          """
          CREATE TABLE reader (
            name TEXT PRIMARY KEY,
            position INTEGER NOT NULL) STRICT, WITHOUT ROWID
          """,
          """
          CREATE TABLE alert_step (
            seq INTEGER PRIMARY KEY,
            alert TEXT NOT NULL,
            opened_at INTEGER NOT NULL,
            closed INTEGER NOT NULL,
            body BLOB NOT NULL) STRICT
          """,
          """
          CREATE TABLE notification (
            seq INTEGER PRIMARY KEY,
            alert TEXT NOT NULL,
            body BLOB NOT NULL) STRICT
          """,
          SILENCES,
          "PRAGMA user_version=" + VERSION);

  private Schema() {}

  /**
   * Lays out an empty file; leaves one of this version alone.
   *
   * @throws IllegalStateException when the file is of another version
   */
  static void prepare(Database database) {
    long found = database.use(open -> Database.number(open, "PRAGMA user_version", 0));
    if (found == 0) {
      database.transact(Schema::create);
    } else if (found == 1) {
      database.transact(Schema::addSilences);
    } else if (found != VERSION) {
      throw new IllegalStateException(
          "the journal %s is of version %d; expected %d: start the Wuchang that wrote it, or a newer one"
              .formatted(database.file(), found, VERSION));
    }
  }

  private static boolean addSilences(Connection open) throws SQLException {
    Database.execute(open, SILENCES);
    Database.execute(open, "PRAGMA user_version=" + VERSION);
    return true;
  }

  private static boolean create(Connection open) throws SQLException {
    for (String table : TABLES) {
      Database.execute(open, table);
    }
    return true;
  }
}
