package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;

/**
 * A gateway and two devices behind it; signs no more than 300 s apart make one between needless.
 */
class EnsembleTest {
  private static final DeviceId GATEWAY = DeviceId.of("gw");
  private static final DeviceId A = DeviceId.of("a");
  private static final DeviceId B = DeviceId.of("b");

  private final Ensemble ensemble = new Ensemble(GATEWAY, Set.of(GATEWAY, A, B), 300_000);

  @Test
  void every_sign_of_life_counts_and_a_retained_one_is_none() {
    assertThat(ensemble.hears(sign(A, 0))).isTrue();
    assertThat(ensemble.hears(GateEvent.of(A, at(0), GateEvent.What.GRANTED))).isTrue();
    assertThat(
            ensemble.hears(
                new Reading(
                    A, Metric.TEMPERATURE, at(0), 4, Flaw.RETAINED, Provenance.LIVE, at(0))))
        .isFalse();
  }

  @Test
  void only_the_gateway_says_that_all_are_offline() {
    assertThat(ensemble.hears(online(GATEWAY, 0, 0))).isTrue();
    assertThat(ensemble.hears(online(A, 0, 0))).isFalse();
    assertThat(ensemble.hears(online(A, 0, 1))).isTrue();
  }

  @Test
  void a_sign_between_two_that_are_close_is_needless() {
    assertThat(ensemble.isNeedless(sign(A, 0), sign(B, 300))).isTrue();
    assertThat(ensemble.isNeedless(sign(A, 0), sign(B, 301))).isFalse();
    assertThat(ensemble.isNeedless(online(GATEWAY, 0, 0), sign(B, 1))).isFalse();
    assertThat(ensemble.isNeedless(sign(A, 0), online(GATEWAY, 1, 0))).isFalse();
  }

  @Test
  void a_batch_is_thinned_in_order_of_time_and_keeps_what_was_said_offline() {
    Observation first = sign(A, 0);
    Observation offline = online(GATEWAY, 200, 0);
    Observation last = sign(B, 250);

    assertThat(ensemble.thinned(List.of(last, sign(B, 100), sign(A, 50), offline, first)))
        .containsExactly(first, sign(B, 100), offline, last);
    assertThat(ensemble.thinned(List.of(sign(A, 300), sign(B, 100), sign(A, 200), sign(B, 0))))
        .containsExactly(sign(B, 0), sign(A, 300));
  }

  @Test
  void two_are_never_thinned_and_what_is_not_heard_is_dropped() {
    assertThat(ensemble.thinned(List.of(sign(B, 1), sign(A, 0))))
        .containsExactlyInAnyOrder(sign(A, 0), sign(B, 1));
    assertThat(ensemble.thinned(List.of(sign(A, 0), online(A, 1, 0)))).containsExactly(sign(A, 0));
  }

  private static Reading sign(DeviceId device, int second) {
    return Reading.of(device, Metric.TEMPERATURE, at(second), 4);
  }

  private static Reading online(DeviceId device, int second, double value) {
    return Reading.of(device, Metric.ONLINE, at(second), value);
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
