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
 * @param supply what its circuit gives of the voltage that it should, 0 to 1; devices on no circuit
 *     have it all
 */
public record Moment(
    Instant now,
    Duration step,
    LocalTime local,
    Bustle bustle,
    double ambient,
    double fedWatts,
    Troubles troubles,
    double supply) {

  /** The longest step that every model allows: the smallest lag, a coil's, is about a minute. */
  public static final Duration LONGEST_STEP = Duration.ofSeconds(15);

  private static final long DAY_NANOS = Duration.ofDays(1).toNanos();

  /** Contactors and relays let go somewhere between a fifth and three quarters of their voltage. */
  private static final double DROPS_OUT = 0.6;

  public Moment {
    if (step.isNegative() || step.isZero() || step.compareTo(LONGEST_STEP) > 0) {
      throw new IllegalArgumentException("a step of " + step + "; expected up to " + LONGEST_STEP);
    }
  }

  /** One whose circuit gives what it should. */
  public Moment(
      Instant now,
      Duration step,
      LocalTime local,
      Bustle bustle,
      double ambient,
      double fedWatts,
      Troubles troubles) {
    this(now, step, local, bustle, ambient, fedWatts, troubles, 1);
  }

  /** Whether compressors, heaters and fans run on what the circuit gives. */
  public boolean isPowered() {
    return supply >= DROPS_OUT;
  }

  public double seconds() {
    return step.toNanos() / 1e9;
  }

  /** One of so many equal parts of it, counted from 1. */
  public Moment part(long number, long of) {
    Duration rest = step.dividedBy(of).multipliedBy(of - number);
    return new Moment(
        now.minus(rest),
        step.dividedBy(of),
        local.minus(rest),
        bustle,
        ambient,
        fedWatts,
        troubles,
        supply);
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
