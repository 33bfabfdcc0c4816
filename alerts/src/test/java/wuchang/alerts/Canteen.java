package wuchang.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.Profile;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Area;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Person;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Role;
import wuchang.domain.site.RotaShift;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;

/** A small canteen for tests: two fridges, a gate, three people, three rules. */
public final class Canteen {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final RuleId FRG = RuleId.of("FRG-01");
  public static final RuleId DOOR = RuleId.of("DOOR-01");
  public static final RuleId DUTY = RuleId.of("DOOR-02");
  public static final RuleId SILENT = RuleId.of("SEN-01");
  public static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  public static final DeviceId OTHER_FRIDGE = DeviceId.of("fridge-2");
  public static final PersonId ZHANG = PersonId.of("p1");
  public static final PersonId LI = PersonId.of("p2");

  private Canteen() {}

  /** A device that speaks every minute; without a gateway or circuit where that is empty. */
  public static Device wired(
      String id, DeviceKind kind, AreaId area, String gateway, String circuit) {
    return new Device(
        DeviceId.of(id),
        kind,
        area,
        Text.same(id),
        Optional.of(Duration.ofMinutes(1)),
        Optional.of(gateway).filter(g -> !g.isEmpty()).map(DeviceId::of),
        Optional.of(circuit).filter(c -> !c.isEmpty()).map(DeviceId::of),
        Traits.NONE,
        List.of(),
        Map.of());
  }

  /** A site whose only channel takes everything. */
  public static Site site() {
    return site(channel("group"));
  }

  public static Site site(ChannelPlan... channels) {
    return new Site(
        SiteId.of("east"),
        new Text("东区食堂", "East canteen"),
        ZONE,
        Profile.CN,
        800,
        new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        people(),
        areas(),
        devices(),
        List.of(channels),
        Escalation.DEFAULT,
        List.of(new RotaShift(1, DailyWindow.parse("22:00-05:00"), List.of(PersonId.of("p3")))),
        Map.of(),
        Retention.DEFAULT);
  }

  public static ChannelPlan channel(String id, Severity... severities) {
    return new ChannelPlan(
        id, "log", Optional.empty(), Optional.empty(), Set.of(severities), 0, Map.of());
  }

  public static @Nullable RuleCard card(RuleId rule) {
    return CARDS.get(rule);
  }

  /** A time of Monday 2026-11-23 in the site's zone, or of a day after it: {@code +1 00:30}. */
  public static Instant time(String text) {
    String[] parts = text.startsWith("+") ? text.substring(1).split(" ") : new String[] {"0", text};
    return LocalDateTime.parse("2026-11-23T" + parts[1])
        .plusDays(Long.parseLong(parts[0]))
        .atZone(ZONE)
        .toInstant();
  }

  /** A live episode that is open: half an hour over the limit when it is raised. */
  public static Episode episode(RuleId rule, DeviceId device, Instant since) {
    return new Episode(
        rule,
        device,
        severity(rule),
        since,
        since.plus(Duration.ofMinutes(30)),
        Optional.empty(),
        Evidence.NONE.with("value", 9.34, Unit.CELSIUS).with("limit", 8, Unit.CELSIUS),
        List.of(new Episode.Step(severity(rule), since.plus(Duration.ofMinutes(30)))),
        Duration.ZERO,
        true);
  }

  private static Severity severity(RuleId rule) {
    RuleCard card = card(rule);
    return card == null ? Severity.MAJOR : card.severity();
  }

  private static final Map<RuleId, RuleCard> CARDS =
      Map.of(
          FRG,
          new RuleCard(
              FRG,
              Principle.STANDARDISE,
              Severity.MAJOR,
              new Text("冷藏超温", "Fridge too warm"),
              new Text(
                  "{area}{device}已持续{held}高于{limit}，现为{value}。",
                  "{device} in {area} has been above {limit} for {held}; it reads {value}."),
              new Text("检查柜门与密封条，转移易腐食品。", "Check door and gasket, move perishable food."),
              "操作规范"),
          DOOR,
          card(DOOR, Severity.WARNING, "冷柜门未关", "Fridge door left open"),
          DUTY,
          card(DUTY, Severity.NOTICE, "三十秒取物", "30-second rule"),
          SILENT,
          card(SILENT, Severity.WARNING, "无数据", "Not heard"));

  private static RuleCard card(RuleId id, Severity severity, String zh, String en) {
    return new RuleCard(
        id,
        Principle.TIDY,
        severity,
        new Text(zh, en),
        new Text("{area}{device}自{since}起。", "{device} in {area} since {since}."),
        new Text("关门。", "Close the door."),
        "手册");
  }

  private static Map<PersonId, Person> people() {
    Map<PersonId, Person> people = new LinkedHashMap<>();
    person(people, "p1", "张三", Role.OPERATION);
    person(people, "p2", "李四", Role.MANAGEMENT);
    person(people, "p3", "王五", Role.DECISION);
    return people;
  }

  private static void person(Map<PersonId, Person> people, String id, String name, Role role) {
    people.put(
        PersonId.of(id),
        new Person(
            PersonId.of(id),
            name,
            role,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private static Map<AreaId, Area> areas() {
    AreaId id = AreaId.of("cold-room");
    return Map.of(
        id,
        new Area(
            id,
            new Text("冷库", "Cold room"),
            Optional.of(ZHANG),
            Optional.empty(),
            true,
            Optional.empty(),
            Map.of()));
  }

  private static Map<DeviceId, Device> devices() {
    Map<DeviceId, Device> devices = new LinkedHashMap<>();
    device(devices, FRIDGE, "1号冷柜", "Fridge 1");
    device(devices, OTHER_FRIDGE, "2号冷柜", "Fridge 2");
    return devices;
  }

  private static void device(Map<DeviceId, Device> devices, DeviceId id, String zh, String en) {
    devices.put(
        id,
        new Device(
            id,
            DeviceKind.FRIDGE,
            AreaId.of("cold-room"),
            new Text(zh, en),
            Optional.of(Duration.ofMinutes(1)),
            Optional.empty(),
            Optional.empty(),
            Traits.NONE,
            List.of(),
            Map.of()));
  }
}
