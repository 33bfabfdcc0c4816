package wuchang.simulators.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.kitchen.Mealtimes;

/**
 * What people mean to do in one room for cold dishes: before each meal the ultraviolet lamp burns
 * for 35–50 minutes with nobody inside, the room is aired, then they work in it, coming and going,
 * until the service ends, and clean it. All devices of an area follow the same plan, whatever their
 * order: it is drawn from the area's habit and each meal's own time.
 *
 * @param habit the area's own; the same for all its devices
 */
record RoomPlan(Mealtimes times, long habit) {
  private static final long MINUTE = 60_000;

  /** A motion detector sees somebody for so long after the last motion, ms. */
  static final long LINGERS = MINUTE;

  /** Epoch milliseconds; the end is outside. */
  record Span(long from, long until) {
    boolean contains(long millis) {
      return millis >= from && millis < until;
    }
  }

  /**
   * One day of the room.
   *
   * @param visits when somebody is inside, in order
   * @param lamps when the lamp burns
   * @param open from the first switch to the last visit's end, meal by meal
   */
  record Day(long until, List<Span> visits, List<Span> lamps, List<Span> open) {
    static final Day NONE = new Day(Long.MIN_VALUE, List.of(), List.of(), List.of());

    /** Whether a motion detector sees somebody. */
    boolean isSeen(long millis) {
      for (Span visit : visits) {
        if (millis < visit.from()) {
          return false;
        }
        if (millis < visit.until() + LINGERS) {
          return true;
        }
      }
      return false;
    }

    /** Whether somebody has gone through the door after one time and up to another. */
    boolean isPassed(long after, long upTo) {
      for (Span visit : visits) {
        if (upTo < visit.from()) {
          return false;
        }
        if (visit.from() > after || visit.until() > after && visit.until() <= upTo) {
          return true;
        }
      }
      return false;
    }

    boolean isLampTime(long millis) {
      return covers(lamps, millis);
    }

    boolean isOpen(long millis) {
      return covers(open, millis);
    }

    private static boolean covers(List<Span> spans, long millis) {
      for (Span span : spans) {
        if (span.contains(millis)) {
          return true;
        }
      }
      return false;
    }
  }

  Day on(Instant at) {
    Mealtimes.Day day = times.on(at);
    List<Span> visits = new ArrayList<>();
    List<Span> lamps = new ArrayList<>();
    List<Span> open = new ArrayList<>();
    long free = Long.MIN_VALUE;
    for (Mealtimes.Served meal : day.meals()) {
      RandomGenerator random = new SplittableRandom(habit ^ meal.service());
      long wanted = meal.service() - minutes(random, 105, 150);
      long from = Math.max(wanted, free);
      long until = Math.min(from + minutes(random, 35, 50), meal.service() - 10 * MINUTE);
      lamps.add(new Span(from, Math.max(from + MINUTE, until)));
      long left = work(until + minutes(random, 8, 15), meal.over(), visits, random);
      long cleaned = left + minutes(random, 12, 20);
      visits.add(new Span(left + 3 * MINUTE, cleaned));
      open.add(new Span(from, cleaned));
      free = cleaned + 4 * MINUTE;
    }
    return new Day(day.until(), List.copyOf(visits), List.copyOf(lamps), List.copyOf(open));
  }

  /** Stays of some minutes with short ways to the kitchen between them; the end of the last. */
  private static long work(long from, long until, List<Span> visits, RandomGenerator random) {
    long at = from;
    while (at < until) {
      long leaves = Math.min(until, at + minutes(random, 6, 25));
      visits.add(new Span(at, leaves));
      at = leaves + minutes(random, 1, 6);
    }
    return until;
  }

  private static long minutes(RandomGenerator random, double least, double most) {
    return Math.round(MINUTE * Dice.between(random, least, most));
  }
}
