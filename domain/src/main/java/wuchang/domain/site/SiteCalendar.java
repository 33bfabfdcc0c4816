package wuchang.domain.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * When the canteen works. A closed day has no meals even on a weekday; a working day (调休) has them
 * even on a weekend.
 */
public record SiteCalendar(
    List<Meal> meals,
    DailyWindow night,
    List<DateRange> closed,
    Set<LocalDate> working,
    List<PlannedSilence> quiet) {
  /** Days from the first to the last, both included. */
  public record DateRange(LocalDate first, LocalDate last) {
    public boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  public SiteCalendar {
    meals = List.copyOf(meals);
    closed = List.copyOf(closed);
    working = Set.copyOf(working);
    quiet = List.copyOf(quiet);
  }

  /** One without planned silences. */
  public SiteCalendar(
      List<Meal> meals, DailyWindow night, List<DateRange> closed, Set<LocalDate> working) {
    this(meals, night, closed, working, List.of());
  }

  public boolean isClosed(LocalDate day) {
    return closed.stream().anyMatch(range -> range.contains(day));
  }

  /** Whether a window of a meal takes place on a day. */
  public boolean isServed(DailyWindow window, LocalDate day) {
    return !isClosed(day) && (window.days().contains(day.getDayOfWeek()) || working.contains(day));
  }

  /** Whether there is a meal on a day. */
  public boolean isServiceDay(LocalDate day) {
    return meals.stream().anyMatch(meal -> isServed(meal.service(), day));
  }

  /**
   * Which day of the week a date counts as for who is on duty: a closed day as a Sunday, a weekend
   * day that is worked (调休) as a Monday.
   */
  public DayOfWeek dutyDay(LocalDate day) {
    if (isClosed(day)) {
      return DayOfWeek.SUNDAY;
    }
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return weekend && working.contains(day) ? DayOfWeek.MONDAY : day.getDayOfWeek();
  }

  public boolean isNight(ZonedDateTime at) {
    return night.contains(at);
  }
}
