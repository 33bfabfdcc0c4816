package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Principle;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Traits;
import wuchang.domain.site.Traits.Disinfection;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final List<String> EVERYWHERE = List.of("area", "device", "held", "since");

  @TestFactory
  Stream<DynamicTest> every_example_comes_out_as_it_says() {
    return CATALOGUE.rules().stream()
        .flatMap(
            rule ->
                rule.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                rule.id() + " " + example.name(),
                                () -> assertThat(new Trial(rule, example).run()).isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> every_rule_has_an_example_that_fires_and_one_that_does_not() {
    return CATALOGUE.rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id().value(),
                    () ->
                        assertThat(rule.examples())
                            .anyMatch(example -> example.expect().isEmpty())
                            .anyMatch(example -> !example.expect().isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> every_placeholder_is_known_to_the_kind() {
    return CATALOGUE.rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id().value(),
                    () -> {
                      for (String sentence : List.of(rule.say().zh(), rule.say().en())) {
                        Matcher names = Pattern.compile("\\{([^}]*)}").matcher(sentence);
                        while (names.find()) {
                          assertThat(names.group(1))
                              .matches(
                                  n ->
                                      EVERYWHERE.contains(n) || rule.kind().evidence().contains(n));
                        }
                      }
                    }));
  }

  @Test
  void every_device_family_has_a_rule() {
    assertThat(CATALOGUE.rules().stream().map(rule -> rule.id().value()))
        .contains(
            "FRG-01", "FRG-02", "FRZ-01", "DOOR-01", "DIS-04", "WAT-03", "ELE-03", "GAT-02",
            "GAT-03", "SEN-01", "SEN-03", "DIS-01", "ROOM-02");
  }

  @Test
  void a_limit_above_the_profiles_is_looser() {
    RuleId fridge = RuleId.of("FRG-01");

    assertThat(CATALOGUE.looser(fridge, Profile.CN, "above", Quantity.parse("9 °C"))).isPresent();
    assertThat(CATALOGUE.looser(fridge, Profile.CN, "above", Quantity.parse("46 °F"))).isEmpty();
    assertThat(CATALOGUE.looser(fridge, Profile.US, "above", Quantity.parse("8 °C"))).isPresent();
    assertThat(CATALOGUE.looser(fridge, Profile.CN, "tolerate", Quantity.parse("2h"))).isEmpty();
    assertThat(CATALOGUE.looser(fridge, Profile.CN, "above", Quantity.parse("8 °C"))).isEmpty();
    assertThat(CATALOGUE.looser(fridge, Profile.US, "above", Quantity.parse("6 °C")))
        .contains("is looser than the 5 °C of profile US");
  }

  @Test
  void a_limit_below_the_profiles_is_looser_where_more_is_better() {
    RuleId hot = RuleId.of("HOT-01");

    assertThat(CATALOGUE.looser(hot, Profile.CN, "below", Quantity.parse("59 °C"))).isPresent();
    assertThat(CATALOGUE.looser(hot, Profile.CN, "below", Quantity.parse("60 °C"))).isEmpty();
    assertThat(CATALOGUE.looser(hot, Profile.CN, "below", Quantity.parse("61 °C"))).isEmpty();
  }

  @Test
  void what_disinfects_must_speak_four_times_in_its_hold() {
    assertThat(slowest("dishwasher", Optional.empty(), Map.of())).contains(Duration.ofSeconds(10));
    assertThat(slowest("disinfection-cabinet", Optional.empty(), Map.of()))
        .contains(Duration.ofSeconds(150));
    assertThat(slowest("disinfection-cabinet", Optional.of(Disinfection.CHEMICAL), Map.of()))
        .isEmpty();
    assertThat(slowest("uv-lamp", Optional.empty(), Map.of())).contains(Duration.ofSeconds(450));
    assertThat(slowest("fridge", Optional.empty(), Map.of())).isEmpty();
    RuleOverride shorter = new RuleOverride(Optional.empty(), Map.of("hold", Quantity.parse("2m")));
    assertThat(
            slowest("disinfection-cabinet", Optional.empty(), Map.of(RuleId.of("DIS-01"), shorter)))
        .contains(Duration.ofSeconds(30));
  }

  private static Optional<Duration> slowest(
      String kind, Optional<Disinfection> method, Map<RuleId, RuleOverride> rules) {
    Traits none = Traits.NONE;
    Traits traits =
        new Traits(
            none.quantities(),
            none.walkIn(),
            none.bufferedProbe(),
            none.calibrated(),
            none.defrost(),
            method,
            none.plan(),
            none.allowed());
    return CATALOGUE.slowest(
        new Device(
            DeviceId.of("d"),
            DeviceKind.of(kind).orElseThrow(),
            AreaId.of("a"),
            Text.same("d"),
            Optional.of(Duration.ofSeconds(60)),
            Optional.empty(),
            Optional.empty(),
            traits,
            List.of(),
            rules));
  }

  @Test
  void a_fault_names_the_file_the_rule_and_the_key() {
    String yaml =
        """
        rules:
          - id: X-01
            name: {zh: 一, en: One}
            severity: major
            applies-to: [fridge]
            threshold: {metric: temperature, abov: 8 °C}
            say: {zh: 一, en: One}
            do: {zh: 一, en: One}
            basis: none
        """;

    assertThatThrownBy(() -> new RuleFile("x.yaml", Principle.CLEAN).read(yaml))
        .hasMessageContaining("x.yaml: X-01.threshold")
        .hasMessageContaining("«abov»");
  }
}
