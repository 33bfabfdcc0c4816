package wuchang.console.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import wuchang.console.access.SignInLinks;
import wuchang.console.parts.HttpSettings;
import wuchang.console.parts.UnknownDevice;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Unit;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected;
import wuchang.domain.site.Device;
import wuchang.domain.site.Role;

/**
 * Serves the page with a believable canteen behind it, to be looked at. Arguments: the port, and
 * optionally {@code calm}, {@code proven}, or {@code still} (no new readings).
 */
public final class ConsoleDemo {
  private static final Random RANDOM = new Random(7);

  private final Canteen canteen;
  private final Map<DeviceId, DeviceState> states = new HashMap<>();
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private ConsoleDemo(Canteen canteen) {
    this.canteen = canteen;
  }

  public static void main(String[] args) throws IOException {
    List<String> how = List.of(args);
    Path directory = Files.createTempDirectory("console-demo");
    int port = Integer.parseInt(args[0]);
    Canteen canteen = new Canteen(directory, InstantSource.system(), HttpSettings.loopback(port));
    ConsoleDemo demo = new ConsoleDemo(canteen);
    demo.devices(how.contains("proven"));
    if (!how.contains("calm") && !how.contains("proven")) {
      demo.alerts();
    }
    demo.over();
    demo.rest();
    if (!how.contains("still")) {
      canteen.vertx().setPeriodic(2000, timer -> demo.goOn());
    }
    PersonId admin = canteen.account(Role.ADMIN);
    String path = canteen.links().make(admin, SignInLinks.Kind.TERMINAL, Duration.ofDays(1));
    System.out.println("http://127.0.0.1:" + canteen.port() + path);
  }

  private void devices(boolean proven) {
    for (Device device : DemoSite.site().devices().values()) {
      history(device);
      say(device, proven ? EvidenceState.COMPLIANT : stateOf(device), start);
    }
  }

  private EvidenceState stateOf(Device device) {
    return switch (device.id().value()) {
      case "fridge-1", "gate-1" -> EvidenceState.BREACH;
      case "freezer-2", "dish-1", "gate-2" -> EvidenceState.UNPROVEN;
      default -> EvidenceState.COMPLIANT;
    };
  }

  private void say(Device device, EvidenceState state, Instant now) {
    if (device.id().value().equals("gate-2")) {
      return;
    }
    boolean silent = device.id().value().equals("freezer-2");
    Instant at = silent ? start.minus(Duration.ofMinutes(47)) : now;
    List<Reading> latest = new ArrayList<>();
    for (Metric metric : device.kind().metrics()) {
      latest.add(reading(device, metric, at, value(device, metric, at)));
    }
    DeviceState said =
        new DeviceState(
            device.id(),
            state,
            Map.of(RuleId.of(ruleOf(device)), state, RuleId.of("SEN-01"), EvidenceState.COMPLIANT),
            latest);
    states.put(device.id(), said);
    canteen.rules().say(List.of(said));
  }

  private static String ruleOf(Device device) {
    return switch (device.kind()) {
      case ACCESS_GATE -> "GAT-02";
      case ELECTRICITY_METER -> "ELE-03";
      default -> "FRG-01";
    };
  }

  private static Reading reading(Device device, Metric metric, Instant at, double value) {
    boolean doubted = device.id().value().equals("dish-1");
    return new Reading(
        device.id(), metric, at, value, doubted ? Flaw.CLOCK_SKEW : Flaw.NONE, Provenance.LIVE, at);
  }

  private double value(Device device, Metric metric, Instant at) {
    double wave = Math.sin(at.getEpochSecond() / 900.0) + RANDOM.nextGaussian() * 0.15;
    boolean warm =
        device.id().equals(DemoSite.FRIDGE) && at.isAfter(start.minus(Duration.ofHours(1)));
    if (metric.equals(Metric.TEMPERATURE)) {
      return switch (device.kind()) {
        case FRIDGE -> warm ? 9.3 + wave * 0.3 : 3.4 + wave * 0.8;
        case FREEZER -> -18.6 + wave;
        case SAMPLE_FRIDGE -> 4.1 + wave * 0.5;
        case HOT_HOLDING -> 66 + wave * 2;
        case DISINFECTION_CABINET -> 24 + Math.max(0, 100 * Math.sin(at.getEpochSecond() / 9000.0));
        default -> 58 + wave * 3;
      };
    }
    return other(metric, wave, at);
  }

  private double other(Metric metric, double wave, Instant at) {
    return switch (metric.name()) {
      case "humidity" -> 61 + wave * 4;
      case "power" -> 4200 + wave * 900;
      case "voltage" -> 221 + wave;
      case "current" -> 24 + wave * 4;
      case "energy_total" -> 48211.4 + (at.getEpochSecond() - start.getEpochSecond()) / 3600.0;
      case "water_total" -> 9112.384;
      case "flow_rate" -> Math.max(0, 1.2 + wave);
      case "online" -> 1;
      default -> 0;
    };
  }

  private void history(Device device) {
    List<Reading> all = new ArrayList<>();
    for (int minute = 24 * 60; minute > 0; minute -= 2) {
      boolean gap = minute > 500 && minute < 590;
      boolean silent = device.id().value().equals("freezer-2") && minute < 47;
      if (!gap && !silent) {
        Instant at = start.minus(Duration.ofMinutes(minute));
        for (Metric metric : device.kind().metrics()) {
          all.add(Reading.of(device.id(), metric, at, value(device, metric, at)));
        }
      }
    }
    canteen.history().add(all);
  }

  /** A gateway that is silent, and what is behind it. */
  private void causes() {
    Alert gateway = open("a-gw", "SYS-01", Severity.CRITICAL, "gw-1", 9, Evidence.NONE);
    Alert hidden = open("a-gw-sen", "SEN-01", Severity.WARNING, "sample-1", 8, Evidence.NONE);
    canteen
        .alerts()
        .put(
            AlertStep.Kind.SUPPRESSED,
            AlertStep.SYSTEM,
            "effect_of_a_cause",
            Alerts.related(
                hidden,
                AlertState.SUPPRESSED,
                Optional.of(gateway.id()),
                List.of(),
                Optional.empty()));
    PersonId zhang = PersonId.of("zhang");
    Alert listed =
        Alerts.related(
            Alerts.taken(gateway, zhang, start, Duration.ofMinutes(30)),
            AlertState.ACKNOWLEDGED,
            Optional.empty(),
            List.of(hidden.id()),
            Optional.of(PersonId.of("admin")));
    canteen.alerts().put(AlertStep.Kind.HAND_OVER_OFFERED, "zhang", "换班", listed);
  }

  private void alerts() {
    open("a-frg", "FRG-01", Severity.MAJOR, "fridge-1", 5, temperature(9.3, 8.0));
    open("a-gat", "GAT-02", Severity.CRITICAL, "gate-1", 2, Evidence.NONE);
    causes();
    Alert silent = open("a-sen", "SEN-01", Severity.WARNING, "freezer-2", 32, Evidence.NONE);
    canteen
        .alerts()
        .put(
            AlertStep.Kind.ACKNOWLEDGED,
            "zhang",
            "去换电池",
            Alerts.taken(
                silent,
                PersonId.of("zhang"),
                start.minus(Duration.ofMinutes(20)),
                Duration.ofMinutes(15)));
    open("a-door", "DOOR-01", Severity.WARNING, "fridge-2", 1, Evidence.NONE);
    open("a-note", "ELE-03", Severity.NOTICE, "meter-main", 190, Evidence.NONE);
  }

  private static Evidence temperature(double value, double limit) {
    return Evidence.NONE.with("value", value, Unit.CELSIUS).with("limit", limit, Unit.CELSIUS);
  }

  private Alert open(
      String id, String rule, Severity severity, String device, long minutes, Evidence evidence) {
    Device where = DemoSite.site().device(DeviceId.of(device)).orElseThrow();
    Instant at = start.minus(Duration.ofMinutes(minutes));
    return canteen
        .alerts()
        .open(Alerts.open(id, rule, severity, where.id(), where.area(), at, evidence));
  }

  private void over() {
    Alert done = open("o-1", "FRG-01", Severity.MAJOR, "sample-1", 300, temperature(8.9, 8.0));
    canteen
        .alerts()
        .put(
            AlertStep.Kind.CLOSED,
            "li",
            "换了门封",
            Alerts.ended(
                Alerts.resolved(done, start.minus(Duration.ofMinutes(240))),
                AlertState.CLOSED,
                start.minus(Duration.ofMinutes(200)),
                Optional.of("equipment")));
    Alert wrong = open("o-2", "GAT-02", Severity.CRITICAL, "gate-2", 500, Evidence.NONE);
    canteen
        .alerts()
        .put(
            AlertStep.Kind.FALSE_ALARM,
            "li",
            "维修人员",
            Alerts.ended(
                wrong,
                AlertState.FALSE_ALARM,
                start.minus(Duration.ofMinutes(490)),
                Optional.of("false_alarm")));
    Alert right = open("o-3", "DOOR-01", Severity.WARNING, "fridge-2", 90, Evidence.NONE);
    canteen
        .alerts()
        .put(
            AlertStep.Kind.RESOLVED,
            AlertStep.SYSTEM,
            "RECOVERED",
            Alerts.resolved(right, start.minus(Duration.ofMinutes(80))));
  }

  private void rest() {
    canteen
        .unknown()
        .add(
            new UnknownDevice(
                "fridge-9",
                "wuchang/east/fridge-9/telemetry",
                start,
                12,
                "{\"temperature\": 4.2, \"name\": \"<script>alert(1)</script>\"}",
                "- {id: fridge-9, kind: fridge, area: kitchen}"));
    canteen
        .history()
        .reject(
            Rejected.of(
                Optional.of(DemoSite.FRIDGE),
                "wuchang/east/fridge-1/telemetry",
                "{\"temperature\": \"warm\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Rejected.Reason.BAD_VALUE,
                "temperature is «warm»; expected a number",
                start));
  }

  private void goOn() {
    Instant now = Instant.now();
    List<Device> devices = List.copyOf(DemoSite.site().devices().values());
    for (int i = 0; i < 4; i++) {
      Device device = devices.get(RANDOM.nextInt(devices.size()));
      if (states.containsKey(device.id()) && !device.id().value().equals("freezer-2")) {
        say(device, states.get(device.id()).state(), now);
      }
    }
  }
}
