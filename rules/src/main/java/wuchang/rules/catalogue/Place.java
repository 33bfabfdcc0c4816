package wuchang.rules.catalogue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wuchang.domain.Quantity;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Site;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.schedule.Days;
import wuchang.rules.schedule.MealWindows;
import wuchang.rules.schedule.WeeklyWindow;

/** Where a rule is in force: a device of a site. */
record Place(Site site, Device device) {
  private static final Set<DeviceKind> COLD =
      EnumSet.of(DeviceKind.FRIDGE, DeviceKind.FREEZER, DeviceKind.SAMPLE_FRIDGE);

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

  /** A window of each meal of the canteen, apart. */
  List<Schedule> eachWindow(Use.Window which) {
    return site.calendar().meals().stream()
        .flatMap(meal -> window(meal, which))
        .<Schedule>map(w -> new MealWindows(List.of(w), site.calendar(), site.zone()))
        .toList();
  }

  Schedule night() {
    return new WeeklyWindow(site.calendar().night(), site.zone());
  }

  double phases() {
    return device.traits().quantity("phases").map(Quantity::value).orElse(1.0);
  }

  Days days() {
    return new Days(site.calendar(), site.zone());
  }

  /** Whether something that keeps food cold hangs on this meter, or on one below it. */
  boolean keepsFoodCold() {
    return site.devices().values().stream()
        .filter(d -> COLD.contains(d.kind()))
        .anyMatch(d -> hangsOn(d, site.devices().size()));
  }

  /** Circuits that a faulty configuration closes to a ring are followed once at most. */
  private boolean hangsOn(Device of, int steps) {
    return of.circuit().isPresent()
        && steps > 0
        && (of.circuit().get().equals(device.id())
            || site.device(of.circuit().get()).filter(d -> hangsOn(d, steps - 1)).isPresent());
  }

  private static Stream<DailyWindow> window(Meal meal, Use.Window window) {
    return Stream.of(
        switch (window) {
          case PREP -> meal.prep();
          case SERVICE -> meal.service();
          case CLEANING -> meal.cleaning();
        });
  }
}
