package wuchang.console.fake;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Profile;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Person;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Traits;

/** A canteen with four areas, one of which belongs to a contractor, and fourteen devices. */
public final class DemoSite {
  public static final AreaId COLD = AreaId.of("cold-room");
  public static final AreaId KITCHEN = AreaId.of("kitchen");
  public static final AreaId WASH = AreaId.of("wash");
  public static final AreaId STORE = AreaId.of("store");
  public static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  public static final DeviceId METER = DeviceId.of("meter-main");
  public static final DeviceId GATE = DeviceId.of("gate-1");
  public static final DeviceId HOSTILE = DeviceId.of("fridge-2");

  private DemoSite() {}

  public static Site site() {
    return withNameOfSecondFridge(new Text("2号冷柜", "Fridge 2"));
  }

  /** What a device is called is anybody's words. */
  public static Site withNameOfSecondFridge(Text name) {
    return new Site(
        SiteId.of("east"),
        new Text("东区食堂", "East canteen"),
        ZoneId.of("Asia/Shanghai"),
        Profile.CN,
        800,
        calendar(),
        people(),
        areas(),
        devices(name),
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        Map.of(),
        Retention.DEFAULT);
  }

  private static SiteCalendar calendar() {
    return new SiteCalendar(
        List.of(),
        new DailyWindow(
            Set.of(java.time.DayOfWeek.values()), LocalTime.of(22, 0), LocalTime.of(5, 0)),
        List.of(),
        Set.of());
  }

  private static Map<PersonId, Person> people() {
    Map<PersonId, Person> people = new LinkedHashMap<>();
    person(people, "zhang", "张三", Role.OPERATION);
    person(people, "li", "李四", Role.MANAGEMENT);
    person(people, "coldco", "冷链公司 王工", Role.CONTRACTOR);
    return people;
  }

  private static void person(Map<PersonId, Person> people, String id, String name, Role role) {
    PersonId key = PersonId.of(id);
    people.put(
        key,
        new Person(
            key,
            name,
            role,
            Optional.of("13800001111"),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private static Map<AreaId, Area> areas() {
    Map<AreaId, Area> areas = new LinkedHashMap<>();
    area(areas, COLD, new Text("冷库", "Cold room"), Optional.of(PersonId.of("coldco")));
    area(areas, KITCHEN, new Text("厨房", "Kitchen"), Optional.empty());
    area(areas, WASH, new Text("洗消间", "Wash room"), Optional.empty());
    area(areas, STORE, new Text("库房与门禁", "Store and gates"), Optional.empty());
    return areas;
  }

  private static void area(
      Map<AreaId, Area> areas, AreaId id, Text name, Optional<PersonId> contractor) {
    areas.put(
        id,
        new Area(
            id,
            name,
            Optional.of(PersonId.of("zhang")),
            Optional.of(PersonId.of("li")),
            true,
            contractor,
            Map.of()));
  }

  private static Map<DeviceId, Device> devices(Text secondFridge) {
    Map<DeviceId, Device> all = new LinkedHashMap<>();
    add(all, FRIDGE, DeviceKind.FRIDGE, COLD, new Text("1号冷柜", "Fridge 1"));
    add(all, HOSTILE, DeviceKind.FRIDGE, COLD, secondFridge);
    add(all, "freezer-1", DeviceKind.FREEZER, COLD, new Text("1号冷冻库", "Freezer 1"));
    add(all, "freezer-2", DeviceKind.FREEZER, COLD, new Text("2号冷冻库（肉类）", "Freezer 2 (meat)"));
    add(all, "sample-1", DeviceKind.SAMPLE_FRIDGE, KITCHEN, new Text("留样柜", "Sample fridge"));
    add(all, "hot-1", DeviceKind.HOT_HOLDING, KITCHEN, new Text("1号热汤池", "Bain-marie 1"));
    add(all, METER, DeviceKind.ELECTRICITY_METER, KITCHEN, new Text("厨房总电表", "Kitchen meter"));
    add(all, "water-1", DeviceKind.WATER_METER, KITCHEN, new Text("总水表", "Main water meter"));
    add(all, "gw-1", DeviceKind.GATEWAY, KITCHEN, new Text("1号网关", "Gateway 1"));
    add(all, "cabinet-1", DeviceKind.DISINFECTION_CABINET, WASH, new Text("1号消毒柜", "Cabinet 1"));
    add(all, "cabinet-2", DeviceKind.DISINFECTION_CABINET, WASH, new Text("2号消毒柜", "Cabinet 2"));
    add(all, "dish-1", DeviceKind.DISHWASHER, WASH, new Text("洗碗机", "Dishwasher"));
    add(all, GATE, DeviceKind.ACCESS_GATE, STORE, new Text("后门", "Back door"));
    add(all, "gate-2", DeviceKind.ACCESS_GATE, STORE, new Text("库房门", "Store door"));
    return all;
  }

  private static void add(
      Map<DeviceId, Device> all, String id, DeviceKind kind, AreaId area, Text name) {
    add(all, DeviceId.of(id), kind, area, name);
  }

  private static void add(
      Map<DeviceId, Device> all, DeviceId id, DeviceKind kind, AreaId area, Text name) {
    boolean speaksOnEvents = kind == DeviceKind.ACCESS_GATE;
    all.put(
        id,
        new Device(
            id,
            kind,
            area,
            name,
            speaksOnEvents ? Optional.empty() : Optional.of(Duration.ofMinutes(1)),
            Optional.empty(),
            Optional.empty(),
            Traits.NONE,
            List.of(),
            Map.of()));
  }
}
