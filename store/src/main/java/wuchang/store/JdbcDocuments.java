package wuchang.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wuchang.domain.report.KeptDocuments;
import wuchang.domain.report.ReportKind;

/** Kept documents in the database; safe for use by several threads. */
public final class JdbcDocuments implements KeptDocuments {
  private static final String ONE =
      """
      SELECT * FROM wuchang.document WHERE kind = ? AND first = ? AND version = coalesce(?, version)
      ORDER BY version DESC LIMIT 1
      """;

  private static final String LIST =
      """
      SELECT kind, first, version, made_at, reason, digest FROM wuchang.document
      WHERE first >= ? AND first < ? ORDER BY first, kind, version
      """;

  private static final String KEEP =
      """
      INSERT INTO wuchang.document (kind, first, version, made_at, reason, digest, content)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private final Database database;

  public JdbcDocuments(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Kept> get(ReportKind kind, LocalDate first, OptionalInt version) {
    return database.direct(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(ONE)) {
            query.setString(1, kind.word());
            query.setObject(2, first);
            if (version.isPresent()) {
              query.setInt(3, version.getAsInt());
            } else {
              query.setNull(3, Types.INTEGER);
            }
            try (ResultSet row = query.executeQuery()) {
              return row.next()
                  ? Optional.of(new Kept(entry(row), row.getString("content")))
                  : Optional.empty();
            }
          }
        });
  }

  @Override
  public List<Entry> list(LocalDate first, LocalDate end) {
    return database.direct(
        connection -> {
          List<Entry> entries = new ArrayList<>();
          try (PreparedStatement query = connection.prepareStatement(LIST)) {
            query.setObject(1, first);
            query.setObject(2, end);
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                entries.add(entry(row));
              }
            }
          }
          return entries;
        });
  }

  @Override
  public boolean keep(Kept version) {
    Entry entry = version.entry();
    return database.direct(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, entry.kind().word());
            insert.setObject(2, entry.first());
            insert.setInt(3, entry.version());
            insert.setObject(4, entry.madeAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, entry.reason());
            insert.setString(6, entry.digest());
            insert.setString(7, version.content());
            return insert.executeUpdate() == 1;
          }
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        ReportKind.of(row.getString("kind")).orElseThrow(),
        row.getObject("first", LocalDate.class),
        row.getInt("version"),
        JdbcIncidents.time(row, "made_at").orElseThrow(),
        row.getString("reason"),
        row.getString("digest"));
  }
}
