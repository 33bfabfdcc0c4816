package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wuchang.domain.RecordId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordKind;

/** Records as they were written, every version of them. */
final class EntryQuery {
  private static final String BETWEEN =
      """
      SELECT * FROM wuchang.record WHERE kind = ANY (?) AND time >= ? AND time < ?
      ORDER BY time, id COLLATE "C", version
      """;

  private static final String VERSIONS =
      "SELECT * FROM wuchang.record WHERE id = ? ORDER BY version";

  private EntryQuery() {}

  static List<BookEntry> between(
      Connection connection, Set<RecordKind> kinds, Instant from, Instant to) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BETWEEN)) {
      String[] words = kinds.stream().map(RecordKind::word).toArray(String[]::new);
      statement.setArray(1, connection.createArrayOf("text", words));
      statement.setObject(2, from.atOffset(ZoneOffset.UTC));
      statement.setObject(3, to.atOffset(ZoneOffset.UTC));
      return entries(statement);
    }
  }

  static List<BookEntry> versions(Connection connection, RecordId id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(VERSIONS)) {
      statement.setString(1, id.value());
      return entries(statement);
    }
  }

  private static List<BookEntry> entries(PreparedStatement statement) throws SQLException {
    List<BookEntry> entries = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  private static BookEntry entry(ResultSet row) throws SQLException {
    return new BookEntry(
        RecordId.of(row.getString("id")),
        row.getInt("version"),
        RecordKind.of(row.getString("kind")).orElseThrow(),
        time(row, "time"),
        row.getString("who"),
        row.getString("by"),
        FieldsJson.read(row.getString("fields")),
        Codes.provenance(row.getInt("provenance")),
        time(row, "arrived"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
