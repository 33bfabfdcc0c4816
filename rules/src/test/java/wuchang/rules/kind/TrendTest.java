package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.HOUR;
import static wuchang.rules.kind.Told.MINUTE;
import static wuchang.rules.kind.Told.SECOND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.rules.kernel.Verdict;

/**
 * From 2 K/h on, when 8 °C would be passed within the hour; sixteenths of an hour and of a kelvin
 * are exact in binary, so that a limit itself can be met.
 */
class TrendTest {
  private static final long STEP = HOUR / 16;
  private static final double SIXTEENTH = 1 / 16.0;

  private final Trend trend = new Trend(2, 0.5, 8, HOUR);
  private final Told<Trend.Line> told = new Told<>(trend);

  @Test
  void it_listens_to_the_thermometer_and_the_door_and_lives_by_the_thermometer() {
    assertThat(trend.wants(Metric.TEMPERATURE)).isTrue();
    assertThat(trend.wants(Metric.DOOR_OPEN)).isTrue();
    assertThat(trend.wants(Metric.HUMIDITY)).isFalse();
    assertThat(trend.refreshedBy(Metric.TEMPERATURE)).isTrue();
    assertThat(trend.refreshedBy(Metric.DOOR_OPEN)).isFalse();
    assertThat(told.at(0)).isEqualTo(Verdict.RIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 7, WRONG",
    "2, 6, WRONG",
    "2, 5.9375, BETWEEN",
    "2, 8, WRONG",
    "2, 8.0625, BETWEEN",
    "1.9375, 7, BETWEEN",
    "0.5, 7, BETWEEN",
    "0.4375, 7, RIGHT",
    "-3, 7, RIGHT",
  })
  void it_is_wrong_while_the_line_rises_so_fast_and_would_pass_the_limit_within_the_hour(
      double slope, double now, Verdict verdict) {
    rise(0, STEP, 16, slope, now);

    assertThat(told.at(HOUR)).isEqualTo(verdict);
    assertThat(told.since(HOUR)).isEqualTo(HOUR);
  }

  @Test
  void the_line_now_and_in_an_hour_is_shown_beside_the_limit() {
    rise(0, STEP, 16, 3, 6);

    assertThat(told.evidence(HOUR))
        .isEqualTo(
            Evidence.NONE
                .with("value", 6, Unit.CELSIUS)
                .with("rise", 3, Unit.KELVIN)
                .with("limit", 8, Unit.CELSIUS));
  }

  @ParameterizedTest
  @CsvSource({"0.55, WRONG", "0.65, BETWEEN"})
  void what_swings_too_much_about_the_line_is_no_steady_rise(double swing, Verdict verdict) {
    for (int i = 0; i < 16; i++) {
      told.hear(Metric.TEMPERATURE, i * STEP, 2 + 4 * i * SIXTEENTH + (i % 2 * 2 - 1) * swing);
    }

    assertThat(told.at(HOUR)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"7, 600, RIGHT", "8, 480, WRONG", "16, 216, WRONG", "16, 215, RIGHT"})
  void eight_samples_over_nine_tenths_of_the_window_make_a_line(
      int samples, long seconds, Verdict verdict) {
    rise(0, seconds * SECOND, samples, 3, 7);

    assertThat(told.at(HOUR)).isEqualTo(verdict);
  }

  @Test
  void no_change_at_all_is_no_rise() {
    rise(0, STEP, 16, 0, 7);

    assertThat(told.at(HOUR)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void a_sample_counts_for_an_hour_and_no_longer() {
    told.hear(Metric.TEMPERATURE, 0, 40);
    rise(STEP, STEP, 16, 2, 7);
    assertThat(told.at(HOUR)).as("an hour old").isEqualTo(Verdict.RIGHT);

    told.hear(Metric.TEMPERATURE, HOUR + STEP, 7 + 2 * SIXTEENTH);
    assertThat(told.at(HOUR + STEP)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void samples_closer_than_a_twenty_fourth_of_the_window_are_passed_over() {
    rise(0, STEP, 16, 2, 7);
    told.hear(Metric.TEMPERATURE, 15 * STEP + 150 * SECOND - 1, -40);
    assertThat(told.at(HOUR)).isEqualTo(Verdict.WRONG);

    told.hear(Metric.TEMPERATURE, 15 * STEP + 150 * SECOND, -40);
    assertThat(told.at(HOUR)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void an_open_door_begins_the_window_anew() {
    rise(0, STEP, 16, 2, 7);
    told.hear(Metric.DOOR_OPEN, HOUR, 0);
    assertThat(told.at(HOUR)).as("it was closed anyway").isEqualTo(Verdict.WRONG);

    told.hear(Metric.DOOR_OPEN, HOUR, 1);
    assertThat(told.at(HOUR)).isEqualTo(Verdict.RIGHT);
    rise(HOUR, STEP, 16, 2, 7);
    assertThat(told.at(2 * HOUR)).as("still open").isEqualTo(Verdict.RIGHT);

    told.hear(Metric.DOOR_OPEN, 2 * HOUR, 0);
    rise(2 * HOUR, STEP, 8, 2, 7);
    assertThat(told.at(2 * HOUR + 30 * MINUTE)).as("half a window").isEqualTo(Verdict.RIGHT);
    rise(2 * HOUR + 8 * STEP, STEP, 8, 2, 8);
    assertThat(told.at(3 * HOUR)).isEqualTo(Verdict.WRONG);
  }

  /** Samples on a line that comes to a value with the last of them. */
  private void rise(long from, long step, int samples, double slope, double last) {
    for (int i = 0; i < samples; i++) {
      double hours = (samples - 1 - i) * step / (double) HOUR;
      told.hear(Metric.TEMPERATURE, from + i * step, last - slope * hours);
    }
  }
}
