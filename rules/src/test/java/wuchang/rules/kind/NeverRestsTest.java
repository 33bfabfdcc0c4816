package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.HOUR;
import static wuchang.rules.kind.Told.MINUTE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.rules.kernel.Verdict;

/**
 * More than 75 % of three hours, while it was less than 50 % the day before; over below 50 %. Of
 * the 36 stretches of three hours these are 27 and 18, so that a limit itself can be met.
 */
class NeverRestsTest {
  private static final long STRETCH = 5 * MINUTE;
  private static final int WINDOW = 36;
  private static final int ALL = 27 * 12;
  private static final double RUNS = 100;
  private static final double SILENT = Double.NaN;

  private final NeverRests rests = new NeverRests(75, 50, 50, 3 * HOUR, STRETCH);
  private final Told<NeverRests.Known> told = new Told<>(rests);
  private final double[] watts = new double[ALL];
  private int heard;

  NeverRestsTest() {
    fill(WINDOW, 270, RUNS);
  }

  @Test
  void before_a_day_and_three_hours_nothing_is_known() {
    fill(0, 20, RUNS);
    fill(ALL - WINDOW, ALL, RUNS);
    hear(Arrays.copyOf(watts, 291));
    assertThat(told.at(0)).isEqualTo(Verdict.UNKNOWN);
    assertThat(rests.wants(Metric.POWER)).isTrue();
    assertThat(rests.wants(Metric.VOLTAGE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"17, 28, CERTAIN", "17, 27, RIGHT", "18, 28, RIGHT", "0, 36, CERTAIN"})
  void it_is_wrong_above_one_share_when_it_was_below_another_the_day_before(
      int before, int now, Verdict verdict) {
    fill(0, before, RUNS);
    fill(ALL - now, ALL, RUNS);
    hear(watts);

    assertThat(told.at(ALL * STRETCH)).isEqualTo(verdict);
  }

  @Test
  void it_began_with_the_first_stretch_of_the_window_in_which_it_ran() {
    fill(ALL - 28, ALL, RUNS);
    hear(watts);

    assertThat(told.since(0)).isEqualTo((ALL - 28) * STRETCH);
    assertThat(told.evidence(0))
        .isEqualTo(
            Evidence.NONE
                .with("value", 78, Unit.PERCENT)
                .with("limit", 75, Unit.PERCENT)
                .with("usual", 0, Unit.PERCENT));
  }

  @Test
  void it_stands_until_it_rests_for_as_long_as_it_should() {
    fill(ALL - WINDOW, ALL, RUNS);
    hear(watts);
    long since = told.since(0);

    for (int rest = 0; rest < 18; rest++) {
      hear(0);
      assertThat(told.at(0)).as("%d of 36", 35 - rest).isEqualTo(Verdict.CERTAIN);
    }
    assertThat(told.since(0)).isEqualTo(since);
    hear(0);
    assertThat(told.at(0)).as("17 of 36").isEqualTo(Verdict.RIGHT);
  }

  @Test
  void a_share_of_which_too_little_is_known_does_not_end_it() {
    fill(ALL - WINDOW, ALL, RUNS);
    hear(watts);
    hear(0, 0, 0, 0, SILENT, SILENT, SILENT, SILENT, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    assertThat(told.at(0)).isEqualTo(Verdict.CERTAIN);
  }

  @ParameterizedTest
  @CsvSource({"3, CERTAIN", "4, UNKNOWN"})
  void nine_tenths_of_both_windows_must_be_known(int silent, Verdict verdict) {
    fill(ALL - WINDOW, ALL, RUNS);
    fill(ALL - 10, ALL - 10 + silent, SILENT);
    hear(watts);
    assertThat(told.at(0)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"3, CERTAIN", "4, UNKNOWN"})
  void of_the_day_before_too(int silent, Verdict verdict) {
    fill(0, silent, SILENT);
    fill(ALL - WINDOW, ALL, RUNS);
    hear(watts);
    assertThat(told.at(0)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"32, CERTAIN", "33, UNKNOWN"})
  void what_it_draws_is_known_from_nine_tenths_of_a_day_and_three_hours(
      int silent, Verdict verdict) {
    fill(ALL - WINDOW, ALL, RUNS);
    fill(100, 100 + silent, SILENT);
    hear(watts);
    assertThat(told.at(0)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"33, RIGHT", "32, CERTAIN"})
  void it_runs_above_half_of_what_nine_tenths_of_the_time_does_not_exceed(
      int full, Verdict verdict) {
    fill(0, ALL, 0);
    fill(ALL - WINDOW, ALL, 50);
    fill(WINDOW, ALL - WINDOW, 60);
    fill(100, 100 + full, RUNS);
    hear(watts);

    assertThat(told.at(0)).as("50 W").isEqualTo(verdict);
  }

  @Test
  void what_it_draws_is_asked_again_every_hour() {
    fill(ALL - WINDOW, ALL, 50);
    fill(WINDOW, ALL - WINDOW, 60);
    fill(100, 133, RUNS);
    hear(watts);
    assertThat(told.memory().level()).isEqualTo(50);

    // Of the 33 stretches at full power 101 have to pass before one of them is forgotten.
    double[] more = new double[107];
    Arrays.fill(more, 50);
    hear(more);
    assertThat(told.memory().level()).isEqualTo(50);
    hear(50);
    assertThat(told.memory().level()).isEqualTo(30);
  }

  @Test
  void after_a_day_of_silence_all_is_learned_anew() {
    fill(ALL - WINDOW, ALL, RUNS);
    hear(watts);
    double[] silence = new double[ALL];
    Arrays.fill(silence, SILENT);
    hear(silence);
    hear(0);

    assertThat(told.memory().means()[ALL - 1]).isZero();
    assertThat(Arrays.copyOf(told.memory().means(), ALL - 1)).containsOnly(Double.NaN);
  }

  private void fill(int from, int to, double value) {
    Arrays.fill(watts, from, to, value);
  }

  /** The power of one stretch after the other; the last is closed by saying it once more. */
  private void hear(double... means) {
    for (double mean : means) {
      if (!Double.isNaN(mean)) {
        told.hear(Metric.POWER, heard * STRETCH, mean);
      }
      heard++;
    }
    double last = means[means.length - 1];
    if (!Double.isNaN(last)) {
      told.hear(Metric.POWER, heard * STRETCH, last);
    }
  }
}
