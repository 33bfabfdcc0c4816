package wuchang.simulators.realism;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;
import wuchang.simulators.machine.Machine;
import wuchang.simulators.machine.Moment;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.machine.Turn;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.mishap.Troubles;

/** Days of a simulated device in a canteen of 800 diners and three meals, noted at an interval. */
record Recording(Map<Metric, Series> metrics, List<Saying> sayings) {
  /** Midnight of a Monday, at the site. */
  static final Instant START = Instant.parse("2026-11-22T16:00:00Z");

  private static final Duration STEP = Duration.ofSeconds(10);
  private static final double WARMING_SECONDS = 1_200;

  /** The first device of that kind at the site, as another seed draws it. */
  static Recording of(DeviceKind kind, long seed, Duration span, Duration interval) {
    RandomGenerator random = new SplittableRandom(seed);
    Workshop workshop = new Workshop(EastCanteen.site(), Map.of(), Map.of());
    Device device =
        workshop.site().devices().values().stream()
            .filter(each -> each.kind() == kind)
            .findFirst()
            .orElseThrow();
    return of(workshop.build(device, seed, random), random, span, interval);
  }

  private static Recording of(
      Machine first, RandomGenerator random, Duration span, Duration interval) {
    Kitchen kitchen = Kitchen.of(EastCanteen.site());
    Map<Metric, Series> metrics = new HashMap<>();
    List<Saying> sayings = new ArrayList<>();
    Machine machine = first;
    double ambient = kitchen.warmth(START, kitchen.bustle(START));
    for (Instant now = START.plus(STEP); !now.isAfter(START.plus(span)); now = now.plus(STEP)) {
      Bustle bustle = kitchen.bustle(now);
      ambient += (kitchen.warmth(now, bustle) - ambient) * STEP.toSeconds() / WARMING_SECONDS;
      LocalTime local = now.atZone(kitchen.zone()).toLocalTime();
      Turn turn =
          machine.next(new Moment(now, STEP, local, bustle, ambient, 0, Troubles.NONE), random);
      machine = turn.machine();
      sayings.addAll(turn.sayings());
      if (now.getEpochSecond() % interval.toSeconds() == 0) {
        note(metrics, now, machine.readings());
      }
    }
    return new Recording(metrics, sayings);
  }

  private static void note(Map<Metric, Series> metrics, Instant now, Map<Metric, Double> shown) {
    shown.forEach(
        (metric, value) ->
            metrics
                .computeIfAbsent(metric, any -> new Series(new TreeMap<>()))
                .values()
                .put(now, value));
  }

  Series of(Metric metric) {
    return metrics.getOrDefault(metric, new Series(new TreeMap<>()));
  }
}
