package wuchang.simulators.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Kitchen;

/** A meal on a day. */
public record Sitting(LocalDate day, String meal, Instant begins) {
  /** The meals that are served on that day, in the order of the calendar. */
  public static List<Sitting> on(LocalDate day, Site site) {
    List<Sitting> sittings = new ArrayList<>();
    if (site.calendar().isClosed(day)) {
      return sittings;
    }
    for (Meal meal : site.calendar().meals()) {
      ZonedDateTime begins = day.atTime(meal.service().from()).atZone(site.zone());
      if (meal.service().contains(Kitchen.of(site).weekdayLike(begins))) {
        sittings.add(new Sitting(day, meal.id(), begins.toInstant()));
      }
    }
    return sittings;
  }
}
