package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.MINUTE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** Below 60 °C for half an hour in all; at 30 °C there is no food any more. */
class DangerZoneTest {
  private static final long GAP = 10 * MINUTE;

  private final DangerZone rule = new DangerZone(60, 30, 30 * MINUTE, GAP);
  private final Told<DangerZone.Batch> told = new Told<>(rule);

  @Test
  void before_the_first_value_nothing_is_known() {
    assertThat(told.at(0)).isEqualTo(Verdict.UNKNOWN);
    assertThat(rule.wants(Metric.TEMPERATURE)).isTrue();
    assertThat(rule.wants(Metric.HUMIDITY)).isFalse();
  }

  @Test
  void time_below_the_limit_is_summed_up_and_time_above_is_not() {
    hot(0);
    cool(10, 25, 50);
    hot(26);
    cool(40, 50, 50);
    long due = 54 * MINUTE;

    assertThat(told.changes(50 * MINUTE)).isEqualTo(due);
    assertThat(told.at(due - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(told.at(due)).isEqualTo(Verdict.CERTAIN);
    assertThat(told.changes(due)).isEqualTo(Kind.NEVER);
    assertThat(told.since(due)).isEqualTo(10 * MINUTE);
    assertThat(told.evidence(due))
        .isEqualTo(
            Evidence.NONE
                .with("value", 50, Unit.CELSIUS)
                .with("limit", 60, Unit.CELSIUS)
                .with("sum", Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @CsvSource({"60, RIGHT", "59.9, CERTAIN", "30.1, CERTAIN", "30, RIGHT"})
  void it_counts_below_one_limit_and_above_the_other(double value, Verdict verdict) {
    hot(0);
    cool(1, 31, value);

    assertThat(told.at(31 * MINUTE)).isEqualTo(verdict);
  }

  @Test
  void what_never_was_hot_is_no_food_and_exactly_hot_is() {
    cool(0, 40, 50);
    assertThat(told.at(40 * MINUTE)).isEqualTo(Verdict.RIGHT);
    assertThat(told.changes(40 * MINUTE)).isEqualTo(Kind.NEVER);

    told.hear(Metric.TEMPERATURE, 41 * MINUTE, 60);
    cool(42, 72, 50);
    assertThat(told.at(72 * MINUTE)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void a_bath_that_is_drained_ends_the_batch() {
    hot(0);
    cool(1, 41, 50);
    told.hear(Metric.TEMPERATURE, 42 * MINUTE, 25);
    hot(50);
    cool(51, 60, 50);

    assertThat(told.at(60 * MINUTE)).isEqualTo(Verdict.RIGHT);
    assertThat(told.since(60 * MINUTE)).isEqualTo(51 * MINUTE);
  }

  @Test
  void a_sample_counts_for_as_long_as_it_holds() {
    hot(0);
    cool(1, 21, 50);
    assertThat(told.changes(21 * MINUTE)).as("at its very end").isEqualTo(31 * MINUTE);
    assertThat(told.at(60 * MINUTE)).isEqualTo(Verdict.CERTAIN);

    told.hear(Metric.TEMPERATURE, 100 * MINUTE, 25);
    hot(101);
    cool(102, 121, 50);
    assertThat(told.changes(121 * MINUTE)).as("after its end").isEqualTo(Kind.NEVER);
    assertThat(told.at(200 * MINUTE)).isEqualTo(Verdict.RIGHT);
  }

  private void hot(long minute) {
    told.hear(Metric.TEMPERATURE, minute * MINUTE, 70);
  }

  private void cool(long from, long to, double value) {
    told.every(MINUTE, Metric.TEMPERATURE, from * MINUTE, to * MINUTE, value);
  }
}
