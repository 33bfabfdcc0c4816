package wuchang.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A day of a site, from its midnight to the next: 23 or 25 hours long where the clocks change, and
 * begun at the first instant that has the date where midnight itself is skipped.
 */
public record SiteDay(LocalDate date, ZoneId zone) {
  public Instant from() {
    return date.atStartOfDay(zone).toInstant();
  }

  public Instant to() {
    return date.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Whether [since, until) has a part in this day; without an end it goes on. */
  public boolean touches(Instant since, Optional<Instant> until) {
    boolean hasBegun = since.isBefore(to());
    if (until.isPresent() && !since.isBefore(until.get())) {
      // It lasted no time at all, and still belongs to the day it happened on.
      return hasBegun && !since.isBefore(from());
    }
    return hasBegun && from().isBefore(to()) && until.map(end -> end.isAfter(from())).orElse(true);
  }

  /** Whether the clocks change on it, so that a time of the day can come twice. */
  public boolean hasClockChange() {
    return !Duration.between(from(), to()).equals(Duration.ofDays(1));
  }
}
