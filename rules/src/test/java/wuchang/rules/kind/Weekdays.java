package wuchang.rules.kind;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Meal;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.SiteCalendar.DateRange;
import wuchang.rules.schedule.Days;
import wuchang.rules.schedule.ServiceDays;

/**
 * A canteen that serves lunch and dinner from Monday to Friday, in the week of its first Monday.
 */
final class Weekdays {
  /** 5 January 1970, in days and in milliseconds. */
  static final long MONDAY = 4;

  static final long BEGIN = MONDAY * Told.DAY;

  static final List<Meal> MEALS =
      List.of(
          meal("lunch", "08:00-11:00", "11:00-13:00", "13:00-14:00"),
          meal("dinner", "14:00-17:00", "17:00-19:00", "19:00-20:00"));

  private Weekdays() {}

  private static Meal meal(String id, String prep, String service, String cleaning) {
    return new Meal(id, window(prep), window(service), window(cleaning));
  }

  private static DailyWindow window(String hours) {
    return DailyWindow.parse("mon-fri " + hours);
  }

  /** Closed from one day of the week to another, both included: 0 is the first Monday. */
  static SiteCalendar closed(long first, long last) {
    return calendar(List.of(new DateRange(day(first), day(last))), Set.of());
  }

  static SiteCalendar calendar(List<DateRange> closed, Set<LocalDate> working) {
    return new SiteCalendar(MEALS, DailyWindow.parse("22:00-05:00"), closed, working);
  }

  static SiteCalendar calendar() {
    return calendar(List.of(), Set.of());
  }

  static Days days(SiteCalendar calendar) {
    return new Days(calendar, ZoneOffset.UTC);
  }

  static ServiceDays service(SiteCalendar calendar) {
    return new ServiceDays(calendar, ZoneOffset.UTC);
  }

  static LocalDate day(long ofWeek) {
    return LocalDate.ofEpochDay(MONDAY + ofWeek);
  }

  /** The beginning of a day of the week. */
  static long begin(long ofWeek) {
    return BEGIN + ofWeek * Told.DAY;
  }
}
