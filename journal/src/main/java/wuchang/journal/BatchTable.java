package wuchang.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.journal.Journal.Reader;

/** The SQL of batches and of the readers' positions. */
final class BatchTable {
  /** Up to so many free pages (16 MB) are kept for what comes. */
  private static final long SPARE_PAGES = 4096;

  private static final int PAGES_GIVEN_BACK = 512;

  private BatchTable() {}

  /** A batch as it lies on disk; {@code upto} counts all observations up to and including it. */
  record Row(long position, int observations, long upto, byte[] body) {}

  /** Where the newest batch stands, and the count of observations up to there. */
  record End(long position, long upto) {}

  static boolean insert(Connection open, Row row) throws SQLException {
    try (PreparedStatement insert =
        open.prepareStatement(
            "INSERT INTO batch (position, observations, upto, body) VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, row.position);
      insert.setInt(2, row.observations);
      insert.setLong(3, row.upto);
      insert.setBytes(4, row.body);
      return insert.executeUpdate() == 1;
    }
  }

  /** The oldest rows after a position and up to another one, at most so many. */
  static List<Row> between(Connection open, long after, long upTo, int most) throws SQLException {
    try (PreparedStatement select =
        open.prepareStatement(
            """
            SELECT position, observations, upto, body FROM batch
            WHERE position > ? AND position <= ? ORDER BY position LIMIT ?
            """)) {
      select.setLong(1, after);
      select.setLong(2, upTo);
      select.setInt(3, most);
      return rows(select);
    }
  }

  /** The first row after a position that has observations, if there is one. */
  static List<Row> withReadings(Connection open, long after) throws SQLException {
    try (PreparedStatement select =
        open.prepareStatement(
            """
            SELECT position, observations, upto, body FROM batch
            WHERE position > ? AND observations > 0 ORDER BY position LIMIT 1
            """)) {
      select.setLong(1, after);
      return rows(select);
    }
  }

  private static List<Row> rows(PreparedStatement select) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(new Row(rows.getLong(1), rows.getInt(2), rows.getLong(3), rows.getBytes(4)));
      }
    }
    return found;
  }

  /** A dropped batch was passed by all readers, so a position is never forgotten with it. */
  static End end(Connection open) throws SQLException {
    long newest = Database.number(open, "SELECT max(position) FROM batch", 0);
    long passed = Database.number(open, "SELECT max(position) FROM reader", 0);
    long upto = Database.number(open, "SELECT upto FROM batch ORDER BY position DESC LIMIT 1", 0);
    return new End(Math.max(newest, passed), upto);
  }

  static long oldest(Connection open, long otherwise) throws SQLException {
    return Database.number(open, "SELECT min(position) FROM batch", otherwise);
  }

  /** How many observations there were up to a position; of those that are still here, at least. */
  static long upto(Connection open, long position, long otherwise) throws SQLException {
    String before =
        "SELECT upto FROM batch WHERE position <= " + position + " ORDER BY position DESC LIMIT 1";
    String first = "SELECT upto - observations FROM batch ORDER BY position LIMIT 1";
    return Database.number(open, before, Database.number(open, first, otherwise));
  }

  static Map<Reader, Long> positions(Connection open) throws SQLException {
    Map<Reader, Long> positions = new EnumMap<>(Reader.class);
    for (Reader reader : Reader.values()) {
      String select = "SELECT position FROM reader WHERE name = '" + reader.name() + "'";
      positions.put(reader, Database.number(open, select, 0));
    }
    return positions;
  }

  static void save(Connection open, Map<Reader, Long> positions) throws SQLException {
    try (PreparedStatement upsert =
        open.prepareStatement(
            """
            INSERT INTO reader (name, position) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET position = excluded.position
            """)) {
      for (Map.Entry<Reader, Long> position : positions.entrySet()) {
        upsert.setString(1, position.getKey().name());
        upsert.setLong(2, position.getValue());
        upsert.executeUpdate();
      }
    }
  }

  /** Drops the oldest batches up to a position, at most so many; their pages are used again. */
  static void drop(Connection open, long upTo, int most) throws SQLException {
    try (PreparedStatement delete =
        open.prepareStatement(
            """
            DELETE FROM batch WHERE position <= (SELECT max(position) FROM
              (SELECT position FROM batch WHERE position <= ? ORDER BY position LIMIT ?))
            """)) {
      delete.setLong(1, upTo);
      delete.setInt(2, most);
      delete.executeUpdate();
    }
    giveBack(open);
  }

  // Giving back moves the pages in use, 0.1 ms each: only when few are, and not many at a time.
  private static void giveBack(Connection open) throws SQLException {
    long free = Database.number(open, "PRAGMA freelist_count", 0);
    if (free > SPARE_PAGES && free > Database.number(open, "PRAGMA page_count", 0) * 3 / 4) {
      Database.execute(open, "PRAGMA incremental_vacuum(" + PAGES_GIVEN_BACK + ")");
    }
  }
}
