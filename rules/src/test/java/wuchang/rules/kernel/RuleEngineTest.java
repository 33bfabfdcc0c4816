package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Threshold;

/** Rules that hear of a neighbour, devices started anew, and what is proven of each half hour. */
class RuleEngineTest {
  private static final DeviceId FRIDGE = DeviceId.of("fridge");
  private static final long MINUTE = 60_000;

  @Test
  void the_rules_say_what_they_look_at() {
    DeviceRules fridge = rules(List.of(warm(), rule("NOSY", new Nosy(true, 0))));
    DeviceRules deaf = rules(List.of(rule("DEAF", new Nosy(false, 0))));
    RuleId warm = RuleId.of("WARM");

    assertThat(fridge.wants(warm, air(0, 4))).isTrue();
    assertThat(fridge.wants(warm, Reading.of(FRIDGE, Metric.DOOR_OPEN, at(0), 1))).isFalse();
    assertThat(fridge.wants(RuleId.of("NO-01"), air(0, 4))).isFalse();
    assertThat(fridge.wants(RecordKind.values()[0])).isTrue();
    assertThat(deaf.wants(RecordKind.values()[0])).isFalse();
    assertThat(fridge.has(warm)).isTrue();
    assertThat(deaf.has(warm)).isFalse();
    assertThat(fridge.indexOf(RuleId.of("NOSY"))).hasValue(1);
    assertThat(deaf.indexOf(warm)).isEmpty();
  }

  @Test
  void the_rules_say_whom_they_hear() {
    DeviceRules nosy = rules(List.of(warm(), rule("NOSY", new Nosy(true, 0))));
    DeviceRules alone = rules(List.of(warm()));
    Reading next = Reading.of(Nosy.NEIGHBOUR, Metric.TEMPERATURE, at(0), 4);
    DeviceId stranger = DeviceId.of("stranger");

    assertThat(nosy.around()).containsExactly(Nosy.NEIGHBOUR);
    assertThat(nosy.heard()).containsExactlyInAnyOrder(Nosy.NEIGHBOUR, FRIDGE);
    assertThat(nosy.hears(next)).isTrue();
    assertThat(nosy.hears(GateEvent.of(Nosy.NEIGHBOUR, at(0), GateEvent.What.DENIED))).isTrue();
    assertThat(nosy.hears(Reading.of(stranger, Metric.TEMPERATURE, at(0), 4))).isFalse();
    assertThat(alone.around()).isEmpty();
    assertThat(alone.hears(air(0, 4))).isTrue();
    assertThat(alone.hears(next)).isFalse();
    assertThat(new Course(nosy).around()).containsExactly(Nosy.NEIGHBOUR);
    assertThat(new Course(nosy).hears(next)).isTrue();
    assertThat(new Course(alone).hears(next)).isFalse();
    assertThat(new Course(nosy).wants(RecordKind.values()[0])).isTrue();
    assertThat(new Course(alone).wants(RecordKind.values()[0])).isFalse();
  }

  @Test
  void an_engine_lends_what_a_neighbour_says_to_whom_it_concerns() {
    Tier<?> nosy =
        new Tier<>(Severity.NOTICE, new Nosy(true, Kind.NEVER), new Hold(0, 0), Leniency.NONE);
    DeviceRules listening =
        rules(List.of(new Rule(RuleId.of("NOSY"), List.of(nosy), Optional.empty())));
    RuleEngine engine = new RuleEngine(List.of(listening), at(0));

    engine.take(List.of(Reading.of(Nosy.NEIGHBOUR, Metric.TEMPERATURE, at(1), 4)), at(1));
    assertThat(engine.evaluations()).isOne();
    engine.take(List.of(Reading.of(DeviceId.of("stranger"), Metric.TEMPERATURE, at(1), 4)), at(1));
    assertThat(engine.evaluations()).isOne();

    engine.rebuild(rules(List.of(warm())), List.of(), List.of(), List.of(), Instant.MIN, at(1));
    engine.take(List.of(Reading.of(Nosy.NEIGHBOUR, Metric.TEMPERATURE, at(2), 4)), at(2));
    assertThat(engine.evaluations()).as("its new rules hear nobody").isZero();
  }

  @Test
  void a_device_started_anew_tells_what_was_not_told() {
    RuleEngine engine = new RuleEngine(List.of(), at(0), 1, Periods.NONE);
    List<Episode> told =
        engine
            .rebuild(
                rules(List.of(warm())),
                List.of(air(0, 4), air(5, 9)),
                List.of(),
                List.of(),
                Instant.MIN,
                at(6))
            .stream()
            .map(f -> f.episode())
            .toList();

    assertThat(told).hasSize(1);
    assertThat(
            engine.rebuild(
                rules(List.of(warm())),
                List.of(air(0, 4), air(5, 9)),
                List.of(),
                told,
                Instant.MIN,
                at(6)))
        .isEmpty();
    assertThat(
            engine.rebuild(
                rules(List.of(warm())), List.of(air(0, 4)), List.of(), told, Instant.MIN, at(6)))
        .as("what is not found again is withdrawn")
        .hasSize(1);
  }

  @Test
  void a_live_engine_covers_periods_from_when_enough_is_known() {
    DeviceRules fridge = rules(List.of(warm()));
    RuleEngine engine = new RuleEngine(List.of(fridge), at(0), 1, new HalfHours());
    for (int minute = 0; minute <= 70; minute++) {
      engine.take(List.of(air(minute, 4)), at(minute));
    }
    engine.coverFrom(fridge, at(30));

    assertThat(engine.coverage())
        .singleElement()
        .satisfies(c -> assertThat(c.compliant()).isEqualTo(Duration.ofMinutes(30)));
    assertThat(engine.coverage()).as("told once").isEmpty();
    assertThat(engine.running(at(72)))
        .singleElement()
        .satisfies(
            c -> assertThat(c.compliant()).isEqualTo(Duration.ofMinutes(12).minusSeconds(2)));
  }

  @Test
  void a_late_reading_changes_a_period_that_was_told() {
    DeviceRules fridge = rules(List.of(warm()));
    RuleEngine engine = new RuleEngine(List.of(fridge), at(0), 1, new HalfHours());
    for (int minute = 0; minute <= 70; minute++) {
      if (minute != 15) {
        engine.take(List.of(air(minute, 4)), at(minute));
      }
    }
    engine.coverage();
    engine.take(List.of(air(15, 9)), at(70));

    List<Coverage> again = engine.coverage();
    assertThat(again).isNotEmpty();
    assertThat(again.get(0).breach()).isEqualTo(Duration.ofMinutes(1));
  }

  private static DeviceRules rules(List<Rule> rules) {
    return new DeviceRules(FRIDGE, rules, 10 * MINUTE, Double.POSITIVE_INFINITY, 0);
  }

  private static Rule warm() {
    return rule("WARM", warmKind());
  }

  private static Threshold<Double> warmKind() {
    return new Threshold<>(new Raw(Metric.TEMPERATURE), true, 8, 7);
  }

  private static Rule rule(String id, Kind<?> kind) {
    return new Rule(RuleId.of(id), List.of(tier(kind)), Optional.empty());
  }

  private static Tier<?> tier(Kind<?> kind) {
    return new Tier<>(Severity.MAJOR, kind, new Hold(0, 0));
  }

  private static Reading air(int minute, double value) {
    return Reading.of(FRIDGE, Metric.TEMPERATURE, at(minute), value);
  }

  private static Instant at(int minute) {
    return Instant.ofEpochMilli(minute * MINUTE);
  }
}
