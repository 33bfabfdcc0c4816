package wuchang.simulators.kitchen;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;

/**
 * The site's day as its calendar has it. A site without meals is taken to work from 6 to 20
 * o'clock.
 *
 * @param diners how many eat at a meal; everything that people do grows with them
 */
public record Kitchen(SiteCalendar calendar, ZoneId zone, int diners) {
  private static final LocalTime OPENS = LocalTime.of(6, 0);
  private static final LocalTime CLOSES = LocalTime.of(20, 0);

  /** Degrees of an air-conditioned building; a working kitchen is warmer by what it cooks. */
  private static final double BUILDING = 24;

  private static final double AFTERNOON = 1.5;
  private static final ByBustle COOKING = new ByBustle(0, 0.5, 3, 4, 2);

  public static Kitchen of(Site site) {
    return new Kitchen(site.calendar(), site.zone(), Math.max(site.diners(), 50));
  }

  /** How busy it is then. */
  public Bustle bustle(Instant at) {
    ZonedDateTime local = weekdayLike(at.atZone(zone));
    if (calendar.isClosed(local.toLocalDate())) {
      return Bustle.CLOSED;
    }
    return inMeal(local).orElseGet(() -> isWorkingTime(local) ? Bustle.QUIET : Bustle.CLOSED);
  }

  /** The air that the kitchen tends to: warmest in the afternoon and while it cooks, °C. */
  public double warmth(Instant at, Bustle bustle) {
    double hour = at.atZone(zone).toLocalTime().toSecondOfDay() / 3600.0;
    double daily = AFTERNOON * StrictMath.cos((hour - 15) / 24 * 2 * Math.PI);
    return BUILDING + daily + COOKING.at(bustle);
  }

  private Optional<Bustle> inMeal(ZonedDateTime local) {
    Optional<Bustle> found = Optional.empty();
    for (Meal meal : calendar.meals()) {
      if (meal.service().contains(local)) {
        return Optional.of(Bustle.SERVING);
      }
      if (meal.prep().contains(local)) {
        found = Optional.of(Bustle.PREPARING);
      } else if (found.isEmpty() && meal.cleaning().contains(local)) {
        found = Optional.of(Bustle.CLEANING);
      }
    }
    return found;
  }

  private boolean isWorkingTime(ZonedDateTime local) {
    LocalTime first = LocalTime.MAX;
    LocalTime last = LocalTime.MIN;
    for (Meal meal : calendar.meals()) {
      DailyWindow prep = meal.prep();
      if (prep.days().contains(local.getDayOfWeek())) {
        first = prep.from().isBefore(first) ? prep.from() : first;
        last = meal.cleaning().to().isAfter(last) ? meal.cleaning().to() : last;
      }
    }
    LocalTime now = local.toLocalTime();
    return calendar.meals().isEmpty()
        ? !now.isBefore(OPENS) && now.isBefore(CLOSES)
        : !now.isBefore(first) && now.isBefore(last);
  }

  /** A weekend day that is worked (调休) goes like the Friday before it. */
  public ZonedDateTime weekdayLike(ZonedDateTime local) {
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return weekend && calendar.working().contains(local.toLocalDate())
        ? local.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
        : local;
  }
}
