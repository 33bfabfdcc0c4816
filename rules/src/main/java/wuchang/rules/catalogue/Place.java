package wuchang.rules.catalogue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.site.Area;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Person;
import wuchang.domain.site.Site;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kind.Access;
import wuchang.rules.kind.Roll;
import wuchang.rules.schedule.AnyOf;
import wuchang.rules.schedule.Days;
import wuchang.rules.schedule.MealWindows;
import wuchang.rules.schedule.ServiceDays;
import wuchang.rules.schedule.WeeklyWindow;

/** Where a rule is in force: a device of a site. */
record Place(Site site, Device device) {
  private static final Set<DeviceKind> COLD =
      EnumSet.of(DeviceKind.FRIDGE, DeviceKind.FREEZER, DeviceKind.SAMPLE_FRIDGE);

  private static final Set<DeviceKind> ROOM =
      EnumSet.of(DeviceKind.PREP_ROOM, DeviceKind.UV_LAMP, DeviceKind.ACCESS_GATE);

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

  /** The days of the site and its meals. */
  ServiceDays serviceDays() {
    return new ServiceDays(site.calendar(), site.zone());
  }

  Access access() {
    return new Access(device.id().value(), device.area().value());
  }

  /** Whether food is handled where the device is. */
  boolean isFood() {
    return site.area(device.area()).filter(Area::food).isPresent();
  }

  /** Whether the device is the first of its area: it stands for it where an area is judged. */
  boolean standsForArea() {
    return site.devices().values().stream()
        .filter(other -> other.area().equals(device.area()))
        .findFirst()
        .filter(device::equals)
        .isPresent();
  }

  /** Whether the site has no device of the same kind before it. */
  boolean isFirstOfItsKind() {
    return site.devices().values().stream()
        .filter(other -> other.kind() == device.kind())
        .findFirst()
        .filter(device::equals)
        .isPresent();
  }

  /** Whether a device of a kind stands in the same area. */
  boolean isBeside(DeviceKind kind) {
    return site.devices().values().stream()
        .anyMatch(other -> other.kind() == kind && other.area().equals(device.area()));
  }

  /**
   * The other devices of the area that see people or a door of the room, and for how long each is
   * believed, in milliseconds: one that speaks on events only until it says something else.
   */
  Map<DeviceId, Long> roomSensors() {
    Map<DeviceId, Long> sensors = new HashMap<>();
    for (Device other : site.devices().values()) {
      if (ROOM.contains(other.kind()) && other.area().equals(device.area()) && other != device) {
        boolean byClock = other.interval().isPresent();
        sensors.put(other.id(), byClock ? RulesInForce.maxGap(other).toMillis() : Kind.NEVER);
      }
    }
    return sensors;
  }

  /** When a gate may be passed; empty when always. */
  Optional<Schedule> allowed() {
    List<DailyWindow> windows = device.traits().allowed();
    return windows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AnyOf(
                windows.stream().<Schedule>map(w -> new WeeklyWindow(w, site.zone())).toList()));
  }

  /** The people of the site as the device knows them. */
  Roll roll() {
    Map<String, Roll.Member> members = new HashMap<>();
    Map<String, String> cards = new HashMap<>();
    for (Person person : site.people().values()) {
      String id = person.id().value();
      long ends =
          person
              .healthCertificate()
              .map(last -> serviceDays().begin(last.plusDays(1)))
              .orElse(Roll.NONE);
      members.put(id, new Roll.Member(id, ends, isAssigned(person)));
      person.card().ifPresent(card -> cards.put(card, id));
    }
    return new Roll(members, cards);
  }

  private boolean isAssigned(Person person) {
    Optional<Area> area = site.area(device.area());
    return person.areas().contains(device.area())
        || area.flatMap(Area::responsible).filter(person.id()::equals).isPresent();
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
