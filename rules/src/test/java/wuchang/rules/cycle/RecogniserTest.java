package wuchang.rules.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.domain.reading.Metric.DOOR_OPEN;
import static wuchang.domain.reading.Metric.OCCUPIED;
import static wuchang.domain.reading.Metric.POWER;
import static wuchang.domain.reading.Metric.TEMPERATURE;
import static wuchang.domain.reading.Metric.UV_ON;

import org.junit.jupiter.api.Test;
import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.cycle.Cycle.Verdict;

class RecogniserTest {
  @Test
  void a_hold_of_exactly_its_time_is_effective_and_a_sample_less_is_too_short() {
    assertThat(heated(600).only(Series.INFRARED).verdict()).isEqualTo(Verdict.EFFECTIVE);
    Ended less = heated(570).only(Series.INFRARED);

    assertThat(less.reason()).isEqualTo(Reason.TOO_SHORT);
    assertThat(less.held()).isEqualTo(570_000);
    assertThat(less.maximum()).isEqualTo(122);
  }

  @Test
  void it_begins_with_the_power_and_ends_ten_kelvins_below_its_maximum() {
    Ended cycle = heated(600).only(Series.INFRARED);

    assertThat(Series.second(cycle.start())).isEqualTo(300);
    assertThat(Series.second(cycle.end())).isEqualTo(900 + 600 + 30 * 2);
  }

  @Test
  void without_a_meter_it_begins_above_fifty_degrees() {
    Series series = new Series().every(30, TEMPERATURE, 0, 4_000, at -> curve(at, 600));

    assertThat(Series.second(series.only(Series.INFRARED).start())).isEqualTo(480);
  }

  @Test
  void the_target_itself_counts_and_less_does_not() {
    assertThat(peak(120).only(Series.INFRARED).verdict()).isEqualTo(Verdict.EFFECTIVE);
    assertThat(peak(119.9).only(Series.INFRARED).reason()).isEqualTo(Reason.TOO_COOL);
  }

  @Test
  void a_door_that_is_open_for_five_seconds_interrupts_and_a_shorter_one_does_not() {
    Series shut = heated(600).at(1_200, DOOR_OPEN, 1).at(1_204, DOOR_OPEN, 0);
    Series open = heated(600).at(1_200, DOOR_OPEN, 1).at(1_205, DOOR_OPEN, 0);

    assertThat(shut.only(Series.INFRARED).verdict()).isEqualTo(Verdict.EFFECTIVE);
    assertThat(open.cycles(Series.INFRARED).get(0).reason()).isEqualTo(Reason.INTERRUPTED);
    assertThat(Series.second(open.cycles(Series.INFRARED).get(0).end())).isEqualTo(1_200);
  }

  @Test
  void what_is_opened_after_its_hold_is_effective() {
    Series emptied = heated(700).at(1_510, DOOR_OPEN, 1).at(1_570, DOOR_OPEN, 0);

    assertThat(emptied.cycles(Series.INFRARED).get(0).verdict()).isEqualTo(Verdict.EFFECTIVE);
  }

  @Test
  void samples_a_quarter_of_the_hold_apart_prove_and_further_apart_do_not() {
    Series dense = new Series().every(150, TEMPERATURE, 0, 4_000, at -> curve(at, 1_200));
    Series sparse = new Series().every(151, TEMPERATURE, 0, 4_000, at -> curve(at, 1_200));

    assertThat(dense.only(Series.INFRARED).verdict()).isEqualTo(Verdict.EFFECTIVE);
    assertThat(sparse.only(Series.INFRARED).verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void a_whole_hold_on_one_side_of_a_gap_is_proof() {
    assertThat(heated(1_800).silent(1_000, 1_300).only(Series.INFRARED).verdict())
        .isEqualTo(Verdict.EFFECTIVE);
    assertThat(heated(900).silent(1_200, 1_500).only(Series.INFRARED).reason())
        .isEqualTo(Reason.NO_DATA);
  }

  @Test
  void a_cycle_of_which_only_the_end_was_heard_is_unproven() {
    assertThat(heated(600).silent(300, 1_680).only(Series.INFRARED).verdict())
        .isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void heat_without_power_is_faked_however_long() {
    Series gun =
        new Series()
            .every(30, POWER, 0, 4_000, at -> 3)
            .every(30, TEMPERATURE, 0, 4_000, at -> curve(at, 900));

    assertThat(gun.only(Series.INFRARED).reason()).isEqualTo(Reason.FAKED);
  }

  @Test
  void heat_without_power_is_faked_even_where_its_rise_was_not_believed() {
    assertThat(leap().every(30, POWER, 0, 2_400, at -> 3).only(Series.INFRARED).reason())
        .isEqualTo(Reason.FAKED);
  }

  @Test
  void heat_whose_power_was_not_heard_meanwhile_is_unproven() {
    Series before = leap().every(30, POWER, 0, 690, at -> 3).every(30, POWER, 850, 2_400, at -> 3);
    Series within =
        leap().every(30, POWER, 0, 1_200, at -> 3).every(30, POWER, 1_351, 2_400, at -> 3);
    Series enough =
        leap().every(30, POWER, 0, 1_200, at -> 3).every(30, POWER, 1_350, 2_400, at -> 3);

    assertThat(before.only(Series.INFRARED).reason()).isEqualTo(Reason.NO_DATA);
    assertThat(within.only(Series.INFRARED).reason()).isEqualTo(Reason.NO_DATA);
    assertThat(enough.only(Series.INFRARED).reason()).isEqualTo(Reason.FAKED);
  }

  @Test
  void power_without_heat_is_a_dead_heater_after_ten_minutes_and_nothing_before() {
    Series tried = dead(599);
    Series dead = dead(600);

    assertThat(tried.cycles(Series.INFRARED)).isEmpty();
    assertThat(dead.only(Series.INFRARED).reason()).isEqualTo(Reason.HEATER_DEAD);
  }

  @Test
  void a_cabinet_that_keeps_its_dishes_warm_runs_no_cycles() {
    Series warm =
        heated(600)
            .every(30, TEMPERATURE, 4_500, 20_000, at -> 62 + at / 300 % 2 * 3)
            .every(30, POWER, 4_500, 20_000, at -> at / 300 % 2 * 3_000);

    assertThat(warm.cycles(Series.INFRARED)).hasSize(1);
  }

  @Test
  void rack_after_rack_is_a_cycle_each() {
    Series racks = new Series();
    for (int start = 0; start < 1_000; start += 200) {
      int begun = start;
      racks
          .at(start, DOOR_OPEN, 0)
          .every(5, TEMPERATURE, start, start + 75, at -> 60)
          .every(5, TEMPERATURE, start + 80, start + 130, at -> 89)
          .at(start + 131, DOOR_OPEN, 1)
          .every(5, TEMPERATURE, start + 135, start + 195, at -> 89 - (at - begun - 131) / 2.0);
    }

    assertThat(racks.cycles(Series.RINSE)).hasSize(5).allMatch(Ended::isEffective);
  }

  @Test
  void a_rinse_that_was_hot_too_shortly_under_the_hood_was_interrupted() {
    Series rack =
        new Series()
            .at(0, DOOR_OPEN, 0)
            .every(5, TEMPERATURE, 0, 75, at -> 52 + at / 15.0)
            .every(5, TEMPERATURE, 80, 95, at -> 89)
            .at(97, DOOR_OPEN, 1)
            .every(5, TEMPERATURE, 100, 160, at -> 60);

    assertThat(rack.only(Series.RINSE).reason()).isEqualTo(Reason.INTERRUPTED);
  }

  @Test
  void a_tank_that_heats_up_is_no_rack_and_a_short_cool_rinse_is_one() {
    assertThat(rinsed(600, 12_000).cycles(Series.RINSE)).isEmpty();
    assertThat(rinsed(595, 12_000).only(Series.RINSE).reason()).isEqualTo(Reason.TOO_COOL);
  }

  @Test
  void no_pump_no_rinse() {
    assertThat(rinsed(300, 100).cycles(Series.RINSE)).isEmpty();
  }

  @Test
  void a_heater_that_is_on_when_the_door_is_closed_begins() {
    Series closed =
        new Series()
            .at(0, DOOR_OPEN, 1)
            .every(30, TEMPERATURE, 0, 4_000, at -> curve(at, 600))
            .every(30, POWER, 60, 4_000, at -> at < 1_500 ? 3_000 : 3)
            .at(200, DOOR_OPEN, 0);

    assertThat(Series.second(closed.only(Series.INFRARED).start())).isEqualTo(200);
  }

  @Test
  void each_means_looks_at_its_own_metrics() {
    Recogniser heat = new Recogniser(Series.INFRARED);
    Recogniser lamp = new Recogniser(Series.LAMP);

    assertThat(heat.proves(TEMPERATURE)).isTrue();
    assertThat(heat.proves(POWER)).isFalse();
    assertThat(heat.wants(POWER)).isTrue();
    assertThat(heat.wants(OCCUPIED)).isFalse();
    assertThat(lamp.proves(UV_ON)).isTrue();
    assertThat(lamp.proves(OCCUPIED)).isFalse();
    assertThat(lamp.wants(OCCUPIED)).isTrue();
    assertThat(lamp.wants(TEMPERATURE)).isFalse();
    assertThat(lamp.wants(DOOR_OPEN)).isTrue();
  }

  /** Under the hood at 70 °C, which is too cool, for so long with so much power. */
  private static Series rinsed(int seconds, double watts) {
    return new Series()
        .at(0, DOOR_OPEN, 0)
        .every(5, POWER, 0, seconds, at -> watts)
        .every(5, TEMPERATURE, 0, seconds, at -> at < 20 ? 45 : 70)
        .at(seconds, DOOR_OPEN, 1)
        .every(5, TEMPERATURE, seconds + 5, seconds + 60, at -> 60);
  }

  /** Cold until second 700, hot from 880 to 1600, and cold again. */
  private static Series leap() {
    return new Series()
        .every(30, TEMPERATURE, 0, 700, at -> 26)
        .every(30, TEMPERATURE, 880, 1_600, at -> 125)
        .every(30, TEMPERATURE, 1_780, 2_400, at -> 27);
  }

  private static Series dead(int seconds) {
    return new Series()
        .every(30, TEMPERATURE, 0, 2_000, at -> 26)
        .at(0, POWER, 3)
        .at(60, POWER, 3_000)
        .at(60 + seconds / 2, POWER, 3_000)
        .at(60 + seconds, POWER, 3);
  }

  /** Heated from the fifth minute on, at 122 °C from the fifteenth for so long, then cooling. */
  private static Series heated(int hold) {
    return new Series()
        .every(30, POWER, 0, 4_000, at -> at >= 300 && at < 900 + hold ? 3_000 : 3)
        .every(30, TEMPERATURE, 0, 4_000, at -> curve(at, hold));
  }

  private static Series peak(double celsius) {
    return new Series().every(30, TEMPERATURE, 0, 4_000, at -> Math.min(celsius, curve(at, 900)));
  }

  /** 26 °C, from second 300 to 900 up to 122 °C, held, then 4 K down each half minute. */
  private static double curve(double at, int hold) {
    if (at < 900) {
      return Math.max(26, 26 + (at - 300) * 96 / 600.0 - (at > 300 ? 0.001 : 0));
    }
    return at < 900 + hold ? 122 : Math.max(28, 118 - (at - 900 - hold) / 30 * 4);
  }
}
