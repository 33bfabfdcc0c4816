package wuchang.reports;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.score.AreaSheet;
import wuchang.domain.score.Deduction;
import wuchang.domain.score.Score;

/** What one change would have gained: the month scored again as if it had been made. */
record Gains(Score score, Names names) {
  /**
   * A change.
   *
   * @param points how much higher the total would have been
   */
  record Gain(Text change, BigDecimal points) {}

  /** Those that would have gained anything, the greatest first. */
  List<Gain> all() {
    List<Gain> gains = new ArrayList<>();
    rules()
        .forEach(
            rule ->
                gains.add(
                    gain(
                        new Text(
                            "杜绝 " + rule + " " + names.rule(rule).zh(),
                            "no " + rule + " " + names.rule(rule).en()),
                        sheet -> with(sheet, sheet.proven(), without(sheet, rule)))));
    gains.add(
        gain(
            new Text("全部告警按时确认并在承诺时限内关闭", "every alert taken on in time and closed as promised"),
            sheet -> with(sheet, sheet.proven(), handled(sheet))));
    gains.add(
        gain(
            new Text("数据完整", "no data missing"),
            sheet -> with(sheet, sheet.expected(), sheet.deductions())));
    return gains.stream()
        .filter(gain -> gain.points().signum() > 0)
        .sorted(Comparator.comparing(Gain::points).reversed())
        .toList();
  }

  private List<RuleId> rules() {
    return score.sheets().stream()
        .flatMap(sheet -> sheet.deductions().stream())
        .map(Deduction::rule)
        .distinct()
        .sorted()
        .toList();
  }

  private Gain gain(Text change, UnaryOperator<AreaSheet> made) {
    Score then = new Score(score.sheets().stream().map(made).toList(), score.weights());
    return new Gain(change, then.total().subtract(score.total()));
  }

  private static List<Deduction> without(AreaSheet sheet, RuleId rule) {
    return sheet.deductions().stream().filter(d -> !d.rule().equals(rule)).toList();
  }

  private List<Deduction> handled(AreaSheet sheet) {
    return sheet.deductions().stream().map(this::handled).toList();
  }

  private Deduction handled(Deduction d) {
    return d.handled()
        ? d
        : new Deduction(
            d.incident(),
            d.rule(),
            d.device(),
            d.principle(),
            d.severity(),
            d.raisedAt(),
            true,
            d.repeated(),
            d.points().multiply(score.weights().handled()));
  }

  private static AreaSheet with(AreaSheet sheet, Duration proven, List<Deduction> deductions) {
    return new AreaSheet(
        sheet.area(),
        sheet.responsible(),
        sheet.expected(),
        proven,
        sheet.poorest(),
        deductions,
        sheet.falseAlarms(),
        sheet.suppressed());
  }
}
