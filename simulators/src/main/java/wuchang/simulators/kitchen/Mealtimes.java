package wuchang.simulators.kitchen;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;

/**
 * When which meal is served, day by day, by the site's calendar. Times are epoch milliseconds,
 * because models compare them in every step; a day is worked out once and kept until it ends.
 */
public record Mealtimes(SiteCalendar calendar, ZoneId zone) {
  /** One meal of one day: when its preparation begins, its service, its end, and all is clean. */
  public record Served(String meal, long prep, long service, long over, long cleaned) {}

  /**
   * A calendar day of the site.
   *
   * @param from its first millisecond
   * @param until the next day's
   * @param meals those that touch the day or begin within hours after it, by their service
   */
  public record Day(long from, long until, List<Served> meals) {
    /** Before every other, so that the first look at a clock finds it over. */
    public static final Day NONE = new Day(Long.MIN_VALUE, Long.MIN_VALUE, List.of());

    public Day {
      meals = List.copyOf(meals);
    }

    public boolean isOver(long millis) {
      return millis >= until;
    }

    /** The first meal that is not over yet. */
    public Optional<Served> next(long millis) {
      for (Served meal : meals) {
        if (meal.over() > millis) {
          return Optional.of(meal);
        }
      }
      return Optional.empty();
    }
  }

  /** What must be ready for a meal is begun at most so long before it, also over midnight. */
  private static final long LEAD = 6 * 3_600_000L;

  public static Mealtimes of(Site site) {
    return new Mealtimes(site.calendar(), site.zone());
  }

  /** The day that an instant lies in. */
  public Day on(Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    long from = millis(today, LocalTime.MIDNIGHT);
    long until = millis(today.plusDays(1), LocalTime.MIDNIGHT);
    List<Served> meals = new ArrayList<>();
    for (int days = -1; days <= 1; days++) {
      for (Served meal : served(today.plusDays(days))) {
        if (meal.cleaned() > from && meal.service() - LEAD < until) {
          meals.add(meal);
        }
      }
    }
    meals.sort(Comparator.comparingLong(Served::service));
    return new Day(from, until, meals);
  }

  private List<Served> served(LocalDate date) {
    List<Served> meals = new ArrayList<>();
    for (Meal meal : calendar.meals()) {
      if (!calendar.isClosed(date) && meal.service().days().contains(weekday(date))) {
        meals.add(served(meal, date));
      }
    }
    return meals;
  }

  private Served served(Meal meal, LocalDate date) {
    long service = millis(date, meal.service().from());
    long prep = millis(date, meal.prep().from());
    long over = after(service, date, meal.service().to());
    return new Served(
        meal.id(),
        prep > service ? millis(date.minusDays(1), meal.prep().from()) : prep,
        service,
        over,
        after(over, date, meal.cleaning().to()));
  }

  private long after(long earlier, LocalDate date, LocalTime time) {
    long same = millis(date, time);
    return same > earlier ? same : millis(date.plusDays(1), time);
  }

  private long millis(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant().toEpochMilli();
  }

  /** A weekend day that is worked (调休) goes like the Friday before it. */
  private DayOfWeek weekday(LocalDate date) {
    boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return weekend && calendar.working().contains(date)
        ? date.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)).getDayOfWeek()
        : date.getDayOfWeek();
  }
}
