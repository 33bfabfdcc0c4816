package wuchang.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Looks through the whole of a file for damage: SQLite's own structures, then each body's sum. */
final class Checkup {
  private Checkup() {}

  /** What is damaged first, or empty for a sound file. */
  static Optional<String> damage(Database database) {
    return database.use(
        open -> {
          try {
            Optional<String> structure = structure(open);
            return structure.isPresent() ? structure : bodies(open);
          } catch (SQLException e) {
            if (Trouble.isDamage(e)) {
              return Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
          }
        });
  }

  private static Optional<String> structure(Connection open) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
      String said = rows.next() ? rows.getString(1) : "no answer";
      return said.equals("ok") ? Optional.empty() : Optional.of(said);
    }
  }

  // The bodies of another version are none of ours to judge: opening will refuse the file.
  private static Optional<String> bodies(Connection open) throws SQLException {
    if (Database.number(open, "PRAGMA user_version", 0) != Schema.VERSION) {
      return Optional.empty();
    }
    for (String table : List.of("batch", "alert_step", "notification")) {
      try (Statement statement = open.createStatement();
          ResultSet rows = statement.executeQuery("SELECT rowid, body FROM " + table)) {
        while (rows.next()) {
          if (!Frame.isIntact(rows.getBytes(2))) {
            return Optional.of(table + " " + rows.getLong(1) + ": its checksum does not fit");
          }
        }
      }
    }
    return Optional.empty();
  }
}
