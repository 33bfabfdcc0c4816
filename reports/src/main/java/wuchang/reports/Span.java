package wuchang.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import wuchang.domain.report.ReportKind.Period;

/**
 * Days of a site, as far as they are over.
 *
 * @param now nothing after this is looked at
 */
record Span(Period period, ZoneId zone, Instant now) {
  Instant from() {
    return start(period.first());
  }

  Instant to() {
    return start(period.end());
  }

  boolean isOver() {
    return !now.isBefore(to());
  }

  /** The first day that is not over, or the end. */
  LocalDate until() {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate over = today.isBefore(period.end()) ? today : period.end();
    return over.isBefore(period.first()) ? period.first() : over;
  }

  /** How much of it is over in whole days. */
  Duration length() {
    return Duration.between(from(), start(until()));
  }

  List<LocalDate> days() {
    return period.first().datesUntil(period.end()).toList();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
