package wuchang.simulators.machine;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Meal;
import wuchang.domain.site.SiteCalendar;
import wuchang.simulators.kitchen.Mealtimes;

/** Calendars for machines that live by meals; the site's time is UTC. */
final class Days {
  private Days() {}

  /** One meal a day, served from 06:00 to 08:00. */
  static Mealtimes oneMeal() {
    return of(new Meal("m", window("03:00-06:00"), window("06:00-08:00"), window("08:00-09:30")));
  }

  static Mealtimes threeMeals() {
    return of(
        new Meal("b", window("05:30-06:30"), window("06:30-08:30"), window("08:30-09:30")),
        new Meal("l", window("08:30-11:00"), window("11:00-13:00"), window("13:00-14:30")),
        new Meal("d", window("15:00-17:00"), window("17:00-19:00"), window("19:00-20:30")));
  }

  private static Mealtimes of(Meal... meals) {
    return new Mealtimes(
        new SiteCalendar(List.of(meals), window("22:00-05:00"), List.of(), Set.of()),
        ZoneOffset.UTC);
  }

  private static DailyWindow window(String text) {
    return DailyWindow.parse(text);
  }
}
