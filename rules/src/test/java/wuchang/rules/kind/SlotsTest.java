package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wuchang.rules.kind.Slots.Slot;

/** Slots of ten milliseconds. */
class SlotsTest {
  @Test
  void what_stays_in_the_open_slot_closes_none() {
    Slots slots = Slots.of(10).add(2, 5, 3).add(5, 9, 4);

    assertThat(slots.closed()).isEmpty();
    assertThat(slots.begun()).isZero();
    assertThat(slots.amount()).isEqualTo(7);
    assertThat(slots.covered()).isEqualTo(7);
  }

  @Test
  void a_slot_is_closed_at_its_very_end() {
    Slots slots = Slots.of(10).add(2, 5, 3).add(5, 10, 5);

    assertThat(slots.closed()).containsExactly(new Slot(0, 10, 8, 8));
    assertThat(slots.begun()).isEqualTo(10);
    assertThat(slots.covered()).isZero();
    assertThat(slots.amount()).isZero();
  }

  @Test
  void what_came_in_a_stretch_is_spread_evenly_over_it() {
    Slots slots = Slots.of(10).add(0, 4, 1).add(5, 35, 60);

    assertThat(slots.closed())
        .containsExactly(
            new Slot(0, 10, 11, 9), new Slot(10, 20, 20, 10), new Slot(20, 30, 20, 10));
    assertThat(slots.amount()).isEqualTo(10);
    assertThat(slots.covered()).isEqualTo(5);
  }

  @Test
  void after_a_silence_the_open_slot_is_closed_as_it_was_and_none_is_made_up() {
    Slots slots = Slots.of(10).add(0, 4, 8).add(52, 58, 12);

    assertThat(slots.closed()).containsExactly(new Slot(0, 10, 8, 4));
    assertThat(slots.begun()).isEqualTo(50);
    assertThat(slots.amount()).isEqualTo(12);
    assertThat(slots.covered()).isEqualTo(6);
  }

  @Test
  void what_was_closed_is_handed_on_once() {
    Slots slots = Slots.of(10).add(0, 10, 8);

    assertThat(slots.still().closed()).isEmpty();
    assertThat(slots.add(10, 10, 5)).as("no time, no amount").isEqualTo(slots.still());
    Slots quiet = slots.still();
    assertThat(quiet.still()).isSameAs(quiet);
  }

  @Test
  void before_the_epoch_it_is_the_same() {
    assertThat(Slots.of(10).add(-15, -5, 10).closed()).containsExactly(new Slot(-20, -10, 5, 5));
  }

  @Test
  void a_slot_is_whole_when_all_of_it_is_known_and_nearly_so_at_nine_tenths() {
    assertThat(new Slot(10, 20, 5, 10).isWhole()).isTrue();
    assertThat(new Slot(10, 20, 5, 9).isWhole()).isFalse();
    assertThat(new Slot(10, 20, 5, 9).isNearlyWhole()).isTrue();
    assertThat(new Slot(10, 20, 5, 8).isNearlyWhole()).isFalse();
    assertThat(new Slot(10, 20, 4, 8).mean()).isEqualTo(0.5);
  }
}
