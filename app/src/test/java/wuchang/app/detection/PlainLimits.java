package wuchang.app.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.lab.Found;
import wuchang.simulators.csv.Row;

/**
 * A monitor that many a site has: the rules' own limits on the values as they come in, and an alarm
 * when one has been passed at once, or for so long without a break. It knows no goods, no defrost,
 * no gaps and no sentinels.
 */
final class PlainLimits {
  private static final double HOUR_MILLIS = 3_600_000;

  private final Duration held;
  private final Map<DeviceId, List<Watch>> watches = new HashMap<>();
  private final List<Found> found = new ArrayList<>();

  /**
   * @param held for how long a limit must have been passed
   */
  PlainLimits(RulesInForce rules, Site site, Duration held) {
    this.held = held;
    site.devices()
        .values()
        .forEach(
            device ->
                watches.put(
                    device.id(), rules.on(device).stream().flatMap(PlainLimits::watch).toList()));
  }

  /** Takes in a value; one that is older than the newest of its metric is passed over. */
  void take(Row.Value value) {
    for (Watch watch : watches.getOrDefault(value.device(), List.of())) {
      watch.take(value, held, found);
    }
  }

  /** Everything that was found; what is wrong at the end stays open. */
  List<Found> findings() {
    List<Found> all = new ArrayList<>(found);
    watches.values().forEach(list -> list.forEach(watch -> watch.open().ifPresent(all::add)));
    return all;
  }

  private static Stream<Watch> watch(RulesInForce.OnDevice on) {
    return condition(on)
        .map(wrong -> new Watch(on.rule().id(), on.device().id(), on.rule().severity(), wrong))
        .stream();
  }

  /** What is wrong with a metric; empty for rules that are about something else than a limit. */
  private static Optional<Map<Metric, DoublePredicate>> condition(RulesInForce.OnDevice on) {
    List<String> metrics = on.rule().words().getOrDefault("metric", List.of());
    List<String> estimate = on.rule().words().getOrDefault("estimate", List.of());
    Map<Metric, DoublePredicate> wrong = new HashMap<>();
    if (on.rule().kind().word().equals("flag")) {
      metrics.forEach(metric -> wrong.put(Metric.of(metric), value -> value > 0.5));
    } else if (on.rule().kind().word().equals("threshold") && estimate.contains("flow")) {
      wrong.put(Metric.WATER_TOTAL, new Rate(passes(on.values())));
    } else if (on.rule().kind().word().equals("threshold")) {
      metrics.forEach(metric -> wrong.put(Metric.of(metric), passes(on.values())));
    }
    return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
  }

  private static DoublePredicate passes(Map<String, Quantity> values) {
    double above =
        Optional.ofNullable(values.get("above")).map(Quantity::value).orElse(Double.MAX_VALUE);
    double below =
        Optional.ofNullable(values.get("below")).map(Quantity::value).orElse(-Double.MAX_VALUE);
    return value -> value > above || value < below;
  }

  /** Marks a condition that is about what a counter gains in an hour. */
  private record Rate(DoublePredicate perHour) implements DoublePredicate {
    @Override
    public boolean test(double value) {
      return perHour.test(value);
    }
  }

  /** One rule on one device. */
  private static final class Watch {
    private final RuleId rule;
    private final DeviceId device;
    private final Severity severity;
    private final Map<Metric, DoublePredicate> wrong;
    private final Map<Metric, Row.Value> newest = new HashMap<>();
    private final Map<Metric, Boolean> passed = new HashMap<>();
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> raised = Optional.empty();

    Watch(RuleId rule, DeviceId device, Severity severity, Map<Metric, DoublePredicate> wrong) {
      this.rule = rule;
      this.device = device;
      this.severity = severity;
      this.wrong = wrong;
    }

    void take(Row.Value value, Duration held, List<Found> found) {
      DoublePredicate condition = wrong.get(value.metric());
      Row.Value before = newest.get(value.metric());
      if (condition == null || (before != null && !value.time().isAfter(before.time()))) {
        return;
      }
      newest.put(value.metric(), value);
      passed.put(value.metric(), isPassed(condition, before, value));
      if (passed.containsValue(true)) {
        goOn(value.time(), held);
      } else {
        open(value.time()).ifPresent(found::add);
        since = Optional.empty();
        raised = Optional.empty();
      }
    }

    private void goOn(Instant now, Duration held) {
      Instant began = since.orElse(now);
      since = Optional.of(began);
      if (raised.isEmpty() && !began.plus(held).isAfter(now)) {
        raised = Optional.of(now);
      }
    }

    private static boolean isPassed(
        DoublePredicate condition, Row.@Nullable Value before, Row.Value value) {
      if (!(condition instanceof Rate)) {
        return condition.test(value.value());
      }
      if (before == null) {
        return false;
      }
      double hours = Duration.between(before.time(), value.time()).toMillis() / HOUR_MILLIS;
      return condition.test((value.value() - before.value()) / hours);
    }

    Optional<Found> open() {
      return raised.map(
          at -> new Found(rule, device, severity, since.orElseThrow(), at, Optional.empty()));
    }

    private Optional<Found> open(Instant until) {
      return raised.map(
          at -> new Found(rule, device, severity, since.orElseThrow(), at, Optional.of(until)));
    }
  }
}
