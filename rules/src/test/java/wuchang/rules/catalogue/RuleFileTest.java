package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Principle;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.DeviceKind;

/** A file of one rule, and what can be wrong with it. */
class RuleFileTest {
  private static final String RULE =
      """
      rules:
        - id: X-01
          name: {zh: 一, en: One}
          severity: major
          applies-to: [fridge, freezer]
          threshold:
            metric: [temperature]
            above: {US: 5 °C, default: 8 °C, trait: set-point, share: 50 %}
            clear: {default: 1 K, optional: true, like: FRG-01}
          tolerate: {default: 15m, intervals: 3}
          settle: 1m
          excused-during: [defrost, loading]
          milder-during: [defrost]
          during: [prep, service]
          while: occupied
          where-sensed: true
          at-night: critical
          steps:
            - {severity: critical, applies-to: [freezer], tolerate: 1h, early: true}
            - {severity: notice}
          say: {zh: " 一 ", en: One}
          do: {zh: 一, en: Do one}
          basis: none
          examples:
            - name: warm
              every: 30s
              device: {walk-in: true}
              around: {gate-1: access-gate}
              given: {temperature: 4 x10}
              events: [granted@10s]
              expect: [{since: 1m, raised: 2m, severity: critical, until: 3m}]
      """;

  @Test
  void a_rule_is_what_its_file_says() {
    RuleDefinition rule = read(RULE);

    assertThat(rule.principle()).isEqualTo(Principle.CLEAN);
    assertThat(rule.say()).isEqualTo(new Text("一", "One"));
    assertThat(rule.action().en()).isEqualTo("Do one");
    assertThat(rule.appliesTo()).containsExactlyInAnyOrder(DeviceKind.FRIDGE, DeviceKind.FREEZER);
    assertThat(rule.words()).isEqualTo(Map.of("metric", List.of("temperature")));
    assertThat(rule.excuses()).containsExactlyInAnyOrder(Excuse.values());
    assertThat(rule.use())
        .contains(
            new Use(Set.of(Use.Window.PREP, Use.Window.SERVICE), Optional.of(Metric.OCCUPIED)));
    assertThat(rule.whereSensed()).isTrue();
    assertThat(rule.atNight()).contains(Severity.CRITICAL);
    assertThat(rule.severity()).isEqualTo(Severity.MAJOR);
  }

  @Test
  void its_steps_have_a_severity_devices_and_parameters_of_their_own() {
    assertThat(read(RULE).steps())
        .containsExactly(
            new RuleDefinition.Step(
                Severity.MAJOR, Set.of(DeviceKind.FRIDGE, DeviceKind.FREEZER), "", false),
            new RuleDefinition.Step(
                Severity.CRITICAL, Set.of(DeviceKind.FREEZER), "critical-", true),
            new RuleDefinition.Step(
                Severity.NOTICE, Set.of(DeviceKind.FRIDGE, DeviceKind.FREEZER), "notice-", false));
    assertThat(read(RULE).parameters())
        .containsOnlyKeys("above", "clear", "tolerate", "settle", "critical-tolerate");
  }

  @Test
  void a_parameter_has_cases_a_trait_intervals_and_a_like() {
    Map<String, Parameter> parameters = read(RULE).parameters();
    Parameter above = parameters.get("above");
    Parameter clear = parameters.get("clear");

    assertThat(above.unit()).isEqualTo(Unit.CELSIUS);
    assertThat(above.cases()).containsOnlyKeys("US", "default");
    assertThat(above.defaultOf(Profile.CN)).contains(Quantity.parse("8 °C"));
    assertThat(above.trait()).contains(new Parameter.TraitShare("set-point", 50));
    assertThat(above.optional()).isFalse();
    assertThat(clear.like()).contains(RuleId.of("FRG-01"));
    assertThat(clear.optional()).isTrue();
    assertThat(parameters.get("tolerate").intervals()).hasValue(3);
    assertThat(parameters.get("settle").intervals()).isEmpty();
  }

  @Test
  void its_example_is_read_with_it() {
    assertThat(read(RULE).examples())
        .containsExactly(
            new Example(
                "warm",
                Map.of("walk-in", "true"),
                Map.of("gate-1", "access-gate"),
                Duration.ofSeconds(30),
                Map.of("temperature", "4 x10"),
                List.of("granted@10s"),
                List.of(
                    new Example.Expected(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Optional.of(Severity.CRITICAL),
                        Optional.of(Duration.ofMinutes(3))))));
  }

  @Test
  void what_is_left_out_is_none_and_values_come_every_minute() {
    RuleDefinition rule =
        read(
            """
            rules:
              - id: X-01
                name: {zh: 一, en: One}
                severity: major
                applies-to: all
                threshold: {metric: temperature, above: 8 °C, clear: 1 K}
                say: {zh: 一, en: One}
                do: {zh: 一, en: One}
                basis: none
                examples: [{name: quiet}]
            """);

    assertThat(rule.appliesTo()).containsExactlyInAnyOrder(DeviceKind.values());
    assertThat(rule.words()).isEqualTo(Map.of("metric", List.of("temperature")));
    assertThat(rule.steps()).hasSize(1);
    assertThat(rule.excuses()).isEmpty();
    assertThat(rule.use()).isEmpty();
    assertThat(rule.whereSensed()).isFalse();
    assertThat(rule.atNight()).isEmpty();
    assertThat(rule.examples())
        .containsExactly(
            new Example(
                "quiet",
                Map.of(),
                Map.of(),
                Duration.ofMinutes(1),
                Map.of(),
                List.of(),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threshold: | thresh: | X-01: none of its keys is a kind of rule",
        "severity: major | severity: big | X-01: «big» is no severity",
        "severity: notice | severity: little | «little» is no severity",
        "at-night: critical | at-night: dark | X-01: «dark» is no severity",
        "[fridge, freezer] | [fridge, oven] | X-01: «oven» is no kind of device",
        "[defrost, loading] | [lunch] | «lunch» excuses nothing; expected defrost loading",
        "milder-during: [defrost] | milder-during: [lunch] | «lunch» makes nothing milder",
        "[prep, service] | [breakfast] | «breakfast» is no window of a meal",
        "clear: | cleer: | X-01.threshold: «cleer» is unknown to the kind threshold",
        "settle: 1m | settle: soon | settle: ",
        "'share: 50 %' | 'share: 50 %, unit: elk' | X-01.threshold.above: unknown unit elk",
        "since: 1m | since: 1 K | «since» must be an offset such as 30m",
        "basis: none | nothing: none | «basis» is missing",
        "'name: {zh: 一, en: One}' | 'name: {zh: 一}' | X-01.name: «en» is missing",
        "'name: {zh: 一, en: One}' | 'name: One' | X-01.name: expected a mapping, found One",
        "'[granted@10s]' | ']' | x.yaml",
        "rules: | rules: none # | x.yaml: «rules» must be a list",
      })
  void a_fault_is_named_with_its_place(String right, String wrong, String fault) {
    assertThat(RULE).contains(right);
    String first =
        wrong.startsWith("rules:")
            ? wrong
            : RULE.replaceFirst(
                java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong));

    assertThatThrownBy(() -> read(first))
        .isInstanceOf(CatalogueFault.class)
        .hasMessageContaining("x.yaml")
        .hasMessageContaining(fault);
  }

  @Test
  void a_file_without_rules_has_none() {
    assertThat(new RuleFile("x.yaml", Principle.CLEAN).read("{}")).isEmpty();
    assertThatThrownBy(() -> new RuleFile("x.yaml", Principle.CLEAN).read("7"))
        .hasMessageContaining("x.yaml: expected a mapping, found 7");
  }

  @Test
  void a_file_of_ones_own_is_named_after_its_principle_and_repeats_no_id() {
    Catalogue none = Catalogue.of(List.of());
    Catalogue one = none.with("3-clean.yaml", RULE);

    assertThat(one.rule(RuleId.of("X-01"))).isPresent();
    assertThat(one.card(RuleId.of("X-01")).orElseThrow().severity()).isEqualTo(Severity.MAJOR);
    assertThat(one.rule(RuleId.of("X-02"))).isEmpty();
    assertThatThrownBy(() -> one.with("3-clean.yaml", RULE))
        .hasMessageContaining("X-01")
        .hasMessageContaining("two rules with this id");
    assertThatThrownBy(() -> none.with("clean.yaml", RULE))
        .hasMessageContaining("1-organise.yaml, 2-tidy.yaml, 3-clean.yaml");
  }

  private static RuleDefinition read(String yaml) {
    return new RuleFile("x.yaml", Principle.CLEAN).read(yaml).get(0);
  }
}
