package wuchang.simulators.machine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.people.Walk;

/** Plans a gate's day: the roster's walks to the second, one after the other, and strangers. */
final class GatePlan {
  static final Comparator<Passage> ORDER = Comparator.comparing(Passage::from);

  /** How often a card is misread or somebody else's is tried, of all comings. */
  private static final double MISREAD = 0.015;

  /** A stranger at the door, a day. */
  private static final double STRANGERS = 0.3;

  private static final long JITTER_MILLIS = 40_000;
  private static final long GAP_MILLIS = 1_000;

  /** Between a door that is used and a lamp that burns. */
  private static final long MARGIN_MILLIS = 60_000;

  private GatePlan() {}

  /** What is left of the day after the step's beginning. */
  static List<Passage> of(GateBuild build, Moment moment, RandomGenerator random) {
    LocalDate day = build.roster().site().local(moment.now()).toLocalDate();
    RoomPlan.Day room = build.room().map(r -> r.on(moment.now())).orElse(RoomPlan.Day.NONE);
    List<Passage> wanted = new ArrayList<>();
    for (Walk walk : build.roster().on(day)) {
      if (walk.gate().equals(build.id())) {
        add(walk, build, room, random, wanted);
      }
    }
    if (random.nextDouble() < STRANGERS) {
      Instant at =
          day.atTime(8 + random.nextInt(10), random.nextInt(60))
              .atZone(build.roster().site().zone())
              .toInstant();
      wanted.add(new Passage(List.of(build.denied(at, strange(random)))));
    }
    wanted.sort(ORDER);
    return oneByOne(wanted, build, moment.before());
  }

  private static void add(
      Walk walk, GateBuild build, RoomPlan.Day room, RandomGenerator random, List<Passage> wanted) {
    Instant at = unlit(walk, room, walk.at().plusMillis(random.nextLong(JITTER_MILLIS)));
    if (walk.way() == Walk.Way.ENTERS && random.nextDouble() < MISREAD) {
      wanted.add(new Passage(List.of(build.denied(at.minusSeconds(4), strange(random)))));
    }
    wanted.add(build.passage(walk, at, Math.round(Dice.between(random, 400, 2_000))));
  }

  /** Nobody opens to a burning lamp: who comes then waits, who would leave has left before. */
  private static Instant unlit(Walk walk, RoomPlan.Day room, Instant at) {
    long from = at.toEpochMilli();
    long until = from + walk.open().toMillis() + MARGIN_MILLIS;
    for (RoomPlan.Span lamp : room.lamps()) {
      if (until > lamp.from() && from - MARGIN_MILLIS < lamp.until()) {
        boolean leaves = walk.way() == Walk.Way.LEAVES || walk.way() == Walk.Way.LEAVES_BY_CARD;
        return Instant.ofEpochMilli(
            leaves ? lamp.from() - (until - from) : lamp.until() + MARGIN_MILLIS);
      }
    }
    return at;
  }

  private static String strange(RandomGenerator random) {
    return String.format(Locale.ROOT, "%010d", random.nextLong(9_900_000_000L));
  }

  /** The door serves one after the other; what is over is left out. */
  private static List<Passage> oneByOne(List<Passage> wanted, GateBuild build, Instant after) {
    List<Passage> plan = new ArrayList<>();
    Instant free = after;
    for (Passage passage : wanted) {
      if (passage.from().isAfter(after)) {
        Passage moved = passage.notBefore(free, build);
        plan.add(moved);
        free = moved.to().plusMillis(GAP_MILLIS);
      }
    }
    return plan;
  }

  /** Those that are not in the way of others. */
  static List<Passage> without(List<Passage> plan, List<Passage> others) {
    List<Passage> free = new ArrayList<>();
    for (Passage passage : plan) {
      boolean inTheWay = false;
      for (Passage other : others) {
        inTheWay |=
            !passage.from().isAfter(other.to().plusMillis(GAP_MILLIS))
                && !passage.to().isBefore(other.from().minusMillis(GAP_MILLIS));
      }
      if (!inTheWay) {
        free.add(passage);
      }
    }
    return free;
  }
}
