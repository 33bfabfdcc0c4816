package wuchang.alerts.notify;

import java.util.Locale;

/** Why nothing is said now. */
public enum HoldReason {
  /** It was found in history; whether it goes on is not known. */
  NOT_LIVE,
  /** It was over before anybody was told of it. */
  ALREADY_OVER,
  SUPPRESSED,
  /** What it may be an effect of could be seen any moment. */
  MAY_BE_AN_EFFECT,
  /** Somebody owns it, and its cause is spoken of instead. */
  CAUSE_IS_TOLD,
  /** It came back lately after it was right; its end is told when it has settled. */
  MAY_COME_BACK,
  SEVERITY_NOT_ON_CHANNEL,
  /** A notice stands on the page and in the day's list, unless a channel asks for notices. */
  NOTICE_IS_LISTED_ONLY,
  /** Somebody took it on before this channel was due to be told. */
  ALREADY_OWNED,
  /** The first level is told after a delay that has not passed. */
  NOT_DUE,
  /** The last message is still on its way; saying it again would only pile up. */
  STILL_SENDING,
  ALREADY_SAID;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
