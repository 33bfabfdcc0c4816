package wuchang.alerts.book;

import java.util.Locale;

/** Why the system took a step; the word stands in {@code AlertStep.why}. */
enum StepReason {
  BREACHED,
  FOUND_IN_HISTORY,
  FOUND_OVER,
  GOES_ON_NOW,
  GOT_WORSE,
  GOT_WORSE_AFTER_CLOSING,
  RECOVERED,
  LATE_DATA,
  LATE_DATA_SHOWS_IT_WENT_ON,
  LATE_DATA_SHOWS_IT_NEVER_WAS,
  LATE_DATA_SHOWS_IT_AFTER_ALL,
  NOT_ACKNOWLEDGED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
