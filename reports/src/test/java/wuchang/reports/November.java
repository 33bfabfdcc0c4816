package wuchang.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.score.ScoreWeights;
import wuchang.reports.figure.Basis;
import wuchang.reports.score.ScoredMonth;

/** The November that is scored in tests: over, and with the weights in force. */
final class November {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  static final ScoredMonth MONTH =
      ScoredMonth.of(NOVEMBER, ZONE, Instant.parse("2026-12-05T00:00:00Z"));
  static final ScoreWeights WEIGHTS = ScoreWeights.CURRENT;

  private November() {}

  /** Each for one rule, which needs temperatures. */
  static Map<DeviceId, Map<RuleId, Basis>> watched(DeviceId... devices) {
    Map<RuleId, Basis> rules = Map.of(RuleId.of("FRG-01"), Canteen.TEMPERATURE);
    return Stream.of(devices).collect(Collectors.toMap(device -> device, device -> rules));
  }

  /** Each day as it is proven, a share of 1: one half in order, the other in breach. */
  static List<Coverage> days(DeviceId device, double proven) {
    List<Coverage> days = new ArrayList<>();
    for (LocalDate day = MONTH.firstDay(); day.isBefore(MONTH.until()); day = day.plusDays(1)) {
      long good = Math.round(86_400_000 * proven);
      days.add(
          new Coverage(
              Coverage.Period.of(day),
              device,
              RuleId.of("FRG-01"),
              Duration.ofMillis(good / 2),
              Duration.ofMillis(good - good / 2),
              Duration.ofMillis(86_400_000 - good)));
    }
    return days;
  }
}
