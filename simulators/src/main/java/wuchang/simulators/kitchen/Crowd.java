package wuchang.simulators.kitchen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;

/**
 * How many come to eat, and so how much is cooked and washed, compared with a usual day. A Friday
 * evening and a worked weekend are thinner, and no two days are alike; the same site has the same
 * days in all its machines, whatever their seed. Practice of works canteens; no source is known.
 *
 * @param salt tells sites apart
 */
public record Crowd(ZoneId zone, long salt) {
  private static final double[] WEEK = {1.01, 1.04, 1.03, 1.0, 0.9, 0.72, 0.68};
  private static final double FROM_DAY_TO_DAY = 0.05;
  private static final double SUMMER = 0.07;
  private static final int WARMEST_DAY = 200;

  /** A site's own, from its id. */
  public static Crowd of(ZoneId zone, String site) {
    return new Crowd(zone, site.hashCode());
  }

  /** The day's crowd; about 1. */
  public double on(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    SplittableRandom random = new SplittableRandom(salt * 0x9E3779B97F4A7C15L + day.toEpochDay());
    return WEEK[day.getDayOfWeek().ordinal()] * Dice.around(random, 1, FROM_DAY_TO_DAY);
  }

  /** How much more water a warm day takes: some 7 % above the year's mean in July. */
  public double thirst(Instant at) {
    int day = at.atZone(zone).getDayOfYear();
    return 1 + SUMMER * StrictMath.cos((day - WARMEST_DAY) * 2 * Math.PI / 365);
  }
}
