package wuchang.console.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.console.parts.Scores.Scored;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.Text;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.Grade;
import wuchang.domain.score.PublishedScores.Published;
import wuchang.domain.score.Score;
import wuchang.domain.score.ScoreWeights;

/**
 * A monthly score with what it follows from. Without enough data there are no points, only the
 * coverage and the deductions.
 *
 * @param until the first day that does not count yet
 * @param coverage 0 to 1, the least of any of the areas
 * @param version of the publication; absent for a month that is not published
 */
public record ScoreView(
    String month,
    LocalDate until,
    boolean issued,
    BigDecimal coverage,
    Optional<BigDecimal> total,
    boolean capped,
    Optional<String> grade,
    Optional<Text> gradeText,
    Map<String, BigDecimal> points,
    List<AreaScore> areas,
    int weights,
    Optional<Integer> version,
    Optional<Instant> publishedAt,
    Optional<String> reason) {

  /**
   * One of the areas.
   *
   * @param poorest the device with the least data, which alone can leave the area without a score
   */
  public record AreaScore(
      String area,
      Optional<String> responsible,
      boolean issued,
      BigDecimal coverage,
      Optional<Poorest> poorest,
      Optional<BigDecimal> total,
      boolean capped,
      Map<String, BigDecimal> points,
      List<DeductionView> deductions,
      int falseAlarms,
      int suppressed) {
    static AreaScore of(AreaSheet sheet, ScoreWeights weights) {
      Score score = new Score(List.of(sheet), weights);
      return new AreaScore(
          sheet.area().value(),
          sheet.responsible().map(PersonId::value),
          score.isIssued(),
          score.coverage(),
          sheet.poorest().map(of -> new Poorest(of.device().value(), of.coverage())),
          totalOf(score),
          score.isIssued() && score.isCapped(),
          pointsOf(score),
          sheet.deductions().stream().map(DeductionView::of).toList(),
          sheet.falseAlarms(),
          sheet.suppressed());
    }
  }

  /** A device and the share of its hours with good data, 0 to 1. */
  public record Poorest(String device, BigDecimal coverage) {}

  /** What one incident cost; its alert says the rest. */
  public record DeductionView(
      String alert,
      String rule,
      String device,
      String principle,
      String severity,
      Instant raisedAt,
      boolean handled,
      boolean repeated,
      BigDecimal points) {
    static DeductionView of(Deduction deduction) {
      return new DeductionView(
          deduction.incident().value(),
          deduction.rule().value(),
          deduction.device().value(),
          deduction.principle().word(),
          deduction.severity().word(),
          deduction.raisedAt(),
          deduction.handled(),
          deduction.repeated(),
          deduction.points());
    }
  }

  public static ScoreView of(Scored scored) {
    Score score = scored.score();
    Optional<Grade> grade = totalOf(score).map(Grade::of);
    return new ScoreView(
        scored.month().toString(),
        scored.until(),
        score.isIssued(),
        score.coverage(),
        totalOf(score),
        score.isIssued() && score.isCapped(),
        grade.map(Grade::word),
        grade.map(Grade::label),
        pointsOf(score),
        score.sheets().stream().map(sheet -> AreaScore.of(sheet, score.weights())).toList(),
        score.weights().version(),
        scored.published().map(Published::version),
        scored.published().map(Published::at),
        scored.published().map(Published::reason));
  }

  private static Optional<BigDecimal> totalOf(Score score) {
    return score.isIssued() ? Optional.of(score.total()) : Optional.empty();
  }

  private static Map<String, BigDecimal> pointsOf(Score score) {
    Map<String, BigDecimal> points = new LinkedHashMap<>();
    if (score.isIssued()) {
      for (Principle principle : Principle.values()) {
        points.put(principle.word(), score.points(principle));
      }
    }
    return points;
  }
}
