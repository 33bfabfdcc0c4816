package wuchang.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.alerts.Canteen;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;

/**
 * A channel that asks for rest, that counts, and one that is gone; all wait ten minutes at most.
 */
class CourierRestTest {
  private static final Instant NOW = Canteen.time("10:00");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Courier courier = courier(Allowance.UNLIMITED);

  @ParameterizedTest
  @CsvSource({"600, true", "601, false"})
  void a_rest_within_ones_patience_is_waited_for_and_a_longer_one_is_an_end(
      long seconds, boolean waits) {
    courier.take(request("a", "opened"));
    List<NotificationStep> outcomes = busy(seconds);

    assertThat(outcomes).hasSize(waits ? 0 : 1);
    assertThat(courier.size()).isEqualTo(waits ? 1 : 0);
    assertThat(courier.due(NOW.plusSeconds(seconds - 1))).isEmpty();
    assertThat(courier.due(NOW.plusSeconds(seconds))).hasSize(waits ? 1 : 0);
  }

  @Test
  void what_waits_behind_a_rest_that_is_too_long_for_it_ends_too() {
    courier.take(request("a", "opened"));
    busy(601);
    courier.take(request("b", "opened"));
    courier.take(
        new NotificationStep(
            AlertId.of("c"), "opened", "c", Outcome.REQUESTED, "", NOW.plusSeconds(1)));

    List<NotificationStep> late = courier.late(NOW.plusSeconds(600));
    assertThat(late).extracting(step -> step.alert().value()).containsExactly("b");
    assertThat(late.get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(courier.size()).as("one whose patience lasts as long").isEqualTo(1);
    assertThat(courier.late(NOW.plusSeconds(601))).as("the rest is over").isEmpty();
  }

  @Test
  void what_was_sent_before_a_restart_counts_with_the_provider() {
    Courier limited = courier(new Allowance(1, 1, 0, false));
    limited.remember("c", NOW);
    limited.take(request("a", "opened"));

    assertThat(limited.due(NOW)).isEmpty();
    assertThat(limited.waiting(NOW)).isEqualTo(Map.of("c", Map.of(WaitReason.RATE_USED_UP, 1)));
    assertThat(limited.due(NOW.plusSeconds(61))).hasSize(1);
  }

  @Test
  void what_can_reach_nobody_is_dropped_with_the_reason() {
    courier.take(request("a", "opened"));
    Post post = courier.due(NOW).get(0);
    List<NotificationStep> dropped = courier.drop(post, "the channel is gone", NOW);

    assertThat(dropped).hasSize(1);
    assertThat(dropped.get(0).outcome()).isEqualTo(Outcome.DROPPED);
    assertThat(dropped.get(0).detail()).isEqualTo("the channel is gone");
    assertThat(courier.size()).isZero();
    assertThat(courier.waiting(NOW)).isEmpty();
    courier.take(request("b", "opened"));
    assertThat(courier.due(NOW)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "6, 1"})
  void more_than_five_that_wait_where_messages_are_counted_become_one(int waiting, int posts) {
    Courier limited = courier(new Allowance(20, 20, 0, false));
    for (int i = 0; i < waiting; i++) {
      limited.take(request("alert-" + i, "opened"));
    }
    List<Post> due = limited.due(NOW);

    assertThat(due).hasSize(Math.min(posts, Courier.IN_FLIGHT));
    assertThat(limited.size()).isEqualTo(waiting);
  }

  @Test
  void no_message_is_longer_than_what_somebody_reads() {
    Courier limited = courier(new Allowance(20, 20, 0, false));
    for (int i = 0; i < Route.MOST_IN_ONE + 1; i++) {
      limited.take(request("alert-" + i, "opened"));
    }

    assertThat(limited.due(NOW))
        .extracting(post -> post.requests().size())
        .containsExactly(Route.MOST_IN_ONE, 1);
  }

  @Test
  void more_than_may_be_under_way_says_that_the_channel_is_busy() {
    for (int i = 0; i <= Courier.IN_FLIGHT; i++) {
      courier.take(request("alert-" + i, "opened"));
    }
    courier.due(NOW);

    assertThat(courier.waiting(NOW))
        .isEqualTo(
            Map.of(
                "c", Map.of(WaitReason.UNDER_WAY, Courier.IN_FLIGHT, WaitReason.CHANNEL_BUSY, 1)));
  }

  private List<NotificationStep> busy(long seconds) {
    Post post = courier.due(NOW).get(0);
    return courier.done(post, new Receipt.Busy(Duration.ofSeconds(seconds), "too many"), NOW);
  }

  private static Courier courier(Allowance allowance) {
    return new Courier(
        BackOff.DEFAULT,
        request -> new Urgency(Severity.MAJOR, PATIENCE, Optional.empty()),
        channel -> allowance);
  }

  private static NotificationStep request(String alert, String step) {
    return new NotificationStep(AlertId.of(alert), step, "c", Outcome.REQUESTED, "x", NOW);
  }
}
