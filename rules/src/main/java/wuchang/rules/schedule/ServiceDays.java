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

/**
 * The days of a site, and the meals that are served on them. The last day asked for is kept: rules
 * ask for it at every reading. What is kept is immutable, so it does not matter which thread made
 * it.
 */
public final class ServiceDays {
  private final SiteCalendar calendar;
  private final ZoneId zone;
  private Served last = new Served(LocalDate.MIN, List.of());
  private Stretch stretch = new Stretch(0, 0, LocalDate.MIN);

  private record Served(LocalDate day, List<Sitting> sittings) {}

  /** A day and what lies in it. */
  private record Stretch(long from, long until, LocalDate day) {}

  public ServiceDays(SiteCalendar calendar, ZoneId zone) {
    this.calendar = calendar;
    this.zone = zone;
  }

  /** A meal of a day, in epoch milliseconds: when its preparation begins and its service. */
  public record Sitting(String meal, LocalDate day, long prepared, long begins) {}

  /** The day of an instant. */
  public LocalDate day(long at) {
    Stretch known = stretch;
    if (at < known.from() || at >= known.until()) {
      LocalDate day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
      known = new Stretch(begin(day), begin(day.plusDays(1)), day);
      stretch = known;
    }
    return known.day();
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
    Served known = last;
    if (!known.day().equals(day)) {
      known = new Served(day, served(day));
      last = known;
    }
    return known.sittings();
  }

  private List<Sitting> served(LocalDate day) {
    List<Sitting> sittings = new ArrayList<>();
    for (Meal meal : calendar.meals()) {
      if (isServed(meal.service(), day)) {
        long prepared = at(day, meal.prep().from());
        long begins = at(day, meal.service().from());
        sittings.add(new Sitting(meal.id(), day, Math.min(prepared, begins), begins));
      }
    }
    sittings.sort(java.util.Comparator.comparing(Sitting::begins));
    return List.copyOf(sittings);
  }

  private boolean isServed(DailyWindow window, LocalDate day) {
    return !calendar.isClosed(day)
        && (window.days().contains(day.getDayOfWeek()) || calendar.working().contains(day));
  }
}
