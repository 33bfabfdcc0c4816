package wuchang.rules.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Meal;
import wuchang.domain.site.SiteCalendar;

/** The days of a site, and the meals that are served on them. */
public record ServiceDays(SiteCalendar calendar, ZoneId zone) {
  /** A meal of a day, in epoch milliseconds: when its preparation begins and its service. */
  public record Sitting(String meal, LocalDate day, long prepared, long begins) {}

  /** The day of an instant. */
  public LocalDate day(long at) {
    return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
  }

  /** A time of a day. */
  public long at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
  }

  /** When a day begins. */
  public long begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** Whether a meal is served; where none is configured, whether it is a working day. */
  public boolean isWorked(LocalDate day) {
    if (calendar.meals().isEmpty()) {
      boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
      return calendar.working().contains(day) || weekday && !calendar.isClosed(day);
    }
    return !sittings(day).isEmpty();
  }

  /** The meals that are served on a day, in order. */
  public List<Sitting> sittings(LocalDate day) {
    List<Sitting> sittings = new ArrayList<>();
    for (Meal meal : calendar.meals()) {
      if (isServed(meal.service(), day)) {
        long prepared = at(day, meal.prep().from());
        long begins = at(day, meal.service().from());
        sittings.add(new Sitting(meal.id(), day, Math.min(prepared, begins), begins));
      }
    }
    sittings.sort(java.util.Comparator.comparing(Sitting::begins));
    return sittings;
  }

  private boolean isServed(DailyWindow window, LocalDate day) {
    return !calendar.isClosed(day)
        && (window.days().contains(day.getDayOfWeek()) || calendar.working().contains(day));
  }
}
