package wuchang.alerts.notify;

import java.util.Locale;

/** Why something is said. The word stands in the request's detail. */
public enum NotificationReason {
  FIRST_NOTIFICATION,
  REOPENED,
  WORSENED,
  ESCALATED_LEVEL_2,
  ESCALATED_LEVEL_3,
  REPEAT,
  STILL_OPEN_REMINDER,
  RESOLVED,
  CLOSED,
  WITHDRAWN,
  /** Another channel could not deliver it. */
  FELL_BACK;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NotificationReason escalated(int level) {
    return level <= 2 ? ESCALATED_LEVEL_2 : ESCALATED_LEVEL_3;
  }
}
