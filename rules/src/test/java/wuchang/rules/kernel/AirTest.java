package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The air of a freezer at −18 °C, of which −5 °C is the warmest that a defrost brings. */
class AirTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Air air = Air.unknown(-5).after(0, -18, Door.UNKNOWN);

  @Test
  void the_usual_follows_with_a_lag_of_two_hours_and_no_more_than_ten_minutes_at_once() {
    assertThat(Air.unknown(-5).after(0, -18, Door.UNKNOWN).usual()).isEqualTo(-18);
    double tenth = -18 + (1 - Math.exp(-10 / 120.0));

    hear(10 * MINUTE, -17);
    assertThat(air.usual()).isCloseTo(tenth, within(1e-9));

    assertThat(Air.unknown(-5).after(0, -18, Door.UNKNOWN).after(HOUR, -17, Door.UNKNOWN).usual())
        .isCloseTo(tenth, within(1e-9));
  }

  @Test
  void more_than_three_kelvin_above_the_usual_is_an_excursion() {
    hear(MINUTE, -15);
    assertThat(air.now()).isEqualTo(Air.Excursion.NONE);

    air = Air.unknown(-5).after(0, -18, Door.UNKNOWN);
    hear(MINUTE, -14.9);
    assertThat(air.now().onset()).isZero();
    assertThat(air.now().risen()).isEqualTo(MINUTE);
    assertThat(air.now().top()).isEqualTo(-14.9);
  }

  @Test
  void it_began_when_it_was_last_near_the_usual() {
    hear(MINUTE, -16.5);
    hear(2 * MINUTE, -16.4);
    hear(3 * MINUTE, -14);

    assertThat(air.now().onset()).isEqualTo(MINUTE);
  }

  @Test
  void a_defrost_rises_within_twenty_minutes() {
    hear(20 * MINUTE, -10);
    assertThat(air.looksLikeDefrost(20 * MINUTE)).isTrue();

    air = Air.unknown(-5).after(0, -18, Door.UNKNOWN);
    hear(20 * MINUTE + 1, -10);
    assertThat(air.looksLikeDefrost(21 * MINUTE)).isFalse();
  }

  @Test
  void a_defrost_is_no_warmer_than_its_peak() {
    hear(MINUTE, -5);
    assertThat(air.looksLikeDefrost(MINUTE)).isTrue();

    hear(2 * MINUTE, -4.9);
    hear(3 * MINUTE, -10);
    assertThat(air.now().top()).isEqualTo(-4.9);
    assertThat(air.looksLikeDefrost(3 * MINUTE)).isFalse();
  }

  @Test
  void a_defrost_is_high_for_forty_minutes_at_most() {
    hear(10 * MINUTE, -8);
    hear(40 * MINUTE, -8);
    assertThat(air.looksLikeDefrost(40 * MINUTE)).isTrue();
    assertThat(air.looksLikeDefrost(40 * MINUTE + 1)).isFalse();

    hear(40 * MINUTE + 1, -8);
    assertThat(air.looksLikeDefrost(40 * MINUTE + 1)).isFalse();
  }

  @Test
  void what_cools_again_has_an_hour_to_come_back() {
    hear(10 * MINUTE, -8);
    hear(39 * MINUTE, -14);

    assertThat(air.now().high()).as("half of its height or less").isEqualTo(10 * MINUTE);
    assertThat(air.looksLikeDefrost(HOUR)).isTrue();
    assertThat(air.looksLikeDefrost(HOUR + 1)).isFalse();
    hear(HOUR, -17);
    assertThat(air.last()).isZero();
  }

  @Test
  void half_of_its_height_is_no_longer_high() {
    hear(10 * MINUTE, -8);
    hear(11 * MINUTE, -13);
    assertThat(air.now().high()).isEqualTo(10 * MINUTE);

    hear(12 * MINUTE, -12.9);
    assertThat(air.now().high()).isEqualTo(12 * MINUTE);
  }

  @Test
  void what_comes_back_after_more_than_an_hour_was_no_defrost() {
    hear(10 * MINUTE, -8);
    hear(39 * MINUTE, -14);
    hear(HOUR + 1, -17);

    assertThat(air.last()).isEqualTo(Phase.FROZEN);
    assertThat(air.rhythm()).isEqualTo(Rhythm.UNKNOWN);
  }

  @Test
  void it_is_over_within_one_and_a_half_kelvin_of_the_usual() {
    hear(10 * MINUTE, -8);
    hear(20 * MINUTE, -16.4);
    assertThat(air.now()).isNotEqualTo(Air.Excursion.NONE);

    hear(21 * MINUTE, -16.5);
    assertThat(air.now()).isEqualTo(Air.Excursion.NONE);
    assertThat(air.calm()).isEqualTo(21 * MINUTE);
    assertThat(air.rhythm().times()).containsExactly(0L);
  }

  @Test
  void for_ninety_minutes_after_it_began_what_is_warm_may_be_its_goods() {
    hear(10 * MINUTE, -8);
    hear(30 * MINUTE, -18);

    assertThat(air.looksLikeDefrost(90 * MINUTE)).isTrue();
    assertThat(air.looksLikeDefrost(90 * MINUTE + 1)).isFalse();
    assertThat(air.changes(30 * MINUTE, HOUR)).isEqualTo(90 * MINUTE + 1);
    assertThat(air.changes(90 * MINUTE + 1, HOUR)).isEqualTo(Kind.NEVER);
  }

  @Test
  void after_more_than_three_hours_it_is_the_usual() {
    hear(10 * MINUTE, -8);
    hear(3 * HOUR, -9);
    assertThat(air.usual()).isEqualTo(-18);

    hear(3 * HOUR + 1, -9);
    assertThat(air.usual()).isEqualTo(-9);
    assertThat(air.now()).isEqualTo(Air.Excursion.NONE);
    assertThat(air.last()).isEqualTo(Phase.FROZEN);
  }

  @Test
  void a_door_that_was_open_since_it_was_calm_explains_it() {
    Door shut = Door.UNKNOWN.after(0, true).after(30_000, false);
    air = air.after(10 * MINUTE, -8, shut);
    assertThat(air.now().opened()).isTrue();
    assertThat(air.looksLikeDefrost(10 * MINUTE)).isFalse();

    air = Air.unknown(-5).after(MINUTE, -18, Door.UNKNOWN).after(10 * MINUTE, -8, shut);
    assertThat(air.now().opened()).as("shut before").isFalse();
  }

  @Test
  void a_door_opened_in_it_makes_it_no_defrost_and_without_one_says_nothing() {
    assertThat(air.opened()).isSameAs(air);

    hear(10 * MINUTE, -8);
    Air opened = air.opened();
    assertThat(opened.now().opened()).isTrue();
    assertThat(opened.usual()).isEqualTo(-18);
    assertThat(opened.opened()).isSameAs(opened);
    assertThat(opened.looksLikeDefrost(10 * MINUTE)).isFalse();
  }

  @Test
  void a_defrost_that_was_to_be_expected_is_one_for_so_long() {
    learn();
    hear(3 * DAY + 10 * MINUTE, -8);

    assertThat(air.isLearnedDefrost(3 * DAY + 10 * MINUTE, HOUR)).isTrue();
    assertThat(air.isLearnedDefrost(3 * DAY + HOUR - 1, HOUR)).isTrue();
    assertThat(air.isLearnedDefrost(3 * DAY + HOUR, HOUR)).isFalse();
    assertThat(air.opened().isLearnedDefrost(3 * DAY + 10 * MINUTE, HOUR)).isFalse();
    assertThat(air.changes(3 * DAY + 10 * MINUTE, 20 * MINUTE)).isEqualTo(3 * DAY + 20 * MINUTE);
    assertThat(air.changes(3 * DAY + 20 * MINUTE, 20 * MINUTE))
        .isEqualTo(3 * DAY + 40 * MINUTE + 1);
    hear(3 * DAY + 11 * MINUTE, -5);
    assertThat(air.isLearnedDefrost(3 * DAY + 11 * MINUTE, HOUR)).isTrue();
    hear(3 * DAY + 12 * MINUTE, -4.9);
    assertThat(air.isLearnedDefrost(3 * DAY + 12 * MINUTE, HOUR)).isFalse();
  }

  @Test
  void no_defrost_is_learned_where_nothing_goes_on_or_at_another_hour() {
    learn();
    assertThat(air.isLearnedDefrost(3 * DAY, HOUR)).isFalse();

    air = air.after(3 * DAY + 12 * HOUR, -18, Door.UNKNOWN);
    hear(3 * DAY + 12 * HOUR + 10 * MINUTE, -8);
    assertThat(air.isLearnedDefrost(3 * DAY + 12 * HOUR + 10 * MINUTE, HOUR)).isFalse();
  }

  /** Three days of it with a defrost at each noon, and calm at the third midday of them. */
  private void learn() {
    Rhythm daily = Rhythm.UNKNOWN.with(-DAY).with(0).with(DAY).with(2 * DAY);
    air = new Air(-5, -18, 3 * DAY, 3 * DAY, Air.Excursion.NONE, Phase.FROZEN, daily);
  }

  private void hear(long at, double value) {
    air = air.after(at, value, Door.UNKNOWN);
  }
}
