package wuchang.simulators.demo;

import static wuchang.simulators.mishap.CabinetMishap.*;
import static wuchang.simulators.mishap.ColdMishap.*;
import static wuchang.simulators.mishap.GateMishap.*;
import static wuchang.simulators.mishap.PowerMishap.*;
import static wuchang.simulators.mishap.SensorMishap.*;
import static wuchang.simulators.mishap.WaterMishap.*;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.Label;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;

/**
 * What goes wrong in the demo, planned a little ahead. History holds four mishaps that are over.
 * Going live begins with what is seen at once: a gate forced in the first seconds, a door left
 * open, a cabinet that has been overheating for some minutes, a fridge whose compressor died an
 * hour ago. After a quarter of an hour one mishap follows another every five to eight minutes, so
 * that somebody who watches sees alerts come and go and can read each.
 *
 * @param mishaps all that were planned, in the order of planning
 * @param next when the next is planned
 * @param gap the mean time between two
 */
record Programme(Stage stage, List<Mishap> mishaps, Instant next, Duration gap) {
  private static final Duration AT_ONCE = Duration.ofMinutes(14);
  private static final Duration CALM = Duration.ofSeconds(390);

  /** However fast the clock runs, a person needs so many seconds for each mishap. */
  private static final double SECONDS_TO_READ = 100;

  Programme {
    mishaps = List.copyOf(mishaps);
  }

  /**
   * What is over, and what has begun, when the demo goes live at about that time.
   *
   * @param speed how fast the clock runs
   */
  static Programme before(Stage stage, Instant live, double speed) {
    Duration gap = Duration.ofMillis(Math.round(SECONDS_TO_READ * speed * 1_000));
    Plan plan = new Plan(stage, live.truncatedTo(ChronoUnit.SECONDS));
    plan.add(FRIDGE_FAILURE, 0, -15 * 60, -11 * 60, 1);
    plan.add(BURST_PIPE, 0, -9 * 60, -9 * 60 + 22, 1);
    plan.add(DOOR_LEFT_OPEN, 1, -6 * 60, -6 * 60 + 12, 1);
    plan.add(HELD_OPEN, 0, -3 * 60, -3 * 60 + 4, 1);
    plan.add(CABINET_OVERHEAT, 0, -11, 9, 1);
    plan.add(FRIDGE_FAILURE, 1, -80, 30, 1);
    return new Programme(stage, plan.mishaps, Instant.MAX, gap.compareTo(CALM) > 0 ? gap : CALM);
  }

  /** Without what would have begun before that: nobody has seen it begin. */
  Programme from(Instant start) {
    List<Mishap> seen = mishaps.stream().filter(m -> !m.onset().isBefore(start)).toList();
    return new Programme(stage, seen, next, gap);
  }

  /** The truth about all of them. */
  List<Label> labels(long seed) {
    return mishaps.stream().flatMap(m -> Label.of(m, stage.site(), seed).stream()).toList();
  }

  /** The demo has gone live: what is seen at once, then what follows. */
  Programme live(Instant now) {
    Plan plan = new Plan(stage, now.truncatedTo(ChronoUnit.SECONDS));
    plan.mishaps.addAll(mishaps);
    plan.add(FORCED_OPEN, 0, 0.1, 3, 1);
    plan.add(DOOR_LEFT_OPEN, 0, 0.4, 7, 0.8);
    plan.add(OVERLOAD, 1, 3.5, 14, 0.7);
    plan.add(PROBE_UNPLUGGED, 5, 8.5, 15, 1);
    return new Programme(stage, plan.mishaps, plan.zero().plus(AT_ONCE), gap);
  }

  /** Plans what is due by then. */
  Programme upTo(Instant now, RandomGenerator random) {
    Programme programme = this;
    while (!programme.next.isAfter(now)) {
      programme = programme.withOneMore(random);
    }
    return programme;
  }

  /** Those that matter for a step after that instant. */
  List<Mishap> since(Instant time) {
    return mishaps.stream().filter(mishap -> mishap.end().isAfter(time)).toList();
  }

  private Programme withOneMore(RandomGenerator random) {
    List<Mishap> more = new ArrayList<>(mishaps);
    List<Mishap> recent = since(next.minus(Duration.ofHours(1)));
    Act act = draw(recent, random);
    List<DeviceId> well = stage.wellFor(act.kind(), recent, next);
    if (!well.isEmpty()) {
      more.add(act.at(next, well.get(random.nextInt(well.size())), random));
    }
    double pause = gap.toMillis() * Dice.between(random, 0.75, 1.25);
    return new Programme(stage, more, next.plusMillis(Math.round(pause)), gap);
  }

  /** By weight, of those that are not going on already. */
  private Act draw(List<Mishap> recent, RandomGenerator random) {
    List<Act> acts =
        Act.REPERTOIRE.stream()
            .filter(a -> recent.stream().noneMatch(m -> m.kind() == a.kind() && m.isActive(next)))
            .toList();
    int ticket = random.nextInt(acts.stream().mapToInt(Act::weight).sum());
    for (Act act : acts) {
      ticket -= act.weight();
      if (ticket < 0) {
        return act;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  /** Collects mishaps by minutes before and after an instant, where the site has such a device. */
  private record Plan(Stage stage, Instant zero, List<Mishap> mishaps) {
    Plan(Stage stage, Instant zero) {
      this(stage, zero, new ArrayList<>());
    }

    void add(MishapKind kind, int nth, double onset, double end, double severity) {
      stage
          .nth(kind, nth)
          .ifPresent(
              device ->
                  mishaps.add(new Mishap(kind, device, minutes(onset), minutes(end), severity)));
    }

    private Instant minutes(double minutes) {
      return zero.plusMillis(Math.round(minutes * 60_000));
    }
  }
}
