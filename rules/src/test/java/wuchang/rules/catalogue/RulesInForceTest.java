package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.finding.Limit;
import wuchang.domain.reading.Metric;
import wuchang.domain.record.RecordKind;
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
import wuchang.rules.catalogue.RulesInForce.OnDevice;
import wuchang.rules.kernel.DeviceRules;

/** What site, area and device change about the catalogue, and the devices its rules are about. */
class RulesInForceTest {
  private static final RuleId FRIDGE = RuleId.of("FRG-01");
  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final Device PLAIN = device("fridge-1", DeviceKind.FRIDGE, Traits.NONE, Map.of());

  @Test
  void the_device_is_stronger_than_its_area_and_the_area_than_the_site() {
    Map<RuleId, RuleOverride> nine = above("9 °C");
    Map<RuleId, RuleOverride> ten = above("10 °C");
    Map<RuleId, RuleOverride> eleven = above("11 °C");
    Device own = device("fridge-1", DeviceKind.FRIDGE, Traits.NONE, nine);

    assertThat(limit(PLAIN, Map.of(), Map.of())).isEqualTo("8 °C");
    assertThat(limit(PLAIN, Map.of(), eleven)).isEqualTo("11 °C");
    assertThat(limit(PLAIN, ten, eleven)).isEqualTo("10 °C");
    assertThat(limit(own, ten, eleven)).isEqualTo("9 °C");
  }

  @Test
  void a_rule_that_is_switched_off_is_not_in_force_and_can_be_switched_on_again_below() {
    Device on = device("fridge-1", DeviceKind.FRIDGE, Traits.NONE, enabled(true));

    assertThat(find(PLAIN, enabled(false), Map.of())).isEmpty();
    assertThat(find(PLAIN, Map.of(), enabled(false))).isEmpty();
    assertThat(find(on, enabled(false), enabled(false))).isPresent();
  }

  @Test
  void a_probe_in_glycol_shows_the_goods_themselves() {
    Traits none = Traits.NONE;
    Traits buffered =
        new Traits(
            Map.of(),
            false,
            true,
            none.calibrated(),
            none.defrost(),
            none.method(),
            none.plan(),
            none.allowed());
    Device device = device("fridge-1", DeviceKind.FRIDGE, buffered, Map.of());

    assertThat(find(device, Map.of(), Map.of()).orElseThrow().values().get("tau").value()).isZero();
    assertThat(find(PLAIN, Map.of(), Map.of()).orElseThrow().values().get("tau"))
        .isEqualTo(Quantity.parse("10m"));
  }

  @Test
  void the_version_names_what_is_in_force() {
    String usual = find(PLAIN, Map.of(), Map.of()).orElseThrow().version();

    assertThat(usual).matches("[0-9a-f]{16}");
    assertThat(find(PLAIN, Map.of(), Map.of()).orElseThrow().version()).isEqualTo(usual);
    assertThat(find(PLAIN, Map.of(), above("9 °C")).orElseThrow().version()).isNotEqualTo(usual);
  }

  @ParameterizedTest
  @CsvSource({"60, 600", "200, 600", "201, 603", "900, 2700"})
  void a_sample_holds_for_three_intervals_and_at_least_ten_minutes(long seconds, long holds) {
    assertThat(RulesInForce.maxGap(every(PLAIN, Duration.ofSeconds(seconds))))
        .isEqualTo(Duration.ofSeconds(holds));
  }

  @ParameterizedTest
  @CsvSource({
    "FRIDGE, 10",
    "FREEZER, 10",
    "SAMPLE_FRIDGE, 10",
    "HOT_HOLDING, 10",
    "PREP_ROOM, 10",
    "DISINFECTION_CABINET, 35",
    "COOLING_PROBE, Infinity",
    "WATER_METER, Infinity",
  })
  void what_cannot_be_true_of_a_probe_depends_on_what_it_is_in(DeviceKind kind, double jump) {
    Device device = device("d", kind, Traits.NONE, Map.of());

    assertThat(inForce(device, Map.of(), Map.of()).device(device, Instant.EPOCH).jump())
        .isEqualTo(jump);
  }

  @Test
  void every_device_and_record_is_remembered_for_some_time() {
    assertThat(DeviceKind.values())
        .allMatch(
            kind ->
                RulesInForce.memory(device("d", kind, Traits.NONE, Map.of()))
                        .compareTo(Duration.ofHours(26))
                    >= 0);
    assertThat(RecordKind.values())
        .allMatch(kind -> RulesInForce.memory(kind).compareTo(Duration.ofDays(8)) >= 0);
    assertThat(RulesInForce.memory(RecordKind.CALIBRATION)).isEqualTo(Duration.ofDays(400));
  }

  @Test
  void the_limits_that_can_be_drawn_are_those_on_a_metric_of_the_device() {
    List<Limit> limits = inForce(PLAIN, Map.of(), above("9 °C")).limits();

    assertThat(limits)
        .contains(
            new Limit(PLAIN.id(), Metric.TEMPERATURE, FRIDGE, Severity.MAJOR, true, 9),
            new Limit(
                PLAIN.id(), Metric.TEMPERATURE, RuleId.of("FRG-02"), Severity.CRITICAL, true, 15),
            new Limit(
                PLAIN.id(), Metric.TEMPERATURE, RuleId.of("FRG-03"), Severity.WARNING, false, 0))
        .allMatch(limit -> limit.device().equals(PLAIN.id()));
  }

  @Test
  void a_gateway_speaks_for_those_it_hears_and_the_site_for_three_that_none_hears() {
    Device gateway = device("gateway-1", DeviceKind.GATEWAY, Traits.NONE, Map.of());
    Device one = behind(gateway, "fridge-1");
    Device two = behind(gateway, "fridge-2");
    Device alone = device("fridge-3", DeviceKind.FRIDGE, Traits.NONE, Map.of());

    assertThat(speakers(gateway, one, two)).containsExactly("gateway-1");
    assertThat(speakers(gateway, one, two, alone)).containsExactly("gateway-1", "site");
    assertThat(speakers(one, alone)).isEmpty();
  }

  private static List<String> speakers(Device... devices) {
    RulesInForce inForce = new RulesInForce(CATALOGUE, site(Map.of(), Map.of(), devices));
    List<DeviceRules> several = inForce.ensembles(Instant.EPOCH);
    assertThat(inForce.devices(Instant.EPOCH)).hasSize(devices.length + several.size());
    assertThat(several).allMatch(rules -> rules.ensemble().isPresent());
    return several.stream()
        .map(rules -> rules.device().equals(Site.ITSELF) ? "site" : rules.device().value())
        .toList();
  }

  private static Device behind(Device gateway, String id) {
    Device plain = device(id, DeviceKind.FRIDGE, Traits.NONE, Map.of());
    return new Device(
        plain.id(),
        plain.kind(),
        plain.area(),
        plain.name(),
        plain.interval(),
        Optional.of(gateway.id()),
        plain.circuit(),
        plain.traits(),
        List.of(),
        Map.of());
  }

  private static Device every(Device plain, Duration interval) {
    return new Device(
        plain.id(),
        plain.kind(),
        plain.area(),
        plain.name(),
        Optional.of(interval),
        plain.gateway(),
        plain.circuit(),
        plain.traits(),
        List.of(),
        Map.of());
  }

  private static Device device(
      String id, DeviceKind kind, Traits traits, Map<RuleId, RuleOverride> rules) {
    return new Device(
        DeviceId.of(id),
        kind,
        AreaId.of("kitchen"),
        Text.same(id),
        Optional.of(Duration.ofMinutes(1)).filter(every -> kind != DeviceKind.GATEWAY),
        Optional.empty(),
        Optional.empty(),
        traits,
        List.of(),
        rules);
  }

  private static Map<RuleId, RuleOverride> above(String limit) {
    return Map.of(
        FRIDGE, new RuleOverride(Optional.empty(), Map.of("above", Quantity.parse(limit))));
  }

  private static Map<RuleId, RuleOverride> enabled(boolean enabled) {
    return Map.of(FRIDGE, new RuleOverride(Optional.of(enabled), Map.of()));
  }

  private static String limit(
      Device device, Map<RuleId, RuleOverride> area, Map<RuleId, RuleOverride> site) {
    return find(device, area, site).orElseThrow().values().get("above").toString();
  }

  private static Optional<OnDevice> find(
      Device device, Map<RuleId, RuleOverride> area, Map<RuleId, RuleOverride> site) {
    return inForce(device, area, site).on(device).stream()
        .filter(on -> on.rule().id().equals(FRIDGE))
        .findFirst();
  }

  private static RulesInForce inForce(
      Device device, Map<RuleId, RuleOverride> area, Map<RuleId, RuleOverride> site) {
    return new RulesInForce(CATALOGUE, site(area, site, device));
  }

  private static Site site(
      Map<RuleId, RuleOverride> area, Map<RuleId, RuleOverride> rules, Device... devices) {
    Map<DeviceId, Device> all = new LinkedHashMap<>();
    for (Device device : devices) {
      all.put(device.id(), device);
    }
    Area kitchen =
        new Area(
            AreaId.of("kitchen"),
            Text.same("kitchen"),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            area);
    DailyWindow noon = DailyWindow.parse("11:00-13:00");
    return new Site(
        SiteId.of("east"),
        Text.same("east"),
        ZoneOffset.UTC,
        Profile.CN,
        0,
        new SiteCalendar(
            List.of(new Meal("lunch", noon, noon, noon)),
            DailyWindow.parse("22:00-05:00"),
            List.of(),
            Set.of()),
        Map.of(),
        Map.of(kitchen.id(), kitchen),
        all,
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        rules,
        Retention.DEFAULT);
  }
}
