package wuchang.rules.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.domain.reading.Metric.OCCUPIED;
import static wuchang.domain.reading.Metric.POWER;
import static wuchang.domain.reading.Metric.UV_ON;

import org.junit.jupiter.api.Test;
import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.cycle.Cycle.Verdict;

class LampCyclesTest {
  @Test
  void a_lamp_must_burn_for_half_an_hour_with_nobody_inside() {
    assertThat(lamp(1_800).only(Series.LAMP).verdict()).isEqualTo(Verdict.EFFECTIVE);
    assertThat(lamp(1_740).only(Series.LAMP).reason()).isEqualTo(Reason.TOO_SHORT);
    Ended seen = lamp(1_800).at(1_000, OCCUPIED, 1).cycles(Series.LAMP).get(0);
    assertThat(seen.reason()).isEqualTo(Reason.INTERRUPTED);
    assertThat(Series.second(seen.end())).isEqualTo(1_000);
  }

  @Test
  void a_lamp_that_is_tried_for_less_than_a_minute_is_no_cycle() {
    assertThat(flash(59).cycles(Series.LAMP)).isEmpty();
    assertThat(flash(60).only(Series.LAMP).reason()).isEqualTo(Reason.TOO_SHORT);
  }

  @Test
  void a_lamp_whose_tubes_draw_no_more_than_stand_by_does_not_burn() {
    assertThat(lamp(1_800).at(100, POWER, 15).cycles(Series.LAMP)).isEmpty();
    assertThat(lamp(1_800).at(100, POWER, 15.1).only(Series.LAMP).verdict())
        .isEqualTo(Verdict.EFFECTIVE);
  }

  @Test
  void a_lamp_that_was_not_heard_for_a_quarter_of_its_time_is_unproven() {
    assertThat(lamp(1_800).silent(600, 1_020).only(Series.LAMP).verdict())
        .isEqualTo(Verdict.EFFECTIVE);
    assertThat(lamp(1_800).silent(600, 1_080).only(Series.LAMP).reason()).isEqualTo(Reason.NO_DATA);
  }

  /** On for so many seconds, said as it happens. */
  private static Series flash(int seconds) {
    return new Series().at(0, UV_ON, 0).at(120, UV_ON, 1).at(120 + seconds, UV_ON, 0);
  }

  private static Series lamp(int seconds) {
    return new Series().every(60, UV_ON, 0, 4_000, at -> at >= 120 && at < 120 + seconds ? 1 : 0);
  }
}
