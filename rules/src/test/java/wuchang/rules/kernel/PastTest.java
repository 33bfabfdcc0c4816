package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/** What is kept of a device's past, and from where it can be judged again. */
class PastTest {
  private static final DeviceId A = DeviceId.of("a");
  private static final DeviceId B = DeviceId.of("b");
  private static final int STRIDE = 32;

  private final Past past = new Past(stateAt(Phase.FROZEN), 100, Optional.empty());

  @Test
  void what_comes_late_is_put_in_its_place() {
    for (int second : new int[] {10, 30, 20, 5}) {
      assertThat(past.insert(sign(A, second))).isTrue();
    }

    assertThat(past.all()).containsExactly(sign(A, 5), sign(A, 10), sign(A, 20), sign(A, 30));
    assertThat(past.end()).isEqualTo(4);
    assertThat(past.from(2)).containsExactly(sign(A, 20), sign(A, 30));
  }

  @Test
  void the_same_metric_event_or_device_of_an_instant_comes_once() {
    assertThat(past.insert(sign(A, 10))).isTrue();
    assertThat(past.insert(Reading.of(A, Metric.TEMPERATURE, at(10), 99))).isFalse();
    assertThat(past.insert(Reading.of(A, Metric.DOOR_OPEN, at(10), 1))).isTrue();
    assertThat(past.insert(Reading.of(B, Metric.TEMPERATURE, at(10), 4))).isTrue();
    assertThat(past.insert(GateEvent.of(A, at(10), GateEvent.What.DENIED))).isTrue();
    assertThat(past.insert(GateEvent.of(A, at(10), GateEvent.What.DENIED))).isFalse();
    assertThat(past.insert(GateEvent.of(A, at(10), GateEvent.What.GRANTED))).isTrue();
    assertThat(past.insert(GateEvent.of(A, at(20), GateEvent.What.GRANTED))).isTrue();
    assertThat(past.insert(GateEvent.of(A, at(20), GateEvent.What.GRANTED))).isFalse();
    assertThat(past.end()).isEqualTo(6);
  }

  @Test
  void a_checkpoint_is_kept_every_so_many_instants() {
    pass(1, STRIDE - 1);
    assertThat(past.before(1_000_000).orElseThrow().taken()).isZero();

    pass(STRIDE, STRIDE);
    assertThat(past.before(STRIDE * 1000L).orElseThrow().taken())
        .as("one that stands at the instant has judged it already")
        .isZero();
    assertThat(past.before(STRIDE * 1000L + 1).orElseThrow().taken()).isEqualTo(STRIDE);

    pass(STRIDE + 1, 2 * STRIDE);
    assertThat(past.before(2 * STRIDE * 1000L + 1).orElseThrow().taken()).isEqualTo(2 * STRIDE);
  }

  @Test
  void judging_again_drops_the_checkpoints_after_the_one_it_starts_from() {
    pass(1, 2 * STRIDE + 10);
    Past.Checkpoint first = past.before(STRIDE * 1000L + 1).orElseThrow();
    past.rewind(first);

    assertThat(past.before(1_000_000)).contains(first);
    for (int i = 1; i < STRIDE; i++) {
      past.passed(stateAt(100_000 + i), STRIDE + i);
    }
    assertThat(past.before(1_000_000)).as("counted anew").contains(first);
    past.passed(stateAt(200_000), 2 * STRIDE);
    assertThat(past.before(1_000_000).orElseThrow().taken()).isEqualTo(2 * STRIDE);
  }

  @Test
  void nothing_is_forgotten_until_there_is_more_than_is_kept() {
    pass(1, 100);

    assertThat(past.trim()).isEmpty();
    assertThat(past.hasForgotten(0)).isFalse();
    assertThat(past.remembers()).isEqualTo(Phase.FROZEN);
  }

  @Test
  void of_too_many_the_oldest_quarter_goes_up_to_a_checkpoint() {
    pass(1, 140);

    assertThat(past.trim()).contains(2 * STRIDE * 1000L);
    assertThat(past.all().get(0)).isEqualTo(sign(A, 2 * STRIDE + 1));
    assertThat(past.end()).as("counted from the first ever").isEqualTo(140);
    assertThat(past.from(139)).containsExactly(sign(A, 140));
    assertThat(past.hasForgotten(2 * STRIDE * 1000L)).isTrue();
    assertThat(past.hasForgotten(2 * STRIDE * 1000L + 1)).isFalse();
    assertThat(past.before(2 * STRIDE * 1000L)).isEmpty();
    assertThat(past.trim()).as("few enough now").isEmpty();
  }

  @Test
  void without_checkpoints_to_start_from_nothing_goes() {
    Past small = new Past(stateAt(Phase.FROZEN), 10, Optional.empty());
    for (int i = 1; i <= STRIDE; i++) {
      small.insert(sign(A, i));
      small.passed(stateAt(i * 1000L), i);
    }

    assertThat(small.trim()).isEmpty();
    assertThat(small.all()).hasSize(STRIDE);
  }

  @Test
  void of_devices_heard_as_one_a_sign_between_two_that_are_close_goes() {
    Past thin = several();
    for (int second : new int[] {0, 100, 200, 300, 400}) {
      thin.insert(sign(second % 200 == 0 ? A : B, second));
      thin.thin();
    }

    assertThat(thin.all()).containsExactly(sign(A, 0), sign(B, 300), sign(A, 400));
    assertThat(thin.insert(sign(B, 150))).as("late and needless").isFalse();
    assertThat(thin.insert(sign(B, 350))).isFalse();
  }

  @Test
  void a_late_sign_makes_those_after_it_needless() {
    Past thin = several();
    for (int second : new int[] {0, 400, 600, 900}) {
      thin.insert(sign(A, second));
    }
    assertThat(thin.insert(sign(B, 350))).isTrue();

    assertThat(thin.all()).containsExactly(sign(A, 0), sign(B, 350), sign(A, 600), sign(A, 900));
  }

  @Test
  void that_one_was_offline_is_never_needless() {
    Past thin = several();
    Observation offline = Reading.of(A, Metric.ONLINE, at(10), 0);
    thin.insert(sign(A, 0));
    thin.insert(sign(A, 20));
    assertThat(thin.insert(offline)).isTrue();
    thin.insert(sign(B, 30));
    thin.thin();

    assertThat(thin.all()).contains(offline);
  }

  @Test
  void a_device_by_itself_keeps_every_sign() {
    pass(1, 10);
    past.thin();

    assertThat(past.all()).hasSize(10);
  }

  @Test
  void a_checkpoint_after_what_was_thinned_counts_one_less() {
    Past thin = several();
    thin.insert(sign(A, 0));
    thin.insert(sign(A, 100));
    thin.insert(sign(A, 200));
    for (int i = 0; i < STRIDE; i++) {
      thin.passed(stateAt(200_000), 3);
    }
    thin.thin();

    assertThat(thin.all()).containsExactly(sign(A, 0), sign(A, 200));
    assertThat(thin.before(200_001).orElseThrow().taken()).isEqualTo(2);
  }

  private void pass(int from, int to) {
    for (int i = from; i <= to; i++) {
      past.insert(sign(A, i));
      past.passed(stateAt(i * 1000L), i);
    }
  }

  private static Past several() {
    return new Past(
        stateAt(Phase.FROZEN), 100, Optional.of(new Ensemble(A, Set.of(A, B), 300_000)));
  }

  private static State stateAt(long at) {
    State state = new State(0, 0, Plausibility.of(1), Circumstances.unknown(0));
    state.at = at;
    return state;
  }

  private static Reading sign(DeviceId device, int second) {
    return Reading.of(device, Metric.TEMPERATURE, at(second), 4);
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
