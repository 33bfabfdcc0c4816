package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import wuchang.domain.reading.BookEntry;

/** Records on their way into their table. Of one version of one record the first stays. */
final class EntryRows {
  private static final String INSERT =
      """
      INSERT INTO wuchang.record
        (id, version, kind, time, device, area, person, who, by, fields, provenance, arrived)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private EntryRows() {}

  static void store(Connection connection, List<BookEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (BookEntry entry : entries) {
        bind(insert, entry);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, BookEntry entry) throws SQLException {
    insert.setString(1, entry.id().value());
    insert.setInt(2, entry.version());
    insert.setString(3, entry.kind().word());
    insert.setObject(4, entry.time().atOffset(ZoneOffset.UTC));
    text(insert, 5, entry.about());
    text(insert, 6, entry.area());
    text(insert, 7, entry.person());
    insert.setString(8, entry.who());
    insert.setString(9, entry.by());
    insert.setString(10, FieldsJson.of(entry.fields()));
    insert.setInt(11, Codes.provenance(entry.provenance()));
    insert.setObject(12, entry.arrived().atOffset(ZoneOffset.UTC));
  }

  private static void text(PreparedStatement insert, int place, Optional<?> text)
      throws SQLException {
    if (text.isPresent()) {
      insert.setString(place, text.get().toString());
    } else {
      insert.setNull(place, Types.VARCHAR);
    }
  }
}
