package wuchang.rules.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import wuchang.domain.site.SiteCalendar;

/** The days of a site: which one it is, and whether the canteen works on it. */
public record Days(SiteCalendar calendar, ZoneId zone) {
  private static final long HOUR = 3_600_000;
  private static final int DAY_HOURS = 24;
  private static final int WEEK_DAYS = 7;

  /** The first day of the epoch was a Thursday, the third after a Monday. */
  private static final int FIRST_DAY = 3;

  public long dayOf(long at) {
    return Math.floorDiv(at + offset(at), DAY_HOURS * HOUR);
  }

  public boolean isServed(long day) {
    return calendar.isServiceDay(LocalDate.ofEpochDay(day));
  }

  /** Whether nobody eats on a day; where no meals are named, whether it is closed. */
  public boolean isOff(long day) {
    return calendar.meals().isEmpty()
        ? calendar.isClosed(LocalDate.ofEpochDay(day))
        : !isServed(day);
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
    // Asked for every value of a water meter: dates would be most of its rules' work.
    long hours = Math.floorDiv(at + offset(at), HOUR) + FIRST_DAY * DAY_HOURS;
    return (int) Math.floorMod(hours, (long) WEEK_DAYS * DAY_HOURS);
  }

  /** The hour of the day in which an instant lies, as an instant. */
  public long startOfHour(long at) {
    long offset = offset(at);
    return Math.floorDiv(at + offset, HOUR) * HOUR - offset;
  }

  /** Whether a day lies on a weekend. */
  public boolean isWeekend(long day) {
    DayOfWeek of = LocalDate.ofEpochDay(day).getDayOfWeek();
    return of == DayOfWeek.SATURDAY || of == DayOfWeek.SUNDAY;
  }

  private long offset(long at) {
    return zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1000L;
  }
}
