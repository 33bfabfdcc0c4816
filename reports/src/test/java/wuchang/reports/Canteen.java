package wuchang.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.alert.AlertState;
import wuchang.domain.cycle.Cycle;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.reading.Metric;
import wuchang.domain.score.Incident;
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
import wuchang.reports.figure.Basis;

/** A small canteen in Shanghai: a fridge and a gate behind a gateway, and a freezer of its own. */
final class Canteen {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate DAY = LocalDate.parse("2026-11-23");
  static final Instant EVENING = DAY.plusDays(1).atStartOfDay(ZONE).toInstant();
  static final DeviceId GATEWAY = DeviceId.of("gw-1");
  static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  static final DeviceId FREEZER = DeviceId.of("freezer-1");
  static final Set<DeviceId> ALL = Set.of(GATEWAY, FRIDGE, FREEZER);
  static final RuleId TOO_WARM = RuleId.of("FRG-01");
  static final Basis TEMPERATURE = new Basis(Set.of(Metric.TEMPERATURE), false);
  private static final AreaId COLD_ROOM = AreaId.of("cold-room");
  private static final PersonId COOK = PersonId.of("p1");

  private Canteen() {}

  static Site site() {
    return site("1号冷柜", "Fridge 1");
  }

  static Site site(String zh, String en) {
    Optional<DeviceId> gateway = Optional.of(GATEWAY);
    return new Site(
        SiteId.of("east"),
        new Text("东区食堂", "East canteen"),
        ZONE,
        Profile.CN,
        800,
        new SiteCalendar(
            List.of(),
            new DailyWindow(Set.of(), LocalTime.of(22, 0), LocalTime.of(5, 0)),
            List.of(),
            Set.of()),
        byId(Person::id, List.of(person())),
        byId(Area::id, List.of(area())),
        byId(
            Device::id,
            List.of(
                device(GATEWAY, DeviceKind.GATEWAY, new Text("网关", "Gateway"), Optional.empty()),
                device(FRIDGE, DeviceKind.FRIDGE, new Text(zh, en), gateway),
                device(FREEZER, DeviceKind.FREEZER, new Text("冷冻柜", "Freezer"), Optional.empty()))),
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        Map.of(),
        Retention.DEFAULT);
  }

  static Map<RuleId, RuleCard> rules() {
    return Map.of(
        TOO_WARM,
        new RuleCard(
            TOO_WARM,
            Principle.CLEAN,
            Severity.MAJOR,
            new Text("冷藏温度过高", "Fridge too warm"),
            Text.same("{device}"),
            new Text("检查门封", "Check the door seal"),
            "GB 31654"));
  }

  static DailyRecord record(Set<DeviceId> heard, Incident... alerts) {
    return record(sources(site(), heard, List.of(), List.of(alerts)));
  }

  /** A quiet day with disinfections. */
  static DailyRecord record(Cycle... cycles) {
    return record(sources(site(), ALL, List.of(cycles), List.of()));
  }

  static DailyRecord record(Sources sources) {
    return DailyRecord.of(DAY, EVENING, sources);
  }

  /** A day on which all is proven that was heard, but for what the incidents say. */
  static Sources sources(
      Site site, Set<DeviceId> heard, List<Cycle> cycles, List<Incident> incidents) {
    List<Coverage> proven = ALL.stream().map(device -> coverage(device, 86_400, 0)).toList();
    return sources(site, heard, cycles, incidents, proven);
  }

  static Sources sources(
      Site site,
      Set<DeviceId> heard,
      List<Cycle> cycles,
      List<Incident> incidents,
      List<Coverage> coverage) {
    return new Sources(
        site,
        rules(),
        site.devices().keySet().stream()
            .map(
                device ->
                    new RiskItem(
                        rules().get(TOO_WARM), device, new Text("高于 8", "above 8"), TEMPERATURE))
            .toList(),
        incidents,
        heard,
        cycles,
        coverage,
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** Evidence of the day; what is neither right nor wrong is not proven. */
  static Coverage coverage(DeviceId device, long compliant, long breach) {
    return new Coverage(
        Coverage.Period.of(DAY),
        device,
        TOO_WARM,
        Duration.ofSeconds(compliant),
        Duration.ofSeconds(breach),
        Duration.ofSeconds(86_400 - compliant - breach));
  }

  /** One of an hour that ended then. It stands at the freezer: what it is does not matter here. */
  static Cycle cycle(String end, Cycle.Verdict verdict, Cycle.Reason reason) {
    return new Cycle(
        FREEZER,
        at(end).minusSeconds(3600),
        at(end),
        Optional.of(Quantity.of(112.25, Unit.CELSIUS)),
        Duration.ofSeconds(125),
        Duration.ofMinutes(10),
        verdict,
        reason);
  }

  /** An instant of the site's time. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** An alert on the fridge that nobody has done anything about. */
  static Incident open(String id, String since) {
    return alert(id, FRIDGE, AlertState.OPEN, since, Optional.empty());
  }

  /** One that was taken on, became right again, and was closed at that moment. */
  static Incident closed(String id, String since, String until) {
    return alert(id, FRIDGE, AlertState.CLOSED, since, Optional.of(until));
  }

  static Incident alert(
      String id, DeviceId device, AlertState state, String since, Optional<String> until) {
    Instant start = at(since);
    Optional<Instant> end = until.map(Canteen::at);
    boolean handled = state.isFinal();
    return new Incident(
        AlertId.of(id),
        TOO_WARM,
        device,
        COLD_ROOM,
        Principle.CLEAN,
        Severity.MAJOR,
        state,
        start,
        start.plusSeconds(1800),
        start.plusSeconds(1801),
        end,
        handled ? Optional.of(start.plusSeconds(2400)) : Optional.empty(),
        handled ? Optional.of(COOK) : Optional.empty(),
        handled ? Optional.of(start.plusSeconds(4200)) : Optional.empty(),
        handled ? end : Optional.empty(),
        handled ? Optional.of(COOK) : Optional.empty(),
        handled ? Optional.of("equipment") : Optional.empty(),
        Optional.empty(),
        false,
        true);
  }

  private static Person person() {
    return new Person(
        COOK,
        "张三",
        Role.OPERATION,
        Optional.of("13800000000"),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Area area() {
    return new Area(
        COLD_ROOM,
        new Text("冷库", "Cold room"),
        Optional.of(COOK),
        Optional.empty(),
        true,
        Optional.empty(),
        Map.of());
  }

  private static Device device(
      DeviceId id, DeviceKind kind, Text name, Optional<DeviceId> gateway) {
    return new Device(
        id,
        kind,
        COLD_ROOM,
        name,
        Optional.empty(),
        gateway,
        Optional.empty(),
        Traits.NONE,
        List.of(),
        Map.of());
  }

  private static <K, V> Map<K, V> byId(Function<V, K> id, List<V> all) {
    return all.stream()
        .collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }
}
