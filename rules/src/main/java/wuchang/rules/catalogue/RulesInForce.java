package wuchang.rules.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Limit;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.rules.cycle.CycleProfile;
import wuchang.rules.kernel.DeviceRules;
import wuchang.rules.kernel.Ensemble;
import wuchang.rules.kernel.Rule;

/**
 * The catalogue as it is in force at a site: the profile's numbers, what site, area and device
 * change about them (device over area over site), and the devices each rule is about.
 */
public final class RulesInForce {
  /** DOMAIN.md B2.2: a good sample holds for three intervals, at least ten minutes. */
  private static final Duration LEAST_MAX_GAP = Duration.ofMinutes(10);

  private static final int MAX_GAP_INTERVALS = 3;

  /** SEN-03: air and goods do not change faster, in K/min. */
  private static final double JUMP = 10;

  /** Steam that reaches a probe heats it by up to 30 K/min. */
  private static final double STEAM_JUMP = 35;

  private final Catalogue catalogue;
  private final Site site;
  private final RuleMaker maker;

  public RulesInForce(Catalogue catalogue, Site site) {
    this.catalogue = catalogue;
    this.site = site;
    this.maker = new RuleMaker(site);
  }

  /** A rule on a device with the values in force. */
  public record OnDevice(RuleDefinition rule, Device device, Map<String, Quantity> values) {
    public OnDevice {
      values = Map.copyOf(values);
    }

    /** Names the parameters in force: eight bytes of a hash, the same for the same. */
    public String version() {
      return Version.of(this);
    }
  }

  /** Every device with its rules, in the order of the configuration; then those of several. */
  public List<DeviceRules> devices(Instant expectedFrom) {
    return Stream.concat(
            site.devices().values().stream().map(d -> device(d, expectedFrom)),
            ensembles(expectedFrom).stream())
        .toList();
  }

  /** What rules are about: every device, and the site as a whole where it is judged as one. */
  public List<Device> subjects() {
    return Stream.concat(
            site.devices().values().stream(),
            Members.speakers(site).stream().filter(d -> site.device(d.id()).isEmpty()))
        .toList();
  }

  /** The rules about several devices at once: a gateway's, and the whole site's. */
  public List<DeviceRules> ensembles(Instant expectedFrom) {
    return Members.speakers(site).stream()
        .flatMap(speaker -> ensemble(speaker, expectedFrom).stream())
        .toList();
  }

  /** Whether a rule is about several devices at once. */
  public boolean isOfSeveral(RuleId id) {
    return catalogue.rule(id).filter(rule -> rule.kind().isOfSeveral()).isPresent();
  }

  private Optional<DeviceRules> ensemble(Device speaker, Instant expectedFrom) {
    List<Rule> rules =
        on(speaker).stream().filter(on -> on.rule().kind().isOfSeveral()).map(maker::rule).toList();
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    long least =
        rules.stream()
            .flatMap(rule -> rule.tiers().stream())
            .mapToLong(tier -> tier.hold().tolerate())
            .min()
            .orElse(0);
    return Optional.of(
        new DeviceRules(
            speaker.id(),
            rules,
            LEAST_MAX_GAP.toMillis(),
            Double.POSITIVE_INFINITY,
            expectedFrom.toEpochMilli(),
            Optional.of(
                new Ensemble(speaker.id(), Members.of(site, speaker).devices(), least / 2))));
  }

  /** One device with its rules. */
  public DeviceRules device(Device device, Instant expectedFrom) {
    List<Rule> rules =
        on(device).stream().filter(on -> !on.rule().kind().isOfSeveral()).map(maker::rule).toList();
    return new DeviceRules(
        device.id(),
        rules,
        maxGap(device).toMillis(),
        jump(device.kind()),
        expectedFrom.toEpochMilli());
  }

  /** What the kernel judges by of a rule in force. */
  public Rule made(OnDevice on) {
    return maker.rule(on);
  }

  /** The rules in force on a device. */
  public List<OnDevice> on(Device device) {
    List<OnDevice> found = new ArrayList<>();
    for (RuleDefinition rule : catalogue.rules()) {
      if (rule.appliesTo().contains(device.kind()) && isEnabled(rule.id(), device)) {
        values(rule, device).ifPresent(values -> found.add(new OnDevice(rule, device, values)));
      }
    }
    return found;
  }

  /**
   * What a device must do to disinfect, with the numbers in force here; empty for one that does not
   * disinfect, or of which no sensor can tell. A rule that is switched off tells nobody, but what a
   * cycle is stays the same.
   */
  public Optional<CycleProfile> cycle(Device device) {
    return catalogue.rules().stream()
        .filter(rule -> rule.appliesTo().contains(device.kind()))
        .filter(rule -> CycleKinds.hold(rule, device).isPresent())
        .flatMap(
            rule ->
                values(rule, device)
                    .map(values -> new Made(values, rule.words(), new Place(site, device)))
                    .stream())
        .map(CycleKinds::profile)
        .findFirst();
  }

  /** Every limit on a metric that is in force, device by device, for charts to draw. */
  public List<Limit> limits() {
    return site.devices().values().stream()
        .flatMap(device -> on(device).stream())
        .flatMap(Limits::of)
        .toList();
  }

  /** For how long a good sample of a device holds. */
  public static Duration maxGap(Device device) {
    Duration several = device.interval().orElse(Duration.ZERO).multipliedBy(MAX_GAP_INTERVALS);
    return several.compareTo(LEAST_MAX_GAP) > 0 ? several : LEAST_MAX_GAP;
  }

  /**
   * How far back that goes which decides what is found on a device. A defrost of every 42 h is
   * known from the third on (DOMAIN.md B2.6); what is usual at a water meter rests on four weeks.
   */
  public static Duration memory(Device device) {
    return switch (device.kind()) {
      // Who has been told of in this week.
      case ACCESS_GATE -> Duration.ofDays(8);
      // Whether anybody has opened it in a week.
      case FRIDGE, FREEZER -> Duration.ofDays(8);
      case SAMPLE_FRIDGE, ELECTRICITY_METER -> Duration.ofDays(6);
      case WATER_METER -> Duration.ofDays(29);
      // When it disinfected last, a long weekend ago.
      case DISINFECTION_CABINET -> Duration.ofDays(5);
      default -> Duration.ofHours(26);
    };
  }

  /** How far back those records go that decide what is found. */
  public static Duration memory(RecordKind kind) {
    return switch (kind) {
      case CALIBRATION -> Duration.ofDays(400);
      case TRAINING -> Duration.ofDays(370);
      case CORRECTIVE_ACTION -> Duration.ofDays(32);
      // In force until another level is said, be it next term.
      case OUTBREAK -> Duration.ofDays(200);
      default -> Duration.ofDays(8);
    };
  }

  /** The values in force; empty when the device lacks a trait that a value would come from. */
  private Optional<Map<String, Quantity>> values(RuleDefinition rule, Device device) {
    Map<String, Quantity> values = new HashMap<>();
    for (Parameter parameter : rule.parameters().values()) {
      Optional<Quantity> value =
          overridden(rule.id(), device, parameter.name())
              .or(() -> parameter.like().flatMap(r -> overridden(r, device, parameter.name())))
              .or(() -> usual(parameter, clocked(rule, device)));
      if (value.isEmpty() && !parameter.optional()) {
        return Optional.empty();
      }
      value.ifPresent(known -> values.put(parameter.name(), known));
    }
    if (device.traits().bufferedProbe()) {
      // The probe lies in glycol: what it says is the goods' temperature already (B2.4).
      values.computeIfPresent("tau", (name, tau) -> Quantity.of(0, tau.unit()));
    }
    boolean hasTimes =
        rule.use().filter(use -> use.flag().isEmpty()).isEmpty()
            || !site.calendar().meals().isEmpty();
    return hasTimes && rule.kind().suits(new Place(site, device))
        ? Optional.of(values)
        : Optional.empty();
  }

  private Optional<Quantity> usual(Parameter parameter, Device device) {
    return new Place(site, device).isBeside(DeviceKind.PREP_ROOM)
        ? parameter.inSpecialRoom(device, site.profile())
        : parameter.on(device, site.profile());
  }

  /** Who speaks for others is expected to speak as often as the most frequent of them. */
  private Device clocked(RuleDefinition rule, Device device) {
    return rule.kind().isOfSeveral() ? Members.of(site, device).asOne(device) : device;
  }

  private boolean isEnabled(RuleId rule, Device device) {
    return overrides(rule, device).stream()
        .flatMap(o -> o.enabled().stream())
        .findFirst()
        .orElse(true);
  }

  private Optional<Quantity> overridden(RuleId rule, Device device, String name) {
    return overrides(rule, device).stream()
        .flatMap(o -> Optional.ofNullable(o.parameters().get(name)).stream())
        .findFirst();
  }

  /** What is changed about a rule, the strongest first. */
  private List<RuleOverride> overrides(RuleId rule, Device device) {
    List<RuleOverride> found = new ArrayList<>();
    Optional.ofNullable(device.rules().get(rule)).ifPresent(found::add);
    site.area(device.area()).map(Area::rules).map(m -> m.get(rule)).ifPresent(found::add);
    Optional.ofNullable(site.rules().get(rule)).ifPresent(found::add);
    return found;
  }

  private static double jump(DeviceKind kind) {
    return switch (kind) {
      case FRIDGE, FREEZER, SAMPLE_FRIDGE, HOT_HOLDING, PREP_ROOM -> JUMP;
      case DISINFECTION_CABINET -> STEAM_JUMP;
      // Heaters heat fast, and a probe is moved from pot to pot.
      default -> Double.POSITIVE_INFINITY;
    };
  }
}
