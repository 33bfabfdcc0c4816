package wuchang.rules.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Site;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.schedule.MealWindows;

/** Where a rule is in force: a device of a site. */
record Place(Site site, Device device) {
  long maxGap() {
    return RulesInForce.maxGap(device).toMillis();
  }

  /** The devices that are heard through this one. */
  Members members() {
    return Members.of(site, device);
  }

  /** The start of the day on which the device was calibrated last. */
  Optional<Instant> calibrated() {
    return device.traits().calibrated().map(day -> day.atStartOfDay(site.zone()).toInstant());
  }

  /** Windows of the meals the device is planned for, of all meals where it has no plan. */
  Schedule windows(Set<Use.Window> which) {
    return mealWindows(which);
  }

  /** When the meals are served that the device is planned for; all where it has no plan. */
  MealWindows services() {
    return mealWindows(Set.of(Use.Window.SERVICE));
  }

  private MealWindows mealWindows(Set<Use.Window> which) {
    List<String> plan = device.traits().plan();
    List<DailyWindow> windows =
        site.calendar().meals().stream()
            .filter(meal -> plan.isEmpty() || plan.contains(meal.id()))
            .flatMap(meal -> which.stream().flatMap(window -> window(meal, window)))
            .toList();
    return new MealWindows(windows, site.calendar(), site.zone());
  }

  private static Stream<DailyWindow> window(Meal meal, Use.Window window) {
    return Stream.of(
        switch (window) {
          case PREP -> meal.prep();
          case SERVICE -> meal.service();
        });
  }
}
