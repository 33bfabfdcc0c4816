package wuchang.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Counter.Kind;
import wuchang.domain.reading.Counter.Step;

class CounterTest {
  private static final OptionalDouble FIVE_DIGITS = OptionalDouble.of(99_999.999);
  private static final double NO_BOUND = Double.POSITIVE_INFINITY;

  private final List<Kind> kinds = new ArrayList<>();

  private double moved(OptionalDouble modulus, double most, double... shown) {
    Counter counter = Counter.NEW;
    double moved = 0;
    for (double each : shown) {
      Step step = counter.next(each, modulus, most);
      kinds.add(step.kind());
      moved += step.moved();
      counter = step.counter();
    }
    return moved;
  }

  @Test
  void counts_on() {
    assertThat(moved(FIVE_DIGITS, NO_BOUND, 100, 100, 103.5)).isEqualTo(3.5);
    assertThat(kinds).containsExactly(Kind.FIRST, Kind.FORWARD, Kind.FORWARD);
  }

  @Test
  void passes_its_modulus() {
    assertThat(moved(FIVE_DIGITS, NO_BOUND, 99_999, 1)).isCloseTo(1.999, within(1e-9));
    assertThat(kinds).endsWith(Kind.ROLLOVER);
  }

  @Test
  void begins_again() {
    assertThat(moved(FIVE_DIGITS, NO_BOUND, 5_000, 2, 5)).isEqualTo(5);
    assertThat(kinds).containsExactly(Kind.FIRST, Kind.RESET, Kind.FORWARD);
  }

  /** A reported case: 15.5 MWh were booked in one cycle after the meter showed 0 for a moment. */
  @Test
  void shows_nothing_for_a_moment() {
    assertThat(moved(OptionalDouble.empty(), NO_BOUND, 15_500, 0, 15_500.4, 15_501))
        .isCloseTo(1, within(1e-9));
    assertThat(kinds).containsExactly(Kind.FIRST, Kind.RESET, Kind.RETURN, Kind.FORWARD);
  }

  @Test
  void what_was_counted_before_the_return_is_not_counted_twice() {
    assertThat(moved(OptionalDouble.empty(), NO_BOUND, 1_000, 0, 0.5, 1_002))
        .isCloseTo(2, within(1e-9));
  }

  @Test
  void reaches_its_old_value_step_by_step_without_being_taken_for_a_return() {
    assertThat(moved(OptionalDouble.empty(), NO_BOUND, 100, 0, 30, 60, 90, 120, 150))
        .isEqualTo(150);
    assertThat(kinds).doesNotContain(Kind.RETURN);
  }

  @Test
  void goes_back_and_counts_only_what_is_new() {
    assertThat(moved(FIVE_DIGITS, NO_BOUND, 1_000, 990, 1_001)).isEqualTo(1);
    assertThat(kinds).containsExactly(Kind.FIRST, Kind.REVERSE, Kind.FORWARD);
    assertThat(Kind.REVERSE.isOdd()).isTrue();
  }

  @Test
  void cannot_move_further_than_is_possible() {
    assertThat(moved(FIVE_DIGITS, 6, 1_000, 1_500, 1_003)).isEqualTo(3);
    assertThat(kinds).containsExactly(Kind.FIRST, Kind.IMPOSSIBLE, Kind.FORWARD);
  }

  @Test
  void what_is_no_number_changes_nothing() {
    assertThat(moved(FIVE_DIGITS, 6, 1_000, Double.NaN, -1, 1_001)).isEqualTo(1);
    assertThat(kinds).containsExactly(Kind.FIRST, Kind.UNREADABLE, Kind.UNREADABLE, Kind.FORWARD);
  }
}
