package wuchang.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import wuchang.domain.finding.Coverage;

/**
 * Sums of evidence by day and by shift; a later sum for the same takes the place of the one before.
 */
final class CoverageRows {
  private static final String DAY =
      """
      INSERT INTO wuchang.coverage_day (day, device, rule, compliant_s, breach_s, unproven_s)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (day, device, rule) DO UPDATE SET compliant_s = excluded.compliant_s,
        breach_s = excluded.breach_s, unproven_s = excluded.unproven_s
      """;

  private static final String SHIFT =
      """
      INSERT INTO wuchang.coverage_shift
        (day, device, rule, compliant_s, breach_s, unproven_s, shift)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (day, shift, device, rule) DO UPDATE SET compliant_s = excluded.compliant_s,
        breach_s = excluded.breach_s, unproven_s = excluded.unproven_s
      """;

  /** Two writers that take rows in one order do not wait for each other in a circle. */
  private static final Comparator<Coverage> ORDER =
      Comparator.comparing((Coverage c) -> c.period().day())
          .thenComparing(c -> c.period().shift())
          .thenComparing(Coverage::device)
          .thenComparing(Coverage::rule);

  private CoverageRows() {}

  static int store(Connection connection, List<Coverage> rows) throws SQLException {
    try (PreparedStatement day = connection.prepareStatement(DAY);
        PreparedStatement shift = connection.prepareStatement(SHIFT)) {
      for (Coverage row : rows.stream().sorted(ORDER).toList()) {
        PreparedStatement into = row.period().isWholeDay() ? day : shift;
        bind(row, into);
        if (into == shift) {
          shift.setString(7, row.period().shift());
        }
        into.addBatch();
      }
      day.executeBatch();
      shift.executeBatch();
    }
    return rows.size();
  }

  private static void bind(Coverage row, PreparedStatement into) throws SQLException {
    into.setObject(1, row.period().day());
    into.setString(2, row.device().value());
    into.setString(3, row.rule().value());
    long compliant = seconds(row.compliant());
    long breach = seconds(row.breach());
    into.setLong(4, compliant);
    into.setLong(5, breach);
    // What is left, so that a whole day has all its seconds.
    into.setLong(6, Math.max(0, seconds(row.total()) - compliant - breach));
  }

  private static long seconds(Duration duration) {
    return Math.round(duration.toMillis() / 1000.0);
  }
}
