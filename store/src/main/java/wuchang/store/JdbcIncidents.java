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
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;
import wuchang.domain.score.Incident;
import wuchang.domain.score.Incidents;

/** The incidents from the database; safe for use by several threads. */
public final class JdbcIncidents implements Incidents {
  private static final String COLUMNS =
      """
      SELECT id, rule, device, area, principle, severity, state, since, raised_at, opened_at,
        resolved_at, acknowledged_at, acknowledged_by, promised_at, closed_at, owner, cause, parent,
        coalesce(evidence -> 'timing' ->> 'word' = 'early', false) AS early, live
      FROM wuchang.alert
      """;

  private static final String RAISED =
      COLUMNS + "WHERE raised_at >= ? AND raised_at < ? ORDER BY raised_at, id COLLATE \"C\"";

  private static final String TOUCHING =
      COLUMNS
          + """
          WHERE coalesce(resolved_at, CASE WHEN state IN ('closed', 'false_alarm', 'withdrawn')
            THEN closed_at END, 'infinity') >= ? AND since < ? ORDER BY since, id COLLATE "C"
          """;

  private final Database database;

  public JdbcIncidents(Database database) {
    this.database = database;
  }

  @Override
  public List<Incident> raised(Instant from, Instant to) {
    return database.direct(connection -> read(connection, RAISED, from, to));
  }

  @Override
  public List<Incident> touching(Instant from, Instant to) {
    return database.direct(connection -> read(connection, TOUCHING, from, to));
  }

  private static List<Incident> read(Connection connection, String sql, Instant from, Instant to)
      throws SQLException {
    List<Incident> incidents = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, from.atOffset(ZoneOffset.UTC));
      query.setObject(2, to.atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          incidents.add(incident(row));
        }
      }
    }
    return incidents;
  }

  private static Incident incident(ResultSet row) throws SQLException {
    return new Incident(
        AlertId.of(row.getString("id")),
        RuleId.of(row.getString("rule")),
        DeviceId.of(row.getString("device")),
        AreaId.of(row.getString("area")),
        Principle.of(row.getString("principle")).orElseThrow(),
        Severity.of(row.getString("severity")).orElseThrow(),
        AlertState.of(row.getString("state")).orElseThrow(),
        time(row, "since").orElseThrow(),
        time(row, "raised_at").orElseThrow(),
        time(row, "opened_at").orElseThrow(),
        time(row, "resolved_at"),
        time(row, "acknowledged_at"),
        person(row, "acknowledged_by"),
        time(row, "promised_at"),
        time(row, "closed_at"),
        person(row, "owner"),
        Optional.ofNullable(row.getString("cause")),
        Optional.ofNullable(row.getString("parent")).map(AlertId::of),
        row.getBoolean("early"),
        row.getBoolean("live"));
  }

  private static Optional<PersonId> person(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(PersonId::of);
  }

  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
