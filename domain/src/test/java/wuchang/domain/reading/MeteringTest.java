package wuchang.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Counter.Kind;
import wuchang.domain.reading.Metering.Advance;

class MeteringTest {
  private static final long MINUTE = 60_000;
  private static final Nameplate PLATE = new Nameplate(OptionalDouble.of(99_999.999), 6, 0.01);

  private final List<Advance> steps = new ArrayList<>();

  private double moved(double... shown) {
    Metering meter = Metering.NEW;
    for (int i = 0; i < shown.length; i++) {
      Advance step = meter.next(i * MINUTE, shown[i], PLATE);
      steps.add(step);
      meter = step.meter();
    }
    return steps.stream().mapToDouble(Advance::moved).sum();
  }

  private List<Kind> kinds() {
    return steps.stream().map(Advance::kind).toList();
  }

  @Test
  void a_reading_that_cannot_be_is_passed_over_and_what_passed_meanwhile_is_counted() {
    assertThat(moved(100, 100.05, 900, 100.15)).isCloseTo(0.15, within(1e-9));
    assertThat(steps.get(3).from()).isEqualTo(MINUTE);
    assertThat(steps.get(2).isIncomplete()).isTrue();
  }

  @Test
  void what_can_pass_in_a_minute_is_believed_and_a_little_more_is_not() {
    assertThat(moved(100, 100.11)).isCloseTo(0.11, within(1e-9));
    assertThat(moved(100, 100.12)).isCloseTo(0.11, within(1e-9));
    assertThat(kinds()).endsWith(Kind.IMPOSSIBLE);
  }

  @Test
  void three_readings_that_agree_are_another_meter() {
    assertThat(moved(5000, 700, 700.02, 700.03, 700.05)).isCloseTo(0.02, within(1e-9));
    assertThat(kinds())
        .containsExactly(Kind.FIRST, Kind.REVERSE, Kind.REVERSE, Kind.FIRST, Kind.FORWARD);
    assertThat(steps.get(3).isIncomplete()).isTrue();
  }

  @Test
  void three_that_do_not_agree_are_a_bad_line() {
    assertThat(moved(5000, 700, 300, 900, 5000.02)).isCloseTo(0.02, within(1e-9));
    assertThat(kinds()).endsWith(Kind.FORWARD);
  }

  @Test
  void water_that_flows_back_is_not_another_meter() {
    assertThat(moved(100, 99.98, 99.96, 99.94, 99.92, 100.02)).isCloseTo(0.02, within(1e-9));
    assertThat(kinds().subList(1, 5)).containsOnly(Kind.REVERSE);
  }

  @Test
  void turning_over_is_known_and_beginning_again_is_not() {
    moved(99_999.99, 0.01, 0.02);
    assertThat(steps.get(1).isKnown()).isTrue();

    steps.clear();
    moved(5_000, 0.02, 0.03);
    assertThat(kinds()).containsExactly(Kind.FIRST, Kind.RESET, Kind.FORWARD);
    assertThat(steps.get(1).isKnown()).isFalse();
    assertThat(steps.get(1).isIncomplete()).isTrue();
  }
}
