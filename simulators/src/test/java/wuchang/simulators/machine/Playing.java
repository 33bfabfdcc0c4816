package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Troubles;

/** Lets time pass for one machine, two seconds a step; the site's time is UTC. */
final class Playing<M extends Machine> {
  static final DeviceId DEVICE = DeviceId.of("device-1");
  static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  static final double AMBIENT = 26;

  private static final Duration USUAL_STEP = Duration.ofSeconds(2);

  private final RandomGenerator random;
  private final List<Mishap> mishaps = new ArrayList<>();
  private final List<Saying> sayings = new ArrayList<>();
  private Consumer<M> watcher = machine -> {};
  private Duration step = USUAL_STEP;
  private Bustle bustle = Bustle.CLOSED;
  private double fed;
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

  /** In other steps than two seconds. */
  Playing<M> inSteps(Duration longer) {
    step = longer;
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
              now, step, now.atZone(ZoneOffset.UTC).toLocalTime(), bustle, AMBIENT, fed, troubles);
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
