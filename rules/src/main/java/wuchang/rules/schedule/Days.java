package wuchang.rules.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import wuchang.domain.site.SiteCalendar;

/** The days of a site: which one it is, and whether the canteen works on it. */
public record Days(SiteCalendar calendar, ZoneId zone) {
  private static final long HOUR = 3_600_000;

  public long dayOf(long at) {
    return date(at).toEpochDay();
  }

  public boolean isServed(long day) {
    return calendar.isServiceDay(LocalDate.ofEpochDay(day));
  }

  /** A day that is worked or closed against the habit of its day of the week. */
  public boolean isException(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return calendar.isClosed(date) || calendar.working().contains(date);
  }

  /** So many milliseconds into a day, by the site's clock. */
  public long at(long day, long offset) {
    return LocalDate.ofEpochDay(day)
        .atStartOfDay()
        .plusNanos(offset * 1_000_000)
        .atZone(zone)
        .toInstant()
        .toEpochMilli();
  }

  /** The hour of the week, 0 to 167, from Monday on. */
  public int hourOfWeek(long at) {
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
    return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
  }

  /** The hour of the day in which an instant lies, as an instant. */
  public long startOfHour(long at) {
    long offset = zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1000L;
    return Math.floorDiv(at + offset, HOUR) * HOUR - offset;
  }

  /** Whether a day lies on a weekend. */
  public boolean isWeekend(long day) {
    DayOfWeek of = LocalDate.ofEpochDay(day).getDayOfWeek();
    return of == DayOfWeek.SATURDAY || of == DayOfWeek.SUNDAY;
  }

  private LocalDate date(long at) {
    return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
  }
}
