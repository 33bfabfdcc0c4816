package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.MINUTE;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.schedule.Constant;

/**
 * From 0.0625 to 1.25 m³/h, steadier than an eighth, for half an hour; in means of five minutes.
 * The numbers are exact in binary, so that a limit itself can be met.
 */
class TapRunningTest {
  private static final long SLOT = 5 * MINUTE;
  private static final long GAP = 10 * MINUTE;
  private static final double STEP = 0.01;

  private final Told<TapRunning.Known> gauge = told(STEP, Constant.NEVER);
  private long now;

  @Test
  void before_the_first_flow_nothing_is_known() {
    assertThat(gauge.at(0)).isEqualTo(Verdict.UNKNOWN);
    assertThat(gauge.hear(Metric.WATER_TOTAL, 0, 1).at(0)).isEqualTo(Verdict.UNKNOWN);
    assertThat(tap(STEP, Constant.NEVER).wants(Metric.FLOW_RATE)).isTrue();
    assertThat(tap(STEP, Constant.NEVER).wants(Metric.POWER)).isFalse();
  }

  @Test
  void half_an_hour_of_a_steady_flow_is_a_tap_that_runs_since_it_began() {
    flow(gauge, 2);
    flow(gauge, 1, 1, 1, 1, 1);
    assertThat(gauge.at(now)).as("25 minutes").isEqualTo(Verdict.RIGHT);

    flow(gauge, 1);
    assertThat(gauge.at(now)).isEqualTo(Verdict.CERTAIN);
    assertThat(gauge.since(now)).isEqualTo(SLOT);
    assertThat(gauge.evidence(now))
        .isEqualTo(
            Evidence.NONE
                .with("value", 16.7, Unit.LITRE_PER_MINUTE)
                .with("longest", Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @CsvSource({"0.0625, CERTAIN", "0.0624, RIGHT", "1.25, CERTAIN", "1.251, RIGHT", "0, RIGHT"})
  void it_runs_within_limits_that_belong_to_it(double flow, Verdict verdict) {
    flow(gauge, flow, flow, flow, flow, flow, flow);

    assertThat(gauge.at(now)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"1.375, CERTAIN", "1.376, BETWEEN", "0.625, CERTAIN", "0.624, RIGHT"})
  void a_value_three_deviations_off_still_belongs_to_it(double flow, Verdict verdict) {
    flow(gauge, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    flow(gauge, flow);

    assertThat(gauge.at(now)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"1.19, CERTAIN", "1.2, RIGHT"})
  void values_that_scatter_by_an_eighth_are_not_steady(double flow, Verdict verdict) {
    flow(gauge, 1, flow, 1, flow, 1, flow, 1, flow);

    assertThat(gauge.at(now)).isEqualTo(verdict);
  }

  @Test
  void a_short_use_besides_is_passed_over() {
    flow(gauge, 1, 1, 1, 2, 2);
    assertThat(gauge.at(now)).as("as long as it was").isEqualTo(Verdict.RIGHT);
    flow(gauge, 1, 1, 1);
    assertThat(gauge.at(now)).isEqualTo(Verdict.CERTAIN);
    assertThat(gauge.since(now)).isZero();

    flow(gauge, 2);
    assertThat(gauge.at(now)).as("while it lasts").isEqualTo(Verdict.BETWEEN);
    flow(gauge, 2);
    assertThat(gauge.at(now)).isEqualTo(Verdict.BETWEEN);
    flow(gauge, 2);
    assertThat(gauge.at(now)).as("longer").isEqualTo(Verdict.RIGHT);
  }

  @Test
  void uses_besides_that_are_apart_are_counted_apart() {
    flow(gauge, 1, 1, 1, 2, 2, 1, 2, 2, 1, 1);

    assertThat(gauge.at(now)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void a_flow_of_ten_minutes_is_too_short_to_pass_over_anything() {
    flow(gauge, 1, 1, 2, 1, 1, 1, 1);
    assertThat(gauge.at(now)).isEqualTo(Verdict.RIGHT);

    flow(gauge, 1, 1);
    assertThat(gauge.since(now)).isEqualTo(3 * SLOT);
    assertThat(gauge.at(now)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void another_steady_flow_begins_anew() {
    flow(gauge, 1, 1, 1, 1, 1, 1, 0.5);
    assertThat(gauge.at(now)).isEqualTo(Verdict.RIGHT);

    flow(gauge, 0.5, 0.5, 0.5, 0.5, 0.5);
    assertThat(gauge.at(now)).isEqualTo(Verdict.CERTAIN);
    assertThat(gauge.since(now)).isEqualTo(6 * SLOT);
  }

  @Test
  void time_of_which_nothing_is_known_ends_it() {
    flow(gauge, 1, 1, 1);
    now += GAP + SLOT;
    flow(gauge, 1, 1, 1, 1, 1);
    assertThat(gauge.at(now))
        .as("three, two while the value held, and five")
        .isEqualTo(Verdict.RIGHT);

    flow(gauge, 1);
    assertThat(gauge.at(now)).isEqualTo(Verdict.CERTAIN);
    assertThat(gauge.since(now)).isEqualTo(6 * SLOT);
  }

  @Test
  void while_it_is_cleaned_taps_may_run() {
    Told<TapRunning.Known> cleaned = told(STEP, new Hours(5 * SLOT, 6 * SLOT));
    flow(cleaned, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(cleaned.at(now)).isEqualTo(Verdict.RIGHT);

    flow(cleaned, 1);
    assertThat(cleaned.at(now)).isEqualTo(Verdict.CERTAIN);
    assertThat(cleaned.since(now)).isEqualTo(6 * SLOT);
  }

  @Test
  void what_the_steps_of_a_counter_add_is_taken_off() {
    Told<TapRunning.Known> counter = told(STEP, Constant.NEVER);
    count(counter, 2, 2, 2, 2, 2, 2, 3);

    assertThat(counter.at(now)).isEqualTo(Verdict.CERTAIN);
    assertThat(counter.evidence(now).facts().get("value"))
        .isEqualTo(Evidence.NONE.with("value", 4.3, Unit.LITRE_PER_MINUTE).facts().get("value"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, STEP})
  void a_gauge_and_a_counter_without_known_steps_are_taken_at_their_word(double step) {
    Told<TapRunning.Known> meter = told(step, Constant.NEVER);
    if (step == 0) {
      count(meter, 2, 2, 2, 2, 2, 2, 3);
    } else {
      flow(meter, 0.24, 0.24, 0.24, 0.24, 0.24, 0.24, 0.36);
    }

    assertThat(meter.at(now)).isEqualTo(Verdict.BETWEEN);
  }

  @Test
  void two_steps_more_are_something_else() {
    Told<TapRunning.Known> counter = told(STEP, Constant.NEVER);
    count(counter, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4);

    assertThat(counter.at(now)).isEqualTo(Verdict.BETWEEN);
  }

  /** A flow, m³/h, for five minutes each. */
  private void flow(Told<TapRunning.Known> meter, double... flows) {
    for (double flow : flows) {
      meter.hear(Metric.FLOW_RATE, now, flow);
      now += SLOT;
    }
    meter.hear(Metric.FLOW_RATE, now, flows[flows.length - 1]);
  }

  /** So many steps of the counter in each five minutes; a flow is known at its end. */
  private void count(Told<TapRunning.Known> meter, int... steps) {
    int total = 100;
    meter.hear(Metric.WATER_TOTAL, now, total * STEP);
    for (int more : steps) {
      total += more;
      now += SLOT;
      meter.hear(Metric.WATER_TOTAL, now, total * STEP);
    }
    now += SLOT;
    meter.hear(Metric.WATER_TOTAL, now, total * STEP);
  }

  private static Told<TapRunning.Known> told(double step, Schedule cleaning) {
    return new Told<>(tap(step, cleaning));
  }

  private static TapRunning tap(double step, Schedule cleaning) {
    Nameplate plate = new Nameplate(OptionalDouble.empty(), 100, STEP);
    return new TapRunning(new Flow(plate), 0.0625, 1.25, 0.125, 30 * MINUTE, step, cleaning, GAP);
  }
}
