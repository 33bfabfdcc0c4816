package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.canteen.EastCanteen;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Troubles;

/** Days of one cold unit in a canteen with three meals, from midnight on. */
final class ColdDays {
  /** Midnight of a Monday, at the site. */
  static final Instant START = Instant.parse("2026-11-22T16:00:00Z");

  private final Kitchen kitchen = Kitchen.of(EastCanteen.site());
  private final RandomGenerator random;
  private final List<Mishap> mishaps = new ArrayList<>();
  private final List<Saying> sayings = new ArrayList<>();
  private final Duration step;
  private BiConsumer<Instant, ColdCabinet> watcher = (now, unit) -> {};
  private ColdCabinet unit;
  private Instant now = START;
  private double ambient = 22.5;

  ColdDays(ColdCabinet unit, long seed, Duration step) {
    this.unit = unit;
    this.random = new SplittableRandom(seed);
    this.step = step;
  }

  /** Something that goes wrong from an hour of the first day on. */
  ColdDays with(MishapKind kind, double severity, double hour, Duration lasting) {
    Instant onset = START.plusSeconds(Math.round(hour * 3600)).plusMillis(1);
    mishaps.add(new Mishap(kind, Playing.DEVICE, onset, onset.plus(lasting), severity));
    return this;
  }

  ColdDays watch(BiConsumer<Instant, ColdCabinet> each) {
    watcher = each;
    return this;
  }

  ColdDays pass(Duration time) {
    Instant end = now.plus(time);
    Bustle bustle = kitchen.bustle(now);
    double warmth = kitchen.warmth(now, bustle);
    LocalTime local = now.atZone(kitchen.zone()).toLocalTime();
    while (now.isBefore(end)) {
      now = now.plus(step);
      local = local.plus(step);
      if (now.getEpochSecond() % 60 == 0) {
        bustle = kitchen.bustle(now);
        warmth = kitchen.warmth(now, bustle);
      }
      ambient += (warmth - ambient) * step.toMillis() / 1_200_000.0;
      Troubles troubles = Troubles.of(mishaps, Playing.DEVICE, now);
      Turn turn = unit.next(new Moment(now, step, local, bustle, ambient, 0, troubles), random);
      unit = (ColdCabinet) turn.machine();
      sayings.addAll(turn.sayings());
      watcher.accept(now, unit);
    }
    return this;
  }

  ColdCabinet unit() {
    return unit;
  }

  List<Saying> sayings() {
    return List.copyOf(sayings);
  }

  /** How long each opening lasted, s; an opening that is not over is left out. */
  List<Double> openings() {
    List<Double> lengths = new ArrayList<>();
    Instant opened = Instant.MAX;
    for (Saying saying : sayings) {
      boolean open = ((Saying.Values) saying).values().get(Metric.DOOR_OPEN) > 0;
      if (!open && opened.isBefore(saying.at())) {
        lengths.add(Duration.between(opened, saying.at()).toMillis() / 1000.0);
      }
      opened = open ? saying.at() : Instant.MAX;
    }
    return lengths;
  }
}
