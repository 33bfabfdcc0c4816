package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A rhythm is one after three times over three days, within a fifth of its period. */
class RhythmTest {
  private static final long HOUR = 3_600_000;

  @Test
  void three_days_make_a_rhythm_and_less_does_not() {
    assertThat(hours(0, 36, 72).period()).isEqualTo(36 * HOUR);
    assertThat(hours(0, 24, 48, 72).period()).isEqualTo(24 * HOUR);
    assertThat(hours(0, 24, 48).period()).as("two days").isZero();
    assertThat(at(1, 36 * HOUR, 72 * HOUR).period()).as("a millisecond short").isZero();
  }

  @Test
  void twice_is_no_rhythm_however_far_apart() {
    assertThat(hours(0, 48).period()).isZero();
    assertThat(hours(0, 96).period()).isZero();
  }

  @Test
  void a_period_of_more_than_fifty_hours_is_none() {
    assertThat(hours(0, 50, 100).period()).isEqualTo(50 * HOUR);
    assertThat(at(0, 50 * HOUR + 1, 100 * HOUR + 2).period()).isZero();
  }

  @Test
  void several_a_day_by_the_clock_repeat_every_day() {
    assertThat(hours(0, 7, 24, 31, 48, 55, 72).period()).isEqualTo(24 * HOUR);
  }

  @Test
  void every_two_hours_is_the_fastest() {
    assertThat(hours(LongStream.rangeClosed(0, 36).map(i -> 2 * i).toArray()).period())
        .isEqualTo(2 * HOUR);
    long[] faster = LongStream.rangeClosed(0, 39).map(i -> i * (2 * HOUR - 1)).toArray();
    assertThat(at(faster).period()).isEqualTo(2 * (2 * HOUR - 1));
  }

  @Test
  void the_next_is_expected_within_a_fifth_of_the_period() {
    Rhythm daily = hours(0, 25, 50, 75);

    assertThat(daily.expects(100 * HOUR)).isTrue();
    assertThat(daily.expects(95 * HOUR)).isTrue();
    assertThat(daily.expects(95 * HOUR - 1)).isFalse();
    assertThat(daily.expects(105 * HOUR)).isTrue();
    assertThat(daily.expects(105 * HOUR + 1)).isFalse();
  }

  @Test
  void what_is_off_by_more_than_a_fifth_of_the_period_makes_no_rhythm() {
    assertThat(at(0, 40 * HOUR, 90 * HOUR).period()).isEqualTo(50 * HOUR);
    assertThat(at(0, 40 * HOUR - 1, 90 * HOUR - 1).period()).isZero();
  }

  @Test
  void one_may_be_missed_and_not_two() {
    Rhythm daily = hours(0, 25, 50, 75);

    assertThat(daily.expects(125 * HOUR)).isTrue();
    assertThat(daily.expects(120 * HOUR)).isTrue();
    assertThat(daily.expects(120 * HOUR - 1)).isFalse();
    assertThat(daily.expects(130 * HOUR)).isTrue();
    assertThat(daily.expects(130 * HOUR + 1)).isFalse();
    assertThat(daily.expects(150 * HOUR)).isFalse();
    assertThat(hours(0, 25, 75, 100).period()).as("one missed on the way").isEqualTo(25 * HOUR);
  }

  @Test
  void nothing_is_expected_without_a_rhythm() {
    assertThat(Rhythm.UNKNOWN.expects(0)).isFalse();
    assertThat(hours(0, 24, 48).expects(72 * HOUR)).isFalse();
  }

  @Test
  void what_is_older_than_eight_days_is_forgotten() {
    long day = 24 * HOUR;

    assertThat(at(0, 8 * day).times()).containsExactly(0L, 8 * day);
    assertThat(at(0, 8 * day + 1).times()).containsExactly(8 * day + 1);
  }

  @Test
  void forty_are_kept() {
    assertThat(hours(LongStream.range(0, 40).toArray()).times()).hasSize(40).startsWith(0L);
    assertThat(hours(LongStream.range(0, 41).toArray()).times()).hasSize(40).startsWith(HOUR);
  }

  private static Rhythm hours(long... hours) {
    return at(LongStream.of(hours).map(hour -> hour * HOUR).toArray());
  }

  private static Rhythm at(long... times) {
    Rhythm rhythm = Rhythm.UNKNOWN;
    for (long time : times) {
      rhythm = rhythm.with(time);
    }
    return rhythm;
  }
}
