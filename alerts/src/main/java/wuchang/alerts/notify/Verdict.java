package wuchang.alerts.notify;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;

/** Whether a channel is told of an alert now, and why or why not. */
public sealed interface Verdict {
  String channel();

  /**
   * @param step what it is about; (alert, step, channel) is said once
   */
  record Notify(String channel, String step, NotificationReason reason) implements Verdict {}

  record Hold(String channel, HoldReason reason) implements Verdict {}

  /** What is to be journalled before it is sent; empty when nothing is said. */
  default Optional<NotificationStep> request(AlertId alert, Instant at) {
    return this instanceof Notify say
        ? Optional.of(
            new NotificationStep(
                alert, say.step(), say.channel(), Outcome.REQUESTED, say.reason().word(), at))
        : Optional.empty();
  }
}
