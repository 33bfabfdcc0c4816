package wuchang.simulators.kitchen;

import java.util.random.RandomGenerator;

/**
 * Draws from the distributions that the models use. Tails are cut at two and a half deviations, so
 * that no unit is absurd; StrictMath, so that the same seed gives the same bytes on every machine.
 */
public final class Dice {
  private static final double TAIL = 2.5;
  private static final double SECONDS_PER_HOUR = 3600;

  private Dice() {}

  /** Around a mean. */
  public static double around(RandomGenerator random, double mean, double deviation) {
    double normal = Math.max(-TAIL, Math.min(TAIL, random.nextGaussian()));
    return mean + deviation * normal;
  }

  /** Evenly between two bounds. */
  public static double between(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Log-normal: half are below the median, and a few are much above. */
  public static double longTailed(RandomGenerator random, double median, double sigma) {
    return median * StrictMath.exp(around(random, 0, sigma));
  }

  /** How many times something that happens so often an hour happens in these seconds. */
  public static int times(RandomGenerator random, double perHour, double seconds) {
    double expected = perHour * seconds / SECONDS_PER_HOUR;
    if (expected <= 0) {
      return 0;
    }
    double drawn = random.nextDouble();
    if (drawn >= expected) {
      return 0;
    }
    double exactly = StrictMath.exp(-expected);
    double more = 1 - exactly;
    int times = 0;
    while (drawn < more) {
      times++;
      exactly *= expected / times;
      more -= exactly;
    }
    return times;
  }

  /** Whether something that happens so often an hour happens in these seconds. */
  public static boolean happens(RandomGenerator random, double perHour, double seconds) {
    double expected = perHour * seconds / SECONDS_PER_HOUR;
    if (expected <= 0) {
      return false;
    }
    double drawn = random.nextDouble();
    // The chance is never more than what is expected, which spares nearly every exponential.
    return drawn < expected && drawn < -StrictMath.expm1(-expected);
  }
}
