package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** Between 5 °C and 60 °C for two hours in all, begun anew after half an hour at 5 °C or below. */
class ExposureTest {
  private static final long MINUTE = 60_000;

  private final Exposure<Double> exposure =
      new Exposure<>(new Raw(Metric.TEMPERATURE), 5, 60, 120 * MINUTE, 30 * MINUTE, 10 * MINUTE);
  private Exposure.Sum<Double> sum = exposure.blank(0);

  @Test
  void before_the_first_value_nothing_is_known() {
    assertThat(exposure.verdict(sum, 0)).isEqualTo(Verdict.UNKNOWN);
    assertThat(exposure.changes(sum, 0)).isEqualTo(Kind.NEVER);
  }

  @Test
  void both_limits_are_safe_themselves() {
    hear(0, 5);
    assertThat(exposure.verdict(sum, 0)).isEqualTo(Verdict.RIGHT);
    hear(MINUTE, 60);
    assertThat(exposure.verdict(sum, MINUTE)).isEqualTo(Verdict.RIGHT);
    hear(2 * MINUTE, 5.1);
    assertThat(exposure.verdict(sum, 2 * MINUTE)).isEqualTo(Verdict.BETWEEN);
    assertThat(exposure.since(sum, 2 * MINUTE)).isEqualTo(2 * MINUTE);
  }

  @Test
  void it_is_wrong_when_so_much_has_been_summed_up() {
    every(0, 115, 20);

    assertThat(exposure.changes(sum, 115 * MINUTE)).isEqualTo(120 * MINUTE);
    assertThat(exposure.verdict(sum, 120 * MINUTE - 1)).isEqualTo(Verdict.BETWEEN);
    assertThat(exposure.verdict(sum, 120 * MINUTE)).isEqualTo(Verdict.CERTAIN);
    assertThat(exposure.changes(sum, 120 * MINUTE)).isEqualTo(Kind.NEVER);
    assertThat(exposure.since(sum, 120 * MINUTE)).isZero();
    assertThat(exposure.evidence(sum, 120 * MINUTE))
        .isEqualTo(
            Evidence.NONE
                .with("value", 20, Unit.CELSIUS)
                .with("limit", 5, Unit.CELSIUS)
                .with("sum", Duration.ofMinutes(120)));
  }

  @Test
  void a_sample_counts_for_as_long_as_it_holds_and_no_longer() {
    hear(0, 20);
    hear(60 * MINUTE, 20);

    assertThat(exposure.evidence(sum, 60 * MINUTE).facts().get("sum"))
        .isEqualTo(Evidence.NONE.with("sum", Duration.ofMinutes(10)).facts().get("sum"));
    assertThat(exposure.changes(sum, 60 * MINUTE)).as("beyond the sample").isEqualTo(Kind.NEVER);
  }

  @Test
  void a_change_is_announced_up_to_the_end_of_the_sample() {
    every(0, 110, 20);
    assertThat(exposure.changes(sum, 110 * MINUTE)).isEqualTo(120 * MINUTE);

    sum = exposure.blank(0);
    every(0, 109, 20);
    assertThat(exposure.changes(sum, 109 * MINUTE)).isEqualTo(Kind.NEVER);
  }

  @Test
  void half_an_hour_of_safety_without_a_break_begins_it_anew() {
    every(0, 60, 20);
    every(61, 85, 4);

    assertThat(exposure.changes(sum, 85 * MINUTE)).isEqualTo(91 * MINUTE);
    assertThat(exposure.verdict(sum, 91 * MINUTE - 1)).isEqualTo(Verdict.BETWEEN);
    assertThat(exposure.verdict(sum, 91 * MINUTE)).isEqualTo(Verdict.RIGHT);
    hear(92 * MINUTE, 20);
    assertThat(exposure.since(sum, 92 * MINUTE)).isEqualTo(92 * MINUTE);
  }

  @Test
  void a_break_in_safety_counts_from_the_start_and_the_sum_goes_on() {
    every(0, 60, 20);
    every(61, 80, 4);
    hear(81 * MINUTE, 20);
    every(82, 100, 4);

    assertThat(exposure.verdict(sum, 105 * MINUTE)).isEqualTo(Verdict.BETWEEN);
    assertThat(exposure.since(sum, 105 * MINUTE)).isZero();
    assertThat(exposure.evidence(sum, 100 * MINUTE).facts().get("sum"))
        .isEqualTo(Evidence.NONE.with("sum", Duration.ofMinutes(62)).facts().get("sum"));
  }

  @Test
  void hot_counts_for_neither() {
    every(0, 60, 20);
    every(61, 95, 70);

    assertThat(exposure.verdict(sum, 95 * MINUTE)).isEqualTo(Verdict.BETWEEN);
    assertThat(exposure.changes(sum, 95 * MINUTE)).isEqualTo(Kind.NEVER);
  }

  private void every(int from, int to, double value) {
    for (int minute = from; minute <= to; minute++) {
      hear(minute * MINUTE, value);
    }
  }

  private void hear(long at, double value) {
    sum =
        exposure.remember(
            sum,
            Reading.of(DeviceId.of("pan"), Metric.TEMPERATURE, Instant.ofEpochMilli(at), value));
  }
}
