package wuchang.rules.catalogue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;
import wuchang.domain.site.Traits.Disinfection;

/** The smallest site that has the device of an example. */
record ExampleSite(Device device, Site site) {
  private static final Set<String> NO_QUANTITIES =
      Set.of(
          "walk-in",
          "defrost",
          "interval",
          "start",
          "calibrated",
          "kind",
          "method",
          "plan",
          "allowed",
          "lasts",
          "with");

  private static final DeviceId SPEAKER = DeviceId.of("example");

  /** What the canteen of every example does. */
  private static final List<Meal> MEALS =
      List.of(
          new Meal(
              "lunch",
              DailyWindow.parse("mon-fri 08:30-11:00"),
              DailyWindow.parse("mon-fri 11:00-13:00"),
              DailyWindow.parse("mon-fri 13:00-14:30")));

  ExampleSite(RuleDefinition rule, Example example, ZoneId zone) {
    this(device(rule, example), around(example), zone);
  }

  private ExampleSite(Device device, List<Device> around, ZoneId zone) {
    this(device, site(device, around, zone));
  }

  static Duration duration(String text) {
    return Quantity.parse(text).toDuration();
  }

  private static Device device(RuleDefinition rule, Example example) {
    Map<String, String> given = example.traits();
    Map<String, Quantity> quantities = new HashMap<>();
    given.forEach(
        (key, value) -> {
          if (!NO_QUANTITIES.contains(key)) {
            quantities.put(key, Quantity.parse(value));
          }
        });
    Traits traits =
        new Traits(
            quantities,
            Boolean.parseBoolean(given.getOrDefault("walk-in", "false")),
            false,
            Optional.ofNullable(given.get("calibrated")).map(LocalDate::parse),
            Optional.ofNullable(given.get("defrost")).map(ExampleSite::defrost),
            Optional.ofNullable(given.get("method")).map(ExampleSite::method),
            Optional.ofNullable(given.get("plan")).stream().toList(),
            Optional.ofNullable(given.get("allowed")).map(DailyWindow::parse).stream().toList());
    String interval = given.getOrDefault("interval", "");
    return new Device(
        SPEAKER,
        kind(rule, given),
        AreaId.of("area"),
        Text.same("example"),
        interval.equals("none")
            ? Optional.empty()
            : Optional.of(interval.isEmpty() ? example.every() : duration(interval)),
        Optional.empty(),
        Optional.empty(),
        traits,
        List.of(),
        Map.of());
  }

  private static DeviceKind kind(RuleDefinition rule, Map<String, String> given) {
    if (given.containsKey("kind")) {
      return DeviceKind.of(given.get("kind")).orElseThrow();
    }
    return rule.appliesTo().contains(DeviceKind.FRIDGE) ? DeviceKind.FRIDGE : first(rule);
  }

  private static Disinfection method(String word) {
    return Disinfection.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Those around speak as often as the example does; gates only when something happens. */
  private static List<Device> around(Example example) {
    List<Device> around = new ArrayList<>();
    example
        .around()
        .forEach(
            (name, word) -> {
              DeviceKind kind =
                  DeviceKind.of(word)
                      .orElseThrow(
                          () ->
                              new IllegalArgumentException("«" + word + "» is no kind of device"));
              around.add(
                  new Device(
                      DeviceId.of(name),
                      kind,
                      AreaId.of("area"),
                      Text.same(name),
                      Optional.of(example.every()).filter(e -> kind != DeviceKind.ACCESS_GATE),
                      Optional.of(SPEAKER),
                      Optional.of(SPEAKER),
                      Traits.NONE,
                      List.of(),
                      Map.of()));
            });
    return around;
  }

  private static DeviceKind first(RuleDefinition rule) {
    return rule.appliesTo().stream().sorted().findFirst().orElseThrow();
  }

  private static Traits.Defrost defrost(String text) {
    String[] parts = text.split("\\s+", 2);
    return new Traits.Defrost(List.of(LocalTime.parse(parts[0])), duration(parts[1]));
  }

  private static Site site(Device device, List<Device> around, ZoneId zone) {
    Map<DeviceId, Device> devices = new LinkedHashMap<>(Map.of(device.id(), device));
    around.forEach(other -> devices.put(other.id(), other));
    return new Site(
        SiteId.of("example"),
        Text.same("example"),
        zone,
        Profile.CN,
        0,
        new SiteCalendar(MEALS, DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        ExamplePeople.ALL,
        Map.of(device.area(), ExamplePeople.kitchen(device.area())),
        devices,
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        Map.of(),
        Retention.DEFAULT);
  }
}
