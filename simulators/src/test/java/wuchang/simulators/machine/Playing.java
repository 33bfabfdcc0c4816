package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Troubles;

/** Lets time pass for one machine, two seconds a step; the site's time is UTC unless said. */
final class Playing<M extends Machine> {
  static final DeviceId DEVICE = DeviceId.of("device-1");
  static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  static final double AMBIENT = 26;

  private final RandomGenerator random;
  private final List<Mishap> mishaps = new ArrayList<>();
  private final List<Saying> sayings = new ArrayList<>();
  private Consumer<M> watcher = machine -> {};
  private Bustle bustle = Bustle.CLOSED;
  private double fed;
  private ZoneId zone = ZoneOffset.UTC;
  private Duration step = Duration.ofSeconds(2);
  private Function<Instant, Bustle> calendar = at -> bustle;
  private M machine;
  private Instant now = START;

  Playing(M machine, long seed) {
    this.machine = machine;
    this.random = new SplittableRandom(seed);
  }

  Playing<M> during(Bustle phase) {
    bustle = phase;
    return this;
  }

  /** Lets the kitchen's calendar say how busy it is. */
  Playing<M> by(Kitchen kitchen) {
    calendar = kitchen::bustle;
    return this;
  }

  Playing<M> in(ZoneId where) {
    zone = where;
    return this;
  }

  Playing<M> stepping(Duration each) {
    step = each;
    return this;
  }

  Playing<M> fed(double watts) {
    fed = watts;
    return this;
  }

  /** Something that goes wrong from now on for so long. */
  Playing<M> with(MishapKind kind, double severity, Duration lasting) {
    mishaps.add(new Mishap(kind, DEVICE, now.plusMillis(1), now.plus(lasting), severity));
    return this;
  }

  /** Sees the machine after each step from now on. */
  Playing<M> watch(Consumer<M> each) {
    watcher = each;
    return this;
  }

  @SuppressWarnings("unchecked")
  Playing<M> pass(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plus(step);
      Troubles troubles = Troubles.of(mishaps, DEVICE, now);
      Moment moment =
          new Moment(
              now,
              step,
              now.atZone(zone).toLocalTime(),
              calendar.apply(now),
              AMBIENT,
              fed,
              troubles);
      Turn turn = machine.next(moment, random);
      machine = (M) turn.machine();
      sayings.addAll(turn.sayings());
      watcher.accept(machine);
    }
    return this;
  }

  M machine() {
    return machine;
  }

  Instant now() {
    return now;
  }

  /** All that it said by itself so far. */
  List<Saying> sayings() {
    return List.copyOf(sayings);
  }
}
