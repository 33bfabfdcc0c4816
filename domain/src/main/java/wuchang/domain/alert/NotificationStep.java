package wuchang.domain.alert;

import java.time.Instant;
import java.util.Locale;
import wuchang.domain.AlertId;

/**
 * What was said about an alert on a channel and what came of it. (alert, step, channel) names a
 * notification; a {@code REQUESTED} one without an outcome is sent again after a restart.
 *
 * @param step what it was about: {@code opened}, {@code worsened:critical}, {@code escalated:2},
 *     {@code repeat:3}, {@code resolved}
 * @param detail the policy's reason for a request, the channel's words for an outcome; never a
 *     secret
 */
public record NotificationStep(
    AlertId alert, String step, String channel, Outcome outcome, String detail, Instant at) {
  /** From the decision to the receipt. */
  public enum Outcome {
    REQUESTED,
    /** Given away on a channel that does not answer. */
    SENT,
    /** Whoever carries it on has answered that it was taken. */
    ACCEPTED,
    /** Somebody has opened its link; comes after it was accepted. */
    OPENED,
    FAILED,
    DROPPED;

    /** Whether people were told, as far as can be known. */
    public boolean isArrived() {
      return this == SENT || this == ACCEPTED || this == OPENED;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
