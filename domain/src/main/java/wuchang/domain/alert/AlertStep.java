package wuchang.domain.alert;

import java.time.Instant;
import java.util.Locale;

/**
 * One step of an alert's life, with the alert as it stands after it. The journal keeps the steps of
 * every alert; the last one of each is the whole state.
 *
 * @param by a person or account id, or {@link #SYSTEM}
 * @param why the reason given by a person, or the decision's own reason
 */
public record AlertStep(Kind kind, Instant at, String by, String why, Alert alert) {
  /** Who acts when nobody does. */
  public static final String SYSTEM = "system";

  /** What happened to it. */
  public enum Kind {
    OPENED,
    /** It was found in history and is now known to go on: from here on people are told. */
    CONFIRMED,
    WORSENED,
    REVISED,
    RESOLVED,
    REOPENED,
    WITHDRAWN,
    SUPPRESSED,
    RELEASED,
    ACKNOWLEDGED,
    /** The owner has said anew until when it will be done. */
    PROMISED_ANEW,
    HAND_OVER_OFFERED,
    HAND_OVER_DECLINED,
    HANDED_OVER,
    /** More of its effects were seen: they are listed with it. */
    AFFECTED,
    COMMENTED,
    ESCALATED,
    OVERDUE,
    FALSE_ALARM,
    CLOSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
