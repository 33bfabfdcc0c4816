package wuchang.simulators.scenario;

import static java.util.Map.entry;
import static wuchang.simulators.scenario.Custom.minutes;
import static wuchang.simulators.scenario.Hours.ANY;
import static wuchang.simulators.scenario.Hours.CLOSED;
import static wuchang.simulators.scenario.Hours.WORKING;

import java.time.Duration;
import java.util.Map;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Truth;

/**
 * How mishaps go when a scenario does not say: as long as people in a canteen need to notice and
 * mend them. A door stands open until somebody passes, a compressor is dead until the mechanic has
 * been there, a burst pipe runs until the tap is found.
 */
final class Customs {
  private static final Map<String, Custom> USUAL =
      Map.ofEntries(
          entry("fridge-failure", minutes(240, 720, 0.8, ANY)),
          entry("freezer-failure", minutes(600, 1_080, 0.9, ANY)),
          entry("door-left-open", minutes(25, 120, 0.5, ANY)),
          entry("cabinet-overheat", minutes(30, 90, 0.8, WORKING)),
          entry("burst-pipe", minutes(40, 240, 0.6, ANY)),
          entry("overload", minutes(40, 120, 0.6, WORKING)),
          entry("forced-open", minutes(3, 30, 1, CLOSED)),
          entry("held-open", minutes(5, 30, 1, WORKING)),
          entry("probe-unplugged", minutes(30, 240, 1, ANY)),
          entry("sensor-silent", minutes(60, 480, 1, ANY)));

  private static final Duration SHORT = Duration.ofMinutes(60);
  private static final Duration LONG = Duration.ofMinutes(180);

  private Customs() {}

  /** That of a kind; for kinds without any, one that makes its label true. */
  static Custom of(MishapKind kind) {
    Custom usual = USUAL.get(kind.word());
    return usual == null ? trueTo(kind) : usual;
  }

  private static Custom trueTo(MishapKind kind) {
    Duration needed = Duration.ZERO;
    double severity = 0.6;
    for (Truth truth : kind.truths()) {
      needed = needed.compareTo(truth.leastLasting()) < 0 ? truth.leastLasting() : needed;
      severity = Math.max(severity, truth.leastSeverity());
    }
    Duration least = max(SHORT, needed.multipliedBy(5).dividedBy(4));
    return new Custom(least, max(LONG, least.multipliedBy(2)), severity, 1, ANY);
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
