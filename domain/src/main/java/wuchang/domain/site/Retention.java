package wuchang.domain.site;

import java.time.Duration;

/** How long raw readings, roll-ups and records are kept. */
public record Retention(Duration raw, Duration rollup, Duration records) {
  /** DOMAIN.md D7: raw 90 days, everything else three years. */
  public static final Retention DEFAULT =
      new Retention(Duration.ofDays(90), Duration.ofDays(3 * 365), Duration.ofDays(3 * 365));

  /**
   * DOMAIN.md D7: what roll-ups and records are kept for at least, unless somebody wrote why not.
   */
  public static final Duration LEAST = Duration.ofDays(2 * 365);
}
