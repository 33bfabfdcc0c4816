package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.journal.CoverageRecords;

/** The sums of evidence from the database; safe for use by several threads. */
public final class JdbcCoverage implements CoverageRecords {
  private static final String DAYS =
      """
      SELECT day, '' AS shift, device, rule, compliant_s, breach_s, unproven_s
      FROM wuchang.coverage_day WHERE day >= ? AND day < ? ORDER BY 1, 2, 3, 4
      """;

  private static final String SHIFTS =
      """
      SELECT day, shift, device, rule, compliant_s, breach_s, unproven_s
      FROM wuchang.coverage_shift WHERE day >= ? AND day < ? ORDER BY 1, 2, 3, 4
      """;

  private final Database database;

  public JdbcCoverage(Database database) {
    this.database = database;
  }

  @Override
  public List<Coverage> days(LocalDate from, LocalDate to) {
    return database.direct(connection -> read(connection, DAYS, from, to));
  }

  @Override
  public List<Coverage> shifts(LocalDate from, LocalDate to) {
    return database.direct(connection -> read(connection, SHIFTS, from, to));
  }

  private static List<Coverage> read(
      Connection connection, String sql, LocalDate from, LocalDate to) throws SQLException {
    List<Coverage> rows = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, from);
      query.setObject(2, to);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Coverage(
                  new Coverage.Period(row.getObject(1, LocalDate.class), row.getString(2)),
                  DeviceId.of(row.getString(3)),
                  RuleId.of(row.getString(4)),
                  Duration.ofSeconds(row.getLong(5)),
                  Duration.ofSeconds(row.getLong(6)),
                  Duration.ofSeconds(row.getLong(7))));
        }
      }
    }
    return rows;
  }
}
