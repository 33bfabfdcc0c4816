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

  Duration repeat(Severity severity) {
    return severity == Severity.CRITICAL ? repeatCritical : repeat;
  }
}
