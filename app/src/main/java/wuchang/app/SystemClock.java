package wuchang.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The one place that reads the clock. It never goes back: when the machine's clock is set back, it
 * stands still until that has caught up, so that nothing is judged twice.
 *
 * <p>It can run faster than the machine's, from the moment it was made: a demonstration shows a day
 * in an hour, and every part of the system lives in the same time.
 */
public final class SystemClock implements InstantSource {
  private final InstantSource machine;
  private final double speed;
  private final Instant started;
  private Instant last;

  private final Duration ahead;

  private SystemClock(InstantSource machine, double speed, Instant notBefore) {
    this.machine = machine;
    this.speed = speed;
    this.started = machine.instant();
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
    if (speed != 1) {
      now = started.plusNanos((long) (Duration.between(started, now).toNanos() * speed));
    }
    now = now.plus(ahead);
    last = now.isAfter(last) ? now : last;
    return last;
  }

  /** How long the machine takes for so much of this clock's time, in milliseconds, at least one. */
  public long machineMillis(Duration own) {
    return Math.max(1, (long) (own.toMillis() / speed));
  }
}
