package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** Means of ten minutes within +7 % and −10 % of 220 V, and ±7 % of 380 V between lines. */
class VoltageQualityTest {
  private static final long MINUTE = 60_000;
  private static final long GAP = 10 * MINUTE;

  private final VoltageQuality quality = new VoltageQuality(7, 10, 7, 7, 10 * MINUTE, GAP);
  private VoltageQuality.Known known = quality.blank(0);

  @Test
  void before_a_stretch_is_over_nothing_is_known() {
    stretch(Metric.VOLTAGE, 0, 9, 300);

    assertThat(quality.verdict(known, 9 * MINUTE)).isEqualTo(Verdict.UNKNOWN);
    assertThat(quality.changes(known, 9 * MINUTE)).isEqualTo(Kind.NEVER);
  }

  @Test
  void the_band_of_a_phase_is_about_two_hundred_and_twenty_volts() {
    assertThat(of(235.3)).isEqualTo(Verdict.RIGHT);
    assertThat(of(235.5)).isEqualTo(Verdict.CERTAIN);
    assertThat(of(198.1)).isEqualTo(Verdict.RIGHT);
    assertThat(of(197.9)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void the_band_between_lines_is_about_three_hundred_and_eighty() {
    assertThat(of(406.5)).isEqualTo(Verdict.RIGHT);
    assertThat(of(406.7)).isEqualTo(Verdict.CERTAIN);
    assertThat(of(353.5)).isEqualTo(Verdict.RIGHT);
    assertThat(of(353.3)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void half_of_it_and_less_is_no_voltage_at_all() {
    assertThat(of(109.9)).isEqualTo(Verdict.UNKNOWN);
    assertThat(of(110)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void a_stretch_stands_until_the_next_is_due_and_a_gap_longer() {
    stretch(Metric.VOLTAGE, 0, 10, 240);

    assertThat(quality.since(known, 10 * MINUTE)).isZero();
    assertThat(quality.changes(known, 10 * MINUTE)).isEqualTo(30 * MINUTE);
    assertThat(quality.verdict(known, 30 * MINUTE - 1)).isEqualTo(Verdict.CERTAIN);
    assertThat(quality.verdict(known, 30 * MINUTE)).isEqualTo(Verdict.UNKNOWN);
    assertThat(quality.changes(known, 30 * MINUTE)).isEqualTo(Kind.NEVER);
  }

  @Test
  void what_is_shown_is_the_phase_that_is_outside_and_the_limit_it_is_beyond() {
    stretch(Metric.of("voltage_l1"), 0, 10, 220);
    stretch(Metric.of("voltage_l2"), 10, 20, 190);

    assertThat(quality.verdict(known, 20 * MINUTE)).isEqualTo(Verdict.CERTAIN);
    assertThat(quality.since(known, 20 * MINUTE)).isEqualTo(10 * MINUTE);
    assertThat(quality.changes(known, 20 * MINUTE)).isEqualTo(30 * MINUTE);
    assertThat(quality.evidence(known, 20 * MINUTE))
        .isEqualTo(
            Evidence.NONE
                .with("value", 190, Unit.VOLT)
                .with("limit", 198, Unit.VOLT)
                .with("metric", "voltage_l2"));
  }

  @Test
  void too_high_is_shown_beside_the_upper_limit() {
    stretch(Metric.VOLTAGE, 0, 10, 440);

    assertThat(quality.evidence(known, 10 * MINUTE).facts().get("limit"))
        .isEqualTo(
            Evidence.NONE.with("limit", 380 * (1 + 7 / 100.0), Unit.VOLT).facts().get("limit"));
  }

  private Verdict of(double volts) {
    known = quality.blank(0);
    stretch(Metric.VOLTAGE, 0, 10, volts);
    return quality.verdict(known, 10 * MINUTE);
  }

  private void stretch(Metric metric, int from, int to, double volts) {
    for (int minute = from; minute <= to; minute++) {
      Instant at = Instant.ofEpochMilli(minute * MINUTE);
      known = quality.remember(known, Reading.of(DeviceId.of("meter"), metric, at, volts));
    }
  }
}
