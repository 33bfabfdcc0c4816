package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
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
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.DeviceHours;
import wuchang.domain.score.PublishedScores;

/** Published months in the database; safe for use by several threads. */
public final class JdbcScores implements PublishedScores {
  private static final String NEWEST =
      """
      SELECT version, weights, published_at, by, reason FROM wuchang.score_version
      WHERE month = ? ORDER BY version DESC LIMIT 1
      """;

  private static final String SHEETS =
      """
      SELECT area, responsible, expected_ms, proven_ms, poorest, poorest_expected_ms,
        poorest_proven_ms, false_alarms, suppressed
      FROM wuchang.score_sheet WHERE month = ? AND version = ? ORDER BY ordinal
      """;

  private static final String DEDUCTIONS =
      """
      SELECT incident, rule, device, principle, severity, raised_at, handled, repeated, points
      FROM wuchang.score_deduction WHERE month = ? AND version = ? AND area = ?
      ORDER BY raised_at, incident
      """;

  private final Database database;

  public JdbcScores(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Published> newest(YearMonth month) {
    return database.direct(connection -> read(connection, month));
  }

  @Override
  public boolean publish(Published version) {
    return database.inTransaction(connection -> ScoreRows.store(connection, version));
  }

  private static Optional<Published> read(Connection connection, YearMonth month)
      throws SQLException {
    LocalDate first = month.atDay(1);
    try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
      query.setObject(1, first);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Published(
                    month,
                    row.getInt("version"),
                    row.getInt("weights"),
                    JdbcIncidents.time(row, "published_at").orElseThrow(),
                    row.getString("by"),
                    row.getString("reason"),
                    sheets(connection, first, row.getInt("version"))))
            : Optional.empty();
      }
    }
  }

  private static List<AreaSheet> sheets(Connection connection, LocalDate month, int version)
      throws SQLException {
    List<AreaSheet> sheets = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(SHEETS)) {
      query.setObject(1, month);
      query.setInt(2, version);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String area = row.getString("area");
          sheets.add(
              new AreaSheet(
                  AreaId.of(area),
                  Optional.ofNullable(row.getString("responsible")).map(PersonId::of),
                  Duration.ofMillis(row.getLong("expected_ms")),
                  Duration.ofMillis(row.getLong("proven_ms")),
                  poorest(row),
                  deductions(connection, month, version, area),
                  row.getInt("false_alarms"),
                  row.getInt("suppressed")));
        }
      }
    }
    return sheets;
  }

  private static Optional<DeviceHours> poorest(ResultSet row) throws SQLException {
    Duration expected = Duration.ofMillis(row.getLong("poorest_expected_ms"));
    Duration proven = Duration.ofMillis(row.getLong("poorest_proven_ms"));
    return Optional.ofNullable(row.getString("poorest"))
        .map(device -> new DeviceHours(DeviceId.of(device), expected, proven));
  }

  private static List<Deduction> deductions(
      Connection connection, LocalDate month, int version, String area) throws SQLException {
    List<Deduction> deductions = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(DEDUCTIONS)) {
      query.setObject(1, month);
      query.setInt(2, version);
      query.setString(3, area);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          deductions.add(
              new Deduction(
                  AlertId.of(row.getString("incident")),
                  RuleId.of(row.getString("rule")),
                  DeviceId.of(row.getString("device")),
                  Principle.of(row.getString("principle")).orElseThrow(),
                  Severity.of(row.getString("severity")).orElseThrow(),
                  JdbcIncidents.time(row, "raised_at").orElseThrow(),
                  row.getBoolean("handled"),
                  row.getBoolean("repeated"),
                  row.getBigDecimal("points")));
        }
      }
    }
    return deductions;
  }
}
