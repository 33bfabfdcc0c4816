package wuchang.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.alerts.Canteen;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;

class CourierTest {
  private static final Instant NOW = Canteen.time("10:00");
  private static final Receipt SENT = new Receipt.Sent("ok");
  private static final Receipt AWAY = new Receipt.Failed(true, "HTTP 503");
  private static final Receipt REFUSED = new Receipt.Failed(false, "HTTP 404");

  private final Courier courier =
      new Courier(
          BackOff.DEFAULT,
          request -> new Urgency(Severity.MAJOR, BackOff.DEFAULT.giveUp(), Optional.empty()),
          channel -> Allowance.UNLIMITED);

  @Test
  void of_one_alert_one_goes_after_the_other() {
    courier.take(request("a", "opened"));
    courier.take(request("a", "resolved"));

    assertThat(courier.due(NOW)).containsExactly(post("a", "opened"));
    assertThat(courier.due(NOW)).isEmpty();
    courier.done(post("a", "opened"), SENT, NOW);
    assertThat(courier.due(NOW)).containsExactly(post("a", "resolved"));
  }

  @Test
  void only_so_many_are_under_way_on_a_channel() {
    for (int i = 0; i < 10; i++) {
      courier.take(request("alert-" + i, "opened"));
    }
    List<Post> first = courier.due(NOW);

    assertThat(first).hasSize(Courier.IN_FLIGHT);
    assertThat(courier.due(NOW)).isEmpty();
    courier.done(first.get(0), SENT, NOW);
    assertThat(courier.due(NOW)).containsExactly(post("alert-4", "opened"));
  }

  @Test
  void what_waits_says_why() {
    Courier limited =
        new Courier(
            BackOff.DEFAULT,
            request -> new Urgency(Severity.MAJOR, BackOff.DEFAULT.giveUp(), Optional.empty()),
            channel -> new Allowance(1, 2, 0, false));
    limited.take(request("a", "opened"));
    limited.take(request("a", "resolved"));
    limited.take(request("b", "opened"));
    assertThat(waiting(limited, NOW))
        .containsOnly(Map.entry(WaitReason.DUE, 2), Map.entry(WaitReason.BEHIND_ANOTHER, 1));

    limited.due(NOW);
    assertThat(waiting(limited, NOW))
        .containsEntry(WaitReason.UNDER_WAY, 1)
        .containsEntry(WaitReason.RATE_USED_UP, 1);

    limited.done(post("a", "opened"), AWAY, NOW);
    assertThat(waiting(limited, NOW.plusSeconds(1))).containsEntry(WaitReason.RATE_USED_UP, 2);
    limited.due(NOW.plusSeconds(61));
    limited.done(
        limited.due(NOW.plusSeconds(122)).get(0),
        new Receipt.Busy(Duration.ofMinutes(5), "too many"),
        NOW.plusSeconds(122));
    assertThat(waiting(limited, NOW.plusSeconds(123))).containsKey(WaitReason.CHANNEL_RESTS);
  }

  private static Map<WaitReason, Integer> waiting(Courier courier, Instant now) {
    return courier.waiting(now).values().iterator().next();
  }

  @Test
  void one_that_waits_to_be_tried_again_holds_up_no_other_alert() {
    courier.take(request("a", "opened"));
    courier.due(NOW);
    assertThat(courier.done(post("a", "opened"), AWAY, NOW)).isEmpty();
    courier.take(request("a", "resolved"));
    courier.take(request("b", "opened"));

    assertThat(courier.due(NOW)).containsExactly(post("b", "opened"));
    assertThat(courier.due(NOW.plusSeconds(2))).containsExactly(post("a", "opened"));
  }

  @Test
  void what_concerns_the_same_people_at_one_moment_goes_and_waits_together() {
    Company day = new Company(NOW, List.of(Canteen.ZHANG));
    Courier pairing =
        new Courier(
            BackOff.DEFAULT,
            request ->
                new Urgency(
                    request.alert().value().equals("c") ? Severity.CRITICAL : Severity.MAJOR,
                    BackOff.DEFAULT.giveUp(),
                    Optional.of(day).filter(company -> !request.step().equals("opened"))),
            channel -> Allowance.UNLIMITED);
    pairing.take(request("a", "opened"));
    pairing.take(request("b", "reminder:3"));
    pairing.take(request("c", "reminder:1"));

    Post both = new Post("c", List.of(request("b", "reminder:3"), request("c", "reminder:1")));
    assertThat(pairing.due(NOW)).containsExactly(both, post("a", "opened"));
    pairing.done(both, AWAY, NOW);
    List<Post> next = new ArrayList<>();
    for (Instant at = NOW; next.isEmpty(); at = at.plusMillis(1)) {
      next.addAll(pairing.due(at));
    }
    assertThat(next).containsExactly(both);
  }

  @Test
  void what_is_refused_is_not_tried_again() {
    courier.take(request("a", "opened"));
    courier.due(NOW);
    NotificationStep outcome = courier.done(post("a", "opened"), REFUSED, NOW).get(0);

    assertThat(outcome.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(outcome.detail()).isEqualTo("HTTP 404");
    assertThat(courier.size()).isZero();
  }

  @Test
  void tries_come_less_and_less_often_and_end_after_an_hour() {
    NotificationStep request = request("a", "opened");
    courier.take(request);
    List<Instant> tries = new ArrayList<>();
    List<NotificationStep> outcome = List.of();
    for (Instant at = NOW; outcome.isEmpty(); at = at.plusSeconds(1)) {
      if (!courier.due(at).isEmpty()) {
        tries.add(at);
        outcome = courier.done(post("a", "opened"), AWAY, at);
      }
    }

    assertThat(outcome.get(0).outcome()).isEqualTo(Outcome.FAILED);
    Duration lasted = Duration.between(NOW, tries.get(tries.size() - 1));
    assertThat(lasted).isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
    assertThat(tries).hasSizeBetween(15, 40);
    assertThat(Duration.between(tries.get(0), tries.get(1)))
        .isLessThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void one_that_is_older_than_an_hour_is_still_tried_once() {
    NotificationStep request = request("a", "opened");
    courier.take(request);
    Instant later = NOW.plus(Duration.ofHours(10));

    assertThat(courier.due(later)).containsExactly(post("a", "opened"));
    assertThat(courier.done(post("a", "opened"), AWAY, later)).hasSize(1);
  }

  @Test
  void different_alerts_do_not_come_back_at_the_same_moment() {
    List<Instant> next = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      next.add(
          BackOff.DEFAULT
              .next(request("alert-" + i, "opened"), 8, BackOff.DEFAULT.giveUp(), NOW)
              .orElseThrow());
    }

    assertThat(next.stream().distinct().count()).isGreaterThan(40);
    assertThat(next)
        .allMatch(at -> !at.isBefore(NOW.plusSeconds(128)) && !at.isAfter(NOW.plusSeconds(256)));
  }

  private static Post post(String alert, String step) {
    return new Post("c", List.of(request(alert, step)));
  }

  private static NotificationStep request(String alert, String step) {
    return new NotificationStep(AlertId.of(alert), step, "c", Outcome.REQUESTED, "x", NOW);
  }
}
