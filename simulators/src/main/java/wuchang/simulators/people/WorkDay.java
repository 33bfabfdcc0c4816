package wuchang.simulators.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;

/** From when until when the kitchen works on a day. */
public record WorkDay(Instant opens, Instant closes) {
  private static final Duration LOOK = Duration.ofMinutes(10);

  /** A longer day is worked in two shifts. */
  private static final Duration ONE_SHIFT = Duration.ofHours(10);

  static final Duration SHIFT = Duration.ofMinutes(510);

  /** That of the site's calendar; empty on a day off. */
  public static Optional<WorkDay> of(Site site, LocalDate day) {
    Kitchen kitchen = Kitchen.of(site);
    Instant opens = Instant.MAX;
    Instant closes = Instant.MIN;
    Instant end = day.plusDays(1).atStartOfDay(site.zone()).toInstant();
    Instant start = day.atStartOfDay(site.zone()).toInstant();
    for (Instant at = start; at.isBefore(end); at = at.plus(LOOK)) {
      if (kitchen.bustle(at) != Bustle.CLOSED) {
        opens = at.isBefore(opens) ? at : opens;
        closes = at.plus(LOOK);
      }
    }
    return closes.isAfter(opens) ? Optional.of(new WorkDay(opens, closes)) : Optional.empty();
  }

  boolean hasTwoShifts() {
    return Duration.between(opens, closes).compareTo(ONE_SHIFT) > 0;
  }
}
