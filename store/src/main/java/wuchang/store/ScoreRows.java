package wuchang.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.PublishedScores.Published;
import wuchang.domain.score.Score;
import wuchang.domain.score.ScoreWeights;

/** One version of a published month: the scores of the view, and the sheets they follow from. */
final class ScoreRows {
  private static final String VERSION =
      """
      INSERT INTO wuchang.score_version (month, version, weights, published_at, by, reason)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String SHEET =
      """
      INSERT INTO wuchang.score_sheet (month, version, ordinal, area, responsible, expected_ms,
        proven_ms, poorest, poorest_expected_ms, poorest_proven_ms, false_alarms, suppressed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String DEDUCTION =
      """
      INSERT INTO wuchang.score_deduction (month, version, area, incident, rule, device, principle,
        severity, raised_at, handled, repeated, points) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SCORE =
      """
      INSERT INTO wuchang.score_month (month, version, area, principle, points, capped)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private final Connection connection;
  private final LocalDate month;
  private final Published made;

  private ScoreRows(Connection connection, Published made) {
    this.connection = connection;
    this.month = made.month().atDay(1);
    this.made = made;
  }

  /** Whether it was kept; a version that is there already stays as it is. */
  static boolean store(Connection connection, Published made) throws SQLException {
    ScoreRows rows = new ScoreRows(connection, made);
    if (!rows.isNew()) {
      return false;
    }
    for (int i = 0; i < made.sheets().size(); i++) {
      rows.sheet(i, made.sheets().get(i));
    }
    return true;
  }

  private boolean isNew() throws SQLException {
    return run(
            VERSION,
            month,
            made.version(),
            made.weights(),
            made.at().atOffset(ZoneOffset.UTC),
            made.by(),
            made.reason())
        == 1;
  }

  private void sheet(int ordinal, AreaSheet sheet) throws SQLException {
    run(
        SHEET,
        month,
        made.version(),
        ordinal,
        sheet.area().value(),
        sheet.responsible().map(PersonId::value).orElse(null),
        sheet.expected().toMillis(),
        sheet.proven().toMillis(),
        sheet.poorest().map(of -> of.device().value()).orElse(null),
        sheet.poorest().map(of -> of.expected().toMillis()).orElse(null),
        sheet.poorest().map(of -> of.proven().toMillis()).orElse(null),
        sheet.falseAlarms(),
        sheet.suppressed());
    for (Deduction deduction : sheet.deductions()) {
      deduction(sheet, deduction);
    }
    Score score = new Score(List.of(sheet), ScoreWeights.of(made.weights()));
    if (score.isIssued()) {
      for (Principle principle : Principle.values()) {
        score(sheet, principle.word(), score.points(principle), false);
      }
      score(sheet, "total", score.total(), score.isCapped());
    }
  }

  private void deduction(AreaSheet sheet, Deduction deduction) throws SQLException {
    run(
        DEDUCTION,
        month,
        made.version(),
        sheet.area().value(),
        deduction.incident().value(),
        deduction.rule().value(),
        deduction.device().value(),
        deduction.principle().word(),
        deduction.severity().word(),
        deduction.raisedAt().atOffset(ZoneOffset.UTC),
        deduction.handled(),
        deduction.repeated(),
        deduction.points());
  }

  private void score(AreaSheet sheet, String principle, BigDecimal points, boolean capped)
      throws SQLException {
    run(
        SCORE,
        month,
        made.version(),
        sheet.area().value(),
        principle,
        points.doubleValue(),
        capped);
  }

  private int run(String sql, @org.jspecify.annotations.Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
