package wuchang.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that reads the clock. It never goes back, so that nothing is judged twice, and
 * never stands still, for readings without a time of their own get theirs here, and of two with one
 * time only the first is kept. When the machine's clock is set back, it goes on from where it was,
 * at nine tenths of its pace until the machine has caught up.
 *
 * <p>It can run faster than the machine's, from the moment it was made: a demonstration shows a day
 * in an hour, and every part of the system lives in the same time.
 */
public final class SystemClock implements InstantSource {
  private static final Logger LOG = LoggerFactory.getLogger(SystemClock.class);

  /** A step of at least so much is worth a line; time servers take smaller ones all the time. */
  private static final Duration TOLD = Duration.ofSeconds(-1);

  private final InstantSource machine;
  private final double speed;
  private final Instant started;
  private Instant last;

  private final Duration ahead;
  private Instant machineLast;
  private Duration lead = Duration.ZERO;

  private SystemClock(InstantSource machine, double speed, Instant notBefore) {
    this.machine = machine;
    this.speed = speed;
    this.started = machine.instant();
    this.machineLast = started;
    this.ahead = notBefore.isAfter(started) ? Duration.between(started, notBefore) : Duration.ZERO;
    this.last = started.plus(ahead);
  }

  /** The machine's own time. */
  public static SystemClock real() {
    return of(InstantSource.system(), 1, Instant.MIN);
  }

  /**
   * So many times as fast as the machine's, from now.
   *
   * @param notBefore where it begins if that is later than now: how far it had come before
   * @throws IllegalArgumentException when the speed is not a number above 0
   */
  public static SystemClock running(double speed, Instant notBefore) {
    return of(InstantSource.system(), speed, notBefore);
  }

  static SystemClock of(InstantSource machine, double speed, Instant notBefore) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be a number above 0, not " + speed);
    }
    return new SystemClock(machine, speed, notBefore);
  }

  @Override
  public synchronized Instant instant() {
    Instant now = machine.instant();
    lead = lead(now);
    machineLast = now;
    Instant steady = now.plus(lead);
    if (speed != 1) {
      steady = started.plusNanos((long) (Duration.between(started, steady).toNanos() * speed));
    }
    steady = steady.plus(ahead);
    last = steady.isAfter(last) ? steady : last;
    return last;
  }

  /** How far this clock is before the machine's, which has been set back. */
  private Duration lead(Instant now) {
    Duration passed = Duration.between(machineLast, now);
    if (passed.isNegative()) {
      if (passed.compareTo(TOLD) <= 0) {
        LOG.warn("event=clock_set_back by={}", passed.negated());
      }
      return lead.minus(passed);
    }
    Duration caughtUp = passed.dividedBy(10);
    return lead.compareTo(caughtUp) > 0 ? lead.minus(caughtUp) : Duration.ZERO;
  }

  /** How long the machine takes for so much of this clock's time, in milliseconds, at least one. */
  public long machineMillis(Duration own) {
    return Math.max(1, (long) (own.toMillis() / speed));
  }
}
