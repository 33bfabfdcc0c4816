package wuchang.alerts.notify;

import java.time.Duration;
import wuchang.domain.Severity;

/**
 * How often people are told again: while nobody has taken it on, and while it stays open although
 * somebody has.
 */
public record Rhythm(Duration repeat, Duration repeatCritical, Duration reminder) {
  /** DOMAIN.md B2.9. */
  public static final Rhythm DEFAULT =
      new Rhythm(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(60));

  /**
   * After how long an owner is reminded once more: twice as said, then ever more rarely. Who waits
   * for a spare part for days needs no message every hour.
   *
   * @param before how often the owner was reminded already
   */
  Duration reminder(long before) {
    if (before < 2) {
      return reminder;
    }
    Duration longer = reminder.multipliedBy(before == 2 ? 4 : 12);
    return before < 4 ? longer : Duration.ofDays(1);
  }

  Duration repeat(Severity severity) {
    return severity == Severity.CRITICAL ? repeatCritical : repeat;
  }
}
