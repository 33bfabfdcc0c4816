package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;

/** Where a number of a rule comes from: a trait of the device, its case, the profile. */
class ParameterTest {
  private static final Device FRIDGE = Kitchen.device("d", DeviceKind.FRIDGE);

  @Test
  void a_device_s_own_case_is_stronger_than_the_profile_and_the_profile_than_the_default() {
    Parameter limit =
        limit("freezer", "-12 °C", "walk-in", "6 °C", "US", "5 °C", "default", "8 °C");
    Device walkIn =
        Kitchen.device("d", DeviceKind.FRIDGE, Kitchen.traits(Map.of(), true), Map.of());

    assertThat(limit.on(Kitchen.device("d", DeviceKind.FREEZER), Profile.US))
        .contains(Quantity.parse("-12 °C"));
    assertThat(limit.on(walkIn, Profile.US)).contains(Quantity.parse("6 °C"));
    assertThat(limit.on(FRIDGE, Profile.US)).contains(Quantity.parse("5 °C"));
    assertThat(limit.on(FRIDGE, Profile.CN)).contains(Quantity.parse("8 °C"));
  }

  @Test
  void a_rating_is_stronger_than_all_and_only_a_share_of_it_counts() {
    Parameter limit = ofTrait(90);
    Device rated = rated("10 °C");

    assertThat(limit.on(rated, Profile.CN)).contains(Quantity.of(9, Unit.CELSIUS));
    assertThat(limit.inSpecialRoom(rated, Profile.CN)).contains(Quantity.of(9, Unit.CELSIUS));
    assertThat(limit.on(FRIDGE, Profile.CN)).contains(Quantity.parse("8 °C"));
    assertThat(limit.inSpecialRoom(FRIDGE, Profile.CN)).contains(Quantity.parse("5 °C"));
    assertThat(limit("default", "8 °C").inSpecialRoom(FRIDGE, Profile.CN))
        .contains(Quantity.parse("8 °C"));
  }

  @ParameterizedTest
  @CsvSource({"299, 900", "300, 900", "301, 903"})
  void a_time_is_at_least_so_many_intervals(long interval, double seconds) {
    Parameter time =
        new Parameter(
            "tolerate",
            Unit.SECOND,
            Map.of("default", Quantity.parse("15m")),
            Optional.empty(),
            OptionalDouble.of(3),
            Optional.empty(),
            false);
    Device device = Kitchen.every(FRIDGE, Duration.ofSeconds(interval));

    assertThat(time.on(device, Profile.CN).orElseThrow().in(Unit.SECOND)).isEqualTo(seconds);
    assertThat(time.on(Kitchen.device("g", DeviceKind.GATEWAY), Profile.CN))
        .as("one that speaks on events")
        .contains(Quantity.parse("15m"));
    assertThat(time.describe()).isEqualTo("15m, ≥ 3 × interval");
  }

  @Test
  void it_is_told_as_a_person_reads_it() {
    assertThat(ofTrait(90).describe()).isEqualTo("90 % × set-point, 8 °C, special-room 5 °C");
    assertThat(ofTrait(100).describe()).isEqualTo("set-point, 8 °C, special-room 5 °C");
    assertThat(limit("US", "5 °C", "CN", "8 °C").describe()).isEqualTo("CN 8 °C, US 5 °C");
  }

  @ParameterizedTest
  @CsvSource({
    "above, true, true",
    "major-above, true, true",
    "below, true, false",
    "over, true, true",
    "under, true, true",
    "tolerate, false, true",
  })
  void a_limit_is_known_by_its_name_and_below_is_looser_when_smaller(
      String name, boolean isLimit, boolean greater) {
    Parameter parameter = named(name, Map.of(), Optional.empty());

    assertThat(parameter.isLimit()).isEqualTo(isLimit);
    assertThat(parameter.isLooserWhenGreater()).isEqualTo(greater);
  }

  private static Device rated(String setPoint) {
    return Kitchen.device(
        "d",
        DeviceKind.FRIDGE,
        Kitchen.traits(Map.of("set-point", Quantity.parse(setPoint)), false),
        Map.of());
  }

  private static Parameter ofTrait(double percent) {
    return named(
        "above",
        Map.of("default", Quantity.parse("8 °C"), "special-room", Quantity.parse("5 °C")),
        Optional.of(new Parameter.TraitShare("set-point", percent)));
  }

  private static Parameter limit(String... cases) {
    Map<String, Quantity> values = new LinkedHashMap<>();
    for (int i = 0; i < cases.length; i += 2) {
      values.put(cases[i], Quantity.parse(cases[i + 1]));
    }
    return named("above", values, Optional.empty());
  }

  private static Parameter named(
      String name, Map<String, Quantity> cases, Optional<Parameter.TraitShare> trait) {
    return new Parameter(
        name, Unit.CELSIUS, cases, trait, OptionalDouble.empty(), Optional.empty(), false);
  }
}
