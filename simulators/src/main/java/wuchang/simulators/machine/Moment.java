package wuchang.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.mishap.Troubles;

/**
 * What surrounds a machine during one step.
 *
 * @param now the end of the step
 * @param step how long it is; some seconds at most, or the models' sums become unstable
 * @param local the site's time of day at its end
 * @param ambient the kitchen's air, °C
 * @param fedWatts what the devices on this machine's circuit draw, for a meter
 * @param troubles what is wrong with this machine
 */
public record Moment(
    Instant now,
    Duration step,
    LocalTime local,
    Bustle bustle,
    double ambient,
    double fedWatts,
    Troubles troubles) {

  /** The longest step that every model allows: the smallest lag, a coil's, is about a minute. */
  public static final Duration LONGEST_STEP = Duration.ofSeconds(15);

  private static final long DAY_NANOS = Duration.ofDays(1).toNanos();

  public Moment {
    if (step.isNegative() || step.isZero() || step.compareTo(LONGEST_STEP) > 0) {
      throw new IllegalArgumentException("a step of " + step + "; expected up to " + LONGEST_STEP);
    }
  }

  public double seconds() {
    return step.toNanos() / 1e9;
  }

  /** The step's beginning. */
  public Instant before() {
    return now.minus(step);
  }

  /** Whether that time of day is passed in this step. */
  boolean passes(LocalTime time) {
    long since = local.toNanoOfDay() - time.toNanoOfDay();
    return Math.floorMod(since, DAY_NANOS) < step.toNanos();
  }
}
