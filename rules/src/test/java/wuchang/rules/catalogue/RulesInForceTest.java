package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Limit;
import wuchang.domain.reading.Metric;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;
import wuchang.domain.site.Traits;
import wuchang.rules.catalogue.RulesInForce.OnDevice;
import wuchang.rules.kernel.DeviceRules;

/** What site, area and device change about the catalogue, and the devices its rules are about. */
class RulesInForceTest {
  private static final RuleId FRIDGE = RuleId.of("FRG-01");
  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final Device PLAIN = Kitchen.device("fridge-1", DeviceKind.FRIDGE);

  @Test
  void the_device_is_stronger_than_its_area_and_the_area_than_the_site() {
    Map<RuleId, RuleOverride> nine = above("9 °C");
    Map<RuleId, RuleOverride> ten = above("10 °C");
    Map<RuleId, RuleOverride> eleven = above("11 °C");
    Device own = Kitchen.device("fridge-1", DeviceKind.FRIDGE, Traits.NONE, nine);

    assertThat(limit(PLAIN, Map.of(), Map.of())).isEqualTo("8 °C");
    assertThat(limit(PLAIN, Map.of(), eleven)).isEqualTo("11 °C");
    assertThat(limit(PLAIN, ten, eleven)).isEqualTo("10 °C");
    assertThat(limit(own, ten, eleven)).isEqualTo("9 °C");
  }

  @Test
  void a_rule_that_is_switched_off_is_not_in_force_and_can_be_switched_on_again_below() {
    Device on = Kitchen.device("fridge-1", DeviceKind.FRIDGE, Traits.NONE, enabled(true));

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
    Device device = Kitchen.device("fridge-1", DeviceKind.FRIDGE, buffered, Map.of());

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
    assertThat(RulesInForce.maxGap(Kitchen.every(PLAIN, Duration.ofSeconds(seconds))))
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
    Device device = Kitchen.device("d", kind);

    assertThat(inForce(device, Map.of(), Map.of()).device(device, Instant.EPOCH).jump())
        .isEqualTo(jump);
  }

  @Test
  void every_device_and_record_is_remembered_for_some_time() {
    assertThat(DeviceKind.values())
        .allMatch(
            kind ->
                RulesInForce.memory(Kitchen.device("d", kind)).compareTo(Duration.ofHours(26))
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
    Device gateway = Kitchen.device("gateway-1", DeviceKind.GATEWAY);
    Device one = Kitchen.behind(gateway, "fridge-1");
    Device two = Kitchen.behind(gateway, "fridge-2");
    Device alone = Kitchen.device("fridge-3", DeviceKind.FRIDGE);

    assertThat(speakers(gateway, one, two)).containsExactly("gateway-1");
    assertThat(speakers(gateway, one, two, alone)).containsExactly("gateway-1", "site");
    assertThat(speakers(one, alone)).isEmpty();
    Device clocked = Kitchen.every(gateway, Duration.ofMinutes(1));
    assertThat(speakers(clocked, one, two))
        .as("with itself it hears all")
        .containsExactly("gateway-1");
    Device idle = Kitchen.device("gateway-2", DeviceKind.GATEWAY);
    assertThat(speakers(gateway, one, two, idle)).containsExactly("gateway-1");
  }

  @Test
  void what_a_cycle_is_stays_so_though_its_rule_is_switched_off() {
    Device cabinet = Kitchen.device("cabinet", DeviceKind.DISINFECTION_CABINET);
    Map<RuleId, RuleOverride> off =
        Map.of(RuleId.of("DIS-01"), new RuleOverride(Optional.of(false), Map.of()));

    assertThat(inForce(cabinet, Map.of(), off).cycle(cabinet).orElseThrow().hold())
        .isEqualTo(Duration.ofMinutes(10).toMillis());
    assertThat(inForce(PLAIN, Map.of(), Map.of()).cycle(PLAIN)).isEmpty();
  }

  @Test
  void some_rules_are_about_several_devices_at_once() {
    RulesInForce inForce = inForce(PLAIN, Map.of(), Map.of());

    assertThat(inForce.isOfSeveral(RuleId.of("SYS-01"))).isTrue();
    assertThat(inForce.isOfSeveral(FRIDGE)).isFalse();
    assertThat(inForce.isOfSeveral(RuleId.of("XXX-01"))).isFalse();
  }

  @Test
  void rules_about_meals_are_in_force_where_meals_are_named() {
    Device pan = Kitchen.device("pan", DeviceKind.HOT_HOLDING);
    RuleId hot = RuleId.of("HOT-01");

    assertThat(inForce(pan, Map.of(), Map.of()).on(pan)).anyMatch(on -> on.rule().id().equals(hot));
    Site mealless = Kitchen.withoutMeals(pan);
    assertThat(new RulesInForce(CATALOGUE, mealless).on(pan))
        .noneMatch(on -> on.rule().id().equals(hot));
  }

  private static List<String> speakers(Device... devices) {
    RulesInForce inForce = new RulesInForce(CATALOGUE, Kitchen.site(devices));
    List<DeviceRules> several = inForce.ensembles(Instant.EPOCH);
    assertThat(inForce.devices(Instant.EPOCH)).hasSize(devices.length + several.size());
    assertThat(several).allMatch(rules -> rules.ensemble().isPresent());
    assertThat(inForce.subjects())
        .extracting(Device::id)
        .containsAll(several.stream().map(DeviceRules::device).toList())
        .doesNotHaveDuplicates();
    return several.stream()
        .map(rules -> rules.device().equals(Site.ITSELF) ? "site" : rules.device().value())
        .toList();
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
    return new RulesInForce(CATALOGUE, Kitchen.site(area, site, device));
  }
}
