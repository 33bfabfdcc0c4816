package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.Explanation;
import wuchang.domain.finding.Explanation.Clause;
import wuchang.domain.finding.Explanation.Step;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Threshold;

/**
 * Why a fridge that must not be above 8 °C for 10 minutes did or did not fire, minute by minute.
 */
class InquiryTest {
  private static final DeviceId FRIDGE = DeviceId.of("fridge");
  private static final RuleId WARM = RuleId.of("WARM");
  private static final long MINUTE = 60_000;

  private final Course course = new Course(rules());

  @Test
  void before_anything_was_heard_it_says_so() {
    Step step = why(5);

    assertThat(step.clause()).isEqualTo(Clause.NEVER_HEARD);
    assertThat(step.lastGood()).isEmpty();
    assertThat(step.wrongSince()).isEmpty();
    assertThat(step.held()).isZero();
    assertThat(step.due()).isEmpty();
  }

  @Test
  void right_and_between_the_limits_are_told_apart() {
    hear(0, 4);
    assertThat(why(1).clause()).isEqualTo(Clause.RIGHT);
    assertThat(why(1).lastGood()).contains(at(0));
    assertThat(why(1).evidence()).isEqualTo(Evidence.NONE);

    hear(2, 7.5);
    assertThat(why(2).clause()).isEqualTo(Clause.BETWEEN);
  }

  @Test
  void after_the_last_sample_has_run_out_nothing_is_known() {
    hear(0, 4);

    assertThat(why(9).clause()).isEqualTo(Clause.RIGHT);
    assertThat(why(10).clause()).isEqualTo(Clause.NO_DATA);
  }

  @Test
  void wrong_is_tolerated_for_so_long_and_says_until_when() {
    hear(2, 9);
    Step step = why(8);

    assertThat(step.clause()).isEqualTo(Clause.TOLERATED);
    assertThat(step.wrongSince()).contains(at(2));
    assertThat(step.held()).isEqualTo(Duration.ofMinutes(6));
    assertThat(step.due()).contains(at(12));
    assertThat(step.tolerate()).isEqualTo(Duration.ofMinutes(10));
    assertThat(step.settle()).isEqualTo(Duration.ofMinutes(5));
    assertThat(step.evidence()).isNotEqualTo(Evidence.NONE);
  }

  @Test
  void without_data_the_clock_stands_still_and_goes_on_after_it() {
    Course quick = new Course(rules(4));
    quick.take(reading(0, 9));
    quick.finish(at(7));
    Step frozen = only(quick.explain(WARM, at(7), "v", Map.of(), List.of()));
    assertThat(frozen.clause()).isEqualTo(Clause.FROZEN);
    assertThat(frozen.held()).isEqualTo(Duration.ofMinutes(4));
    assertThat(frozen.due()).isEmpty();

    quick.take(reading(8, 9));
    quick.finish(at(9));
    Step going = only(quick.explain(WARM, at(9), "v", Map.of(), List.of()));
    assertThat(going.held()).isEqualTo(Duration.ofMinutes(5));
    assertThat(going.due()).contains(at(14));
  }

  @Test
  void what_fires_says_for_how_long_it_has_been_wrong() {
    every(0, 15, 9);
    Explanation explanation = explain(15);
    Step step = only(explanation);

    assertThat(step.clause()).isEqualTo(Clause.FIRING);
    assertThat(step.held()).isEqualTo(Duration.ofMinutes(15));
    assertThat(step.wrongSince()).contains(at(0));
    assertThat(explanation.state()).isEqualTo(EvidenceState.BREACH);
    assertThat(explanation.episode()).isPresent();
    assertThat(explanation.device()).isEqualTo(FRIDGE);
  }

  @Test
  void what_settles_says_for_how_long_it_has_been_right() {
    every(0, 15, 9);
    every(16, 18, 4);
    Step step = why(19);

    assertThat(step.clause()).isEqualTo(Clause.SETTLING);
    assertThat(step.wrongSince()).contains(at(0));
    assertThat(step.held()).isEqualTo(Duration.ofMinutes(3));
    assertThat(step.due()).contains(at(21));
  }

  @Test
  void settling_that_stands_still_counts_no_further() {
    Course quick = new Course(rules(2));
    for (int minute = 0; minute <= 12; minute++) {
      quick.take(reading(minute, 9));
    }
    quick.take(reading(13, 4));
    quick.finish(at(17));

    Step step = only(quick.explain(WARM, at(17), "v", Map.of(), List.of()));
    assertThat(step.clause()).isEqualTo(Clause.SETTLING);
    assertThat(step.held()).isEqualTo(Duration.ofMinutes(2));

    quick.take(reading(18, 4));
    quick.finish(at(19));
    step = only(quick.explain(WARM, at(19), "v", Map.of(), List.of()));
    assertThat(step.held()).isEqualTo(Duration.ofMinutes(3));
    assertThat(step.due()).isPresent();
  }

  @Test
  void what_is_held_after_loading_is_excused_and_says_why() {
    course.take(Reading.of(FRIDGE, Metric.DOOR_OPEN, at(0), 1));
    hear(0, 4);
    course.take(Reading.of(FRIDGE, Metric.DOOR_OPEN, at(2), 0));
    hear(3, 9);
    Step step = why(5);

    assertThat(step.clause()).isEqualTo(Clause.EXCUSED);
    assertThat(step.excuse()).contains("loading");
    assertThat(step.wrongSince()).contains(at(3));
    assertThat(step.held()).isZero();
    assertThat(step.evidence()).isNotEqualTo(Evidence.NONE);

    hear(6, 4);
    assertThat(why(6).excuse()).isEmpty();
  }

  @Test
  void a_rule_that_is_not_in_force_has_no_answer() {
    assertThatThrownBy(() -> course.explain(RuleId.of("NO-01"), at(0), "v", Map.of(), List.of()))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void what_is_older_than_the_last_is_refused() {
    hear(5, 4);

    assertThatThrownBy(() -> hear(4, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  private void every(int from, int to, double value) {
    for (int minute = from; minute <= to; minute++) {
      hear(minute, value);
    }
  }

  private void hear(int minute, double value) {
    course.take(reading(minute, value));
  }

  private Step why(int minute) {
    return only(explain(minute));
  }

  private Explanation explain(int minute) {
    course.finish(at(minute));
    return course.explain(WARM, at(minute), "v", Map.of(), List.of());
  }

  private static Step only(Explanation explanation) {
    assertThat(explanation.steps()).hasSize(1);
    return explanation.steps().get(0);
  }

  private static Reading reading(int minute, double value) {
    return Reading.of(FRIDGE, Metric.TEMPERATURE, at(minute), value);
  }

  private static Instant at(int minute) {
    return Instant.ofEpochMilli(minute * MINUTE);
  }

  private static DeviceRules rules() {
    return rules(10);
  }

  /** Another rule stands first, so that the place of this one is not the first. */
  private static DeviceRules rules(int maxGapMinutes) {
    Tier<?> other =
        new Tier<>(
            Severity.NOTICE,
            new Threshold<>(new Raw(Metric.BATTERY_PCT), false, 20, 25),
            new Hold(0, 0));
    Tier<?> warm =
        new Tier<>(
            Severity.MAJOR,
            new Threshold<>(new Raw(Metric.TEMPERATURE), true, 8, 7),
            new Hold(10 * MINUTE, 5 * MINUTE),
            new Leniency(true, 0, false, -5));
    return new DeviceRules(
        FRIDGE,
        List.of(
            new Rule(RuleId.of("OTHER"), List.of(other), Optional.empty()),
            new Rule(WARM, List.of(warm), Optional.empty())),
        maxGapMinutes * MINUTE,
        Double.POSITIVE_INFINITY,
        0);
  }
}
