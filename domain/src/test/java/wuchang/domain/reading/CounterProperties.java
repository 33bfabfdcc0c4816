package wuchang.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import wuchang.domain.reading.Counter.Kind;
import wuchang.domain.reading.Counter.Step;

class CounterProperties {
  private static final double NO_BOUND = Double.POSITIVE_INFINITY;
  private static final OptionalDouble NO_MODULUS = OptionalDouble.empty();

  /** Steps below a tenth of the modulus are counted truly, however often it turns over. */
  @Property(tries = 300)
  void turning_over_loses_nothing(
      @ForAll @IntRange(min = 1_000, max = 1_000_000) int modulus,
      @ForAll @DoubleRange(min = 0, max = 1) double start,
      @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 0.09) Double> steps) {
    double truth = start * (modulus - 1);
    Counter counter = Counter.NEW.next(truth, OptionalDouble.of(modulus), NO_BOUND).counter();
    double begin = truth;
    double moved = 0;
    for (double step : steps) {
      truth += step * modulus;
      Step next = counter.next(truth % modulus, OptionalDouble.of(modulus), NO_BOUND);
      assertThat(next.kind()).isIn(Kind.FORWARD, Kind.ROLLOVER);
      moved += next.moved();
      counter = next.counter();
    }
    assertThat(moved).isCloseTo(truth - begin, within(1e-6 * modulus));
  }

  /** A meter that shows 0 for a moment has only moved by what it moved. */
  @Property(tries = 300)
  void zero_and_back_is_the_true_difference(
      @ForAll @DoubleRange(min = 10, max = 1e6) double before,
      @ForAll @DoubleRange(min = 0, max = 100) double more,
      @ForAll @IntRange(min = 1, max = 5) int zeros) {
    Counter counter = Counter.NEW.next(before, NO_MODULUS, NO_BOUND).counter();
    double moved = 0;
    for (int i = 0; i < zeros; i++) {
      Step gone = counter.next(0, NO_MODULUS, NO_BOUND);
      moved += gone.moved();
      counter = gone.counter();
    }
    Step back = counter.next(before + more, NO_MODULUS, NO_BOUND);
    assertThat(back.kind()).isEqualTo(Kind.RETURN);
    assertThat(moved + back.moved()).isCloseTo(more, within(1e-6));
  }

  @Property(tries = 300)
  void a_reset_for_good_counts_from_nothing(
      @ForAll @DoubleRange(min = 100, max = 1e6) double before,
      @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 0.04) Double> steps) {
    Counter counter = Counter.NEW.next(before, NO_MODULUS, NO_BOUND).counter();
    double shown = 0;
    double moved = 0;
    for (double step : steps) {
      shown += step * before;
      Step next = counter.next(shown, NO_MODULUS, NO_BOUND);
      assertThat(next.kind()).isIn(Kind.RESET, Kind.FORWARD);
      moved += next.moved();
      counter = next.counter();
    }
    assertThat(moved).isCloseTo(shown, within(1e-6 * before));
  }

  /** Whatever comes: never back, never more than can be, never anything but a number. */
  @Property(tries = 500)
  void is_never_fooled(
      @ForAll @Size(max = 40) List<Double> shown,
      @ForAll @DoubleRange(min = 0, max = 1e9) double most) {
    Counter counter = Counter.NEW;
    for (double each : shown) {
      Step step = counter.next(each, OptionalDouble.of(1e6), most);
      assertThat(step.moved()).isBetween(0.0, most);
      if (step.kind().isOdd()) {
        assertThat(step.counter()).isSameAs(counter);
      }
      counter = step.counter();
      counter.last().ifPresent(last -> assertThat(last).isFinite());
    }
  }
}
