package wuchang.simulators.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.Person;
import wuchang.domain.site.Role;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.kitchen.Kitchen;

/**
 * One person's way through a gate on one day: comes, goes out and in now and then, leaves. Some are
 * early birds, and some go out more often than others.
 *
 * @param early minutes before work, mostly
 * @param busy how much longer or shorter than others they stay at work between two errands
 */
record Commute(Roster roster, Person person, double early, double busy, RandomGenerator random) {
  /** Minutes between two errands, and how long one takes. */
  private static final double AT_WORK = 55;

  private static final double ON_ERRAND = 7;

  /** How often a manager looks in on a day off, and a head on a working day. */
  private static final double LOOKS_IN = 0.2;

  List<Walk> on(LocalDate day, WorkDay work, int nth) {
    if (person.role() == Role.OPERATION || person.role() == Role.CONTRACTOR) {
      boolean late = work.hasTwoShifts() && (nth + day.toEpochDay() / 7) % 2 == 1;
      Instant from = late ? work.closes().minus(WorkDay.SHIFT) : work.opens();
      Instant to = late || !work.hasTwoShifts() ? work.closes() : from.plus(WorkDay.SHIFT);
      return between(from, to);
    }
    if (person.role() == Role.MANAGEMENT) {
      return between(roster.at(day, 8), roster.at(day, 17.25));
    }
    return random.nextDouble() < LOOKS_IN
        ? between(roster.at(day, 10), roster.at(day, 11.5))
        : List.of();
  }

  /** A manager looks in when the gate lets people in at all. */
  List<Walk> onDayOff(LocalDate day) {
    Instant at = roster.at(day, Dice.between(random, 9, 11));
    boolean comes = person.role() == Role.MANAGEMENT && random.nextDouble() < LOOKS_IN;
    List<Walk> walks = new ArrayList<>();
    if (comes && isLetIn(at, false)) {
      walks.add(walk(at, Walk.Way.ENTERS));
      walks.add(walk(at.plus(Roster.minutes(25)), Walk.Way.LEAVES));
    }
    return walks;
  }

  /** Comes some minutes before work, mostly, and leaves some minutes after it. */
  private List<Walk> between(Instant from, Instant to) {
    List<Walk> walks = new ArrayList<>();
    Instant come = letIn(from.minus(Roster.minutes(Dice.around(random, early, 3))));
    Instant leave = to.plus(Roster.minutes(Dice.between(random, 1, 14)));
    walks.add(walk(come, Walk.Way.ENTERS));
    Instant out = come.plus(Roster.minutes(atWork()));
    while (out.isBefore(leave.minus(Roster.minutes(20)))) {
      Instant in = out.plus(Roster.minutes(Dice.longTailed(random, ON_ERRAND, 0.6)));
      if (in.isBefore(leave) && isLetIn(in, true)) {
        walks.add(walk(out, Walk.Way.LEAVES));
        walks.add(walk(in, Walk.Way.ENTERS));
      }
      out = in.plus(Roster.minutes(atWork()));
    }
    walks.add(walk(leave, Walk.Way.LEAVES));
    return walks;
  }

  private double atWork() {
    return 8 - busy * AT_WORK * StrictMath.log(1 - 0.98 * random.nextDouble());
  }

  private Walk walk(Instant at, Walk.Way way) {
    Duration open = Duration.ofMillis(Math.round(Dice.between(random, 3_000, 8_000)));
    return new Walk(at, door(), way, Roster.badge(person), open, "");
  }

  /** Everybody has a door of their own habit: that of their area, or one that all may use. */
  private DeviceId door() {
    List<DeviceId> own = roster.doorsOf(person);
    return own.get(Math.floorMod(person.id().value().hashCode(), own.size()));
  }

  /** Who is too early waits until the gate lets people in, two hours at most. */
  private Instant letIn(Instant wanted) {
    Instant at = wanted;
    for (int minute = 0; minute < 120 && !isLetIn(at, true); minute++) {
      at = at.plus(Duration.ofMinutes(1));
    }
    return at;
  }

  private boolean isLetIn(Instant at, boolean works) {
    Device gate = roster.site().devices().get(door());
    ZonedDateTime local = roster.site().local(at);
    ZonedDateTime day = works ? Kitchen.of(roster.site()).weekdayLike(local) : local;
    return gate.traits().allowed().isEmpty()
        || gate.traits().allowed().stream().anyMatch(window -> window.contains(day));
  }
}
