package wuchang.alerts.book;

import java.util.Locale;

/** Why the system took a step; the word stands in {@code AlertStep.why}. */
public enum StepReason {
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
  NOT_ACKNOWLEDGED,
  PROMISE_PASSED,
  /** It broke again soon after it was right. */
  FLAPPING,
  /** It broke again within the month in which a repair is to show its effect. */
  BACK_WITHIN_A_MONTH,
  /** It has been right for long and nobody has closed it. */
  NOBODY_CLOSED_IT,
  EFFECT_OF_A_CAUSE,
  COMES_BACK,
  /** What stood for it was closed by its owner, who had it in the list. */
  STAYS_WITH_ITS_OWNER,
  MORE_EFFECTS,
  FOOD_AFFECTED,
  FOOD_IN_DANGER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
