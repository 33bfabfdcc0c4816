package wuchang.alerts.notify;

import java.util.Locale;

/** Why something is said. The word stands in the request's detail. */
public enum NotificationReason {
  FIRST_NOTIFICATION,
  REOPENED,
  /** A cause or a silence that hid it is over and it still goes on. */
  RELEASED,
  WORSENED,
  ESCALATED_LEVEL_2,
  ESCALATED_LEVEL_3,
  PROMISE_PASSED,
  HAND_OVER_OFFERED,
  HAND_OVER_DECLINED,
  /** Its effects reached food that must be moved. */
  FOOD_AFFECTED,
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
