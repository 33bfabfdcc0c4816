package wuchang.rules.catalogue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Retention;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;

/** A site with a kitchen, where food is, and an office, where lunch and dinner are served. */
final class Kitchen {
  static final AreaId KITCHEN = AreaId.of("kitchen");
  static final AreaId OFFICE = AreaId.of("office");

  private Kitchen() {}

  /** A device of the kitchen that speaks every minute; a gateway is only spoken through. */
  static Device device(String id, DeviceKind kind, Traits traits, Map<RuleId, RuleOverride> rules) {
    return new Device(
        DeviceId.of(id),
        kind,
        KITCHEN,
        Text.same(id),
        Optional.of(Duration.ofMinutes(1)).filter(every -> kind != DeviceKind.GATEWAY),
        Optional.empty(),
        Optional.empty(),
        traits,
        List.of(),
        rules);
  }

  static Device device(String id, DeviceKind kind) {
    return device(id, kind, Traits.NONE, Map.of());
  }

  /** A fridge that is heard through a gateway. */
  static Device behind(Device gateway, String id) {
    return changed(
        device(id, DeviceKind.FRIDGE), KITCHEN, Optional.of(gateway.id()), Optional.empty());
  }

  /** The same on a circuit that another device measures. */
  static Device on(String circuit, Device plain) {
    return changed(plain, plain.area(), Optional.empty(), Optional.of(DeviceId.of(circuit)));
  }

  static Device in(AreaId area, Device plain) {
    return changed(plain, area, plain.gateway(), plain.circuit());
  }

  static Device every(Device plain, Duration interval) {
    return new Device(
        plain.id(),
        plain.kind(),
        plain.area(),
        plain.name(),
        Optional.of(interval),
        plain.gateway(),
        plain.circuit(),
        plain.traits(),
        plain.sources(),
        plain.rules());
  }

  private static Device changed(
      Device plain, AreaId area, Optional<DeviceId> gateway, Optional<DeviceId> circuit) {
    return new Device(
        plain.id(),
        plain.kind(),
        area,
        plain.name(),
        plain.interval(),
        gateway,
        circuit,
        plain.traits(),
        plain.sources(),
        plain.rules());
  }

  /** Ratings, and the meals a device is planned for. */
  static Traits traits(Map<String, Quantity> quantities, boolean walkIn, String... plan) {
    Traits none = Traits.NONE;
    return new Traits(
        quantities,
        walkIn,
        false,
        none.calibrated(),
        none.defrost(),
        none.method(),
        List.of(plan),
        none.allowed());
  }

  static Site site(Device... devices) {
    return site(Map.of(), Map.of(), devices);
  }

  /** With what the kitchen and the site change about rules. */
  static Site site(
      Map<RuleId, RuleOverride> kitchen, Map<RuleId, RuleOverride> rules, Device... devices) {
    List<Meal> meals = List.of(meal("lunch", "11:00-13:00"), meal("dinner", "17:00-19:00"));
    return site(meals, kitchen, rules, devices);
  }

  /** That does not say when it serves what. */
  static Site withoutMeals(Device... devices) {
    return site(List.of(), Map.of(), Map.of(), devices);
  }

  private static Site site(
      List<Meal> meals,
      Map<RuleId, RuleOverride> kitchen,
      Map<RuleId, RuleOverride> rules,
      Device... devices) {
    Map<DeviceId, Device> all = new LinkedHashMap<>();
    for (Device device : devices) {
      all.put(device.id(), device);
    }
    return new Site(
        SiteId.of("east"),
        Text.same("east"),
        ZoneOffset.UTC,
        Profile.CN,
        0,
        new SiteCalendar(meals, DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        Map.of(),
        Map.of(KITCHEN, area(KITCHEN, true, kitchen), OFFICE, area(OFFICE, false, Map.of())),
        all,
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        rules,
        Retention.DEFAULT);
  }

  private static Meal meal(String id, String service) {
    DailyWindow window = DailyWindow.parse(service);
    return new Meal(id, window, window, window);
  }

  private static Area area(AreaId id, boolean food, Map<RuleId, RuleOverride> rules) {
    return new Area(
        id,
        Text.same(id.value()),
        Optional.empty(),
        Optional.empty(),
        food,
        Optional.empty(),
        rules);
  }
}
