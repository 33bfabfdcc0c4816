package wuchang.reports.score;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A month of a site, as far as its days are over.
 *
 * @param until the first day that is not over, or the first of the next month
 */
public record ScoredMonth(YearMonth month, ZoneId zone, LocalDate until) {
  /** So long after a month's end what came late is in, and it is published. */
  private static final Duration SETTLED = Duration.ofDays(1);

  public static ScoredMonth of(YearMonth month, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate next = month.plusMonths(1).atDay(1);
    LocalDate first = month.atDay(1);
    LocalDate until = today.isBefore(next) ? today : next;
    return new ScoredMonth(month, zone, until.isBefore(first) ? first : until);
  }

  /** The last month that is over and settled. */
  public static YearMonth lastClosed(ZoneId zone, Instant now) {
    return YearMonth.from(now.minus(SETTLED).atZone(zone)).minusMonths(1);
  }

  public LocalDate firstDay() {
    return month.atDay(1);
  }

  public Instant from() {
    return firstDay().atStartOfDay(zone).toInstant();
  }

  public Instant to() {
    return until.atStartOfDay(zone).toInstant();
  }

  public Duration length() {
    return Duration.between(from(), to());
  }
}
