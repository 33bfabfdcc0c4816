package wuchang.alerts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.Profile;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Area;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Person;
import wuchang.domain.site.PlannedSilence;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Role;
import wuchang.domain.site.RotaShift;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.SiteCalendar.DateRange;

/**
 * The canteen of the scenarios: six fridges behind a gateway and on a circuit, one that has
 * neither, a gate, two levels of meters, and people with shifts. Monday is 2026-11-23 in Shanghai.
 */
final class Town {
  private static final Map<String, Severity> SEVERITIES =
      Map.of(
          "DOOR-01", Severity.WARNING,
          "DOOR-02", Severity.NOTICE,
          "SEN-01", Severity.WARNING,
          "GAT-02", Severity.CRITICAL,
          "SYS-01", Severity.CRITICAL,
          "SYS-13", Severity.CRITICAL,
          "ELE-02", Severity.CRITICAL);
  private static final AreaId KITCHEN = AreaId.of("kitchen");
  private static final AreaId YARD = AreaId.of("yard");
  private static final AreaId PLANT = AreaId.of("plant");

  private Town() {}

  /**
   * The site of a name: {@code shanghai}, {@code london}, {@code two-channels} or {@code by-area}.
   */
  static Site site(String name) {
    ZoneId zone = ZoneId.of(name.equals("london") ? "Europe/London" : "Asia/Shanghai");
    return new Site(
        SiteId.of("east"),
        new Text("东区食堂", "East canteen"),
        zone,
        name.equals("london") ? Profile.UK : Profile.CN,
        800,
        calendar(),
        people(),
        areas(),
        devices(),
        name.equals("two-channels")
            ? List.of(channel("group"), channel("phone", Severity.CRITICAL))
            : List.of(channel("group")),
        Escalation.DEFAULT,
        name.equals("by-area") ? rotaByArea() : rota(),
        Map.of(),
        Retention.DEFAULT);
  }

  static RuleCard card(RuleId rule) {
    return new RuleCard(
        rule,
        Principle.STANDARDISE,
        SEVERITIES.getOrDefault(rule.value(), Severity.MAJOR),
        Text.same(rule.value()),
        Text.same("{device} {since}"),
        Text.same("act"),
        "scenario");
  }

  private static SiteCalendar calendar() {
    return new SiteCalendar(
        List.of(),
        DailyWindow.parse("22:00-05:00"),
        List.of(new DateRange(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1))),
        Set.of(LocalDate.of(2026, 11, 28)),
        List.of(
            new PlannedSilence(
                "drill",
                "fire drill",
                Optional.empty(),
                Optional.empty(),
                Set.of(RuleId.of("GAT-02")),
                DailyWindow.parse("10:00-11:00"),
                List.of(new DateRange(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24))),
                false),
            new PlannedSilence(
                "defrost",
                "weekly defrost",
                Optional.empty(),
                Optional.of(DeviceId.of("freezer-1")),
                Set.of(),
                DailyWindow.parse("wed 23:30-00:30"),
                List.of(),
                false),
            new PlannedSilence(
                "holiday",
                "no meals",
                Optional.empty(),
                Optional.empty(),
                Set.of(RuleId.of("HOT-01")),
                DailyWindow.parse("00:00-00:00"),
                List.of(),
                true)));
  }

  private static List<RotaShift> rota() {
    return List.of(
        new RotaShift(1, DailyWindow.parse("mon-fri 06:00-22:00"), ids("day", "day-backup")),
        new RotaShift(1, DailyWindow.parse("sat,sun 06:00-22:00"), ids("weekend")),
        new RotaShift(1, DailyWindow.parse("mon-sun 22:00-00:00"), ids("evening")),
        new RotaShift(1, DailyWindow.parse("mon-sun 00:00-06:00"), ids("night")));
  }

  private static List<RotaShift> rotaByArea() {
    DailyWindow always = DailyWindow.parse("00:00-00:00");
    return List.of(
        new RotaShift(1, always, ids("keeper")), new RotaShift(1, always, ids("plumber")));
  }

  private static List<PersonId> ids(String... ids) {
    return java.util.Arrays.stream(ids).map(PersonId::of).toList();
  }

  private static Map<PersonId, Person> people() {
    Map<PersonId, Person> people = new LinkedHashMap<>();
    person(people, "keeper", Role.OPERATION, List.of(KITCHEN));
    for (String id : List.of("day", "day-backup", "weekend", "evening", "night")) {
      person(people, id, Role.OPERATION, List.of());
    }
    person(people, "plumber", Role.CONTRACTOR, List.of(PLANT));
    person(people, "guest", Role.VIEWER, List.of());
    person(people, "director", Role.MANAGEMENT, List.of());
    person(people, "plant-director", Role.MANAGEMENT, List.of(PLANT));
    person(people, "head", Role.DECISION, List.of());
    return people;
  }

  private static void person(
      Map<PersonId, Person> people, String id, Role role, List<AreaId> areas) {
    List<DateRange> away =
        id.equals("day")
            ? List.of(new DateRange(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26)))
            : List.of();
    people.put(
        PersonId.of(id),
        new Person(
            PersonId.of(id),
            id,
            role,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            areas,
            away));
  }

  private static Map<AreaId, Area> areas() {
    return Map.of(
        YARD, area(YARD, Optional.empty()),
        KITCHEN, area(KITCHEN, Optional.empty()),
        PLANT, area(PLANT, Optional.of(PersonId.of("plumber"))));
  }

  private static Area area(AreaId id, Optional<PersonId> contractor) {
    return new Area(
        id,
        Text.same(id.value()),
        Optional.of(PersonId.of("keeper")),
        Optional.empty(),
        true,
        contractor,
        Map.of());
  }

  private static Map<DeviceId, Device> devices() {
    Map<DeviceId, Device> devices = new LinkedHashMap<>();
    for (int i = 1; i <= 6; i++) {
      device(devices, "fridge-" + i, DeviceKind.FRIDGE, KITCHEN, "gw-1", "meter-1");
    }
    device(devices, "freezer-1", DeviceKind.FREEZER, KITCHEN, "gw-1", "meter-1");
    device(devices, "fridge-9", DeviceKind.FRIDGE, KITCHEN, "", "");
    device(devices, "gate-1", DeviceKind.ACCESS_GATE, KITCHEN, "gw-1", "meter-1");
    device(devices, "gate-9", DeviceKind.ACCESS_GATE, YARD, "", "");
    device(devices, "gw-1", DeviceKind.GATEWAY, KITCHEN, "", "meter-1");
    device(devices, "gw-2", DeviceKind.GATEWAY, KITCHEN, "", "");
    device(devices, "fridge-8", DeviceKind.FRIDGE, KITCHEN, "gw-2", "");
    device(devices, "meter-1", DeviceKind.ELECTRICITY_METER, PLANT, "", "meter-main");
    device(devices, "meter-main", DeviceKind.ELECTRICITY_METER, PLANT, "", "");
    device(devices, "server", DeviceKind.GATEWAY, PLANT, "", "");
    return devices;
  }

  private static void device(
      Map<DeviceId, Device> devices,
      String id,
      DeviceKind kind,
      AreaId area,
      String gateway,
      String circuit) {
    devices.put(DeviceId.of(id), Canteen.wired(id, kind, area, gateway, circuit));
  }

  private static ChannelPlan channel(String id, Severity... severities) {
    return new ChannelPlan(
        id, "log", Optional.empty(), Optional.empty(), Set.of(severities), 0, Map.of());
  }
}
