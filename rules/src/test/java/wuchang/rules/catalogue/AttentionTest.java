package wuchang.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;

/** What is said of other things is no business of a rule, and keeps none of them awake. */
class AttentionTest {
  private static final Catalogue CATALOGUE = Catalogue.shipped();

  @Test
  void only_rules_that_take_any_sign_for_one_look_at_any_metric() {
    assertThat(rulesWith(kind -> kind.wants(Metric.of("nobody_knows"))))
        .containsExactly("PRC-01", "SEN-01", "SEN-03");
  }

  @Test
  void no_rule_looks_at_every_record() {
    assertThat(rulesWith(kind -> Stream.of(RecordKind.values()).allMatch(kind::wants))).isEmpty();
  }

  @Test
  void only_rules_that_take_any_sign_for_one_look_at_every_event() {
    assertThat(rulesWith(kind -> Stream.of(GateEvent.What.values()).allMatch(kind::wants)))
        .containsExactly("PRC-01", "SEN-01");
  }

  @Test
  void no_rule_lives_by_a_metric_that_nobody_knows_and_looks_at_others() {
    assertThat(
            rulesWith(
                kind ->
                    kind.refreshedBy(Metric.of("nobody_knows"))
                        && !kind.refreshedBy(Metric.DOOR_OPEN)))
        .isEmpty();
  }

  private static Set<String> rulesWith(Predicate<Kind<?>> wanted) {
    Set<String> found = new TreeSet<>();
    for (RuleDefinition rule : CATALOGUE.rules()) {
      if (kinds(rule).stream().anyMatch(wanted)) {
        found.add(rule.id().value());
      }
    }
    return found;
  }

  /** Of each example's device: some rules look at different things on different devices. */
  private static List<Kind<?>> kinds(RuleDefinition rule) {
    return rule.examples().stream()
        .map(example -> new ExampleSite(rule, example, ZoneOffset.UTC))
        .flatMap(
            site ->
                new RulesInForce(Catalogue.of(List.of(rule)), site.site())
                    .device(site.device(), Instant.EPOCH).rules().stream())
        .flatMap(each -> each.tiers().stream())
        .<Kind<?>>map(tier -> tier.kind())
        .toList();
  }
}
