package wuchang.alerts.notify;

import java.util.Locale;

/** Why a message that is to be said has not been said yet. */
public enum WaitReason {
  /** It was handed over; the channel has not answered. */
  UNDER_WAY,
  /** An earlier message about the same alert goes first. */
  BEHIND_ANOTHER,
  /** The channel was away; there is a while between tries. */
  BETWEEN_TRIES,
  /** The channel asked to be left alone. */
  CHANNEL_RESTS,
  /** As many went within the minute or the second as may; what is critical has a reserve. */
  RATE_USED_UP,
  /** The provider is spared at full and half hours. */
  SPARED_HALF_HOUR,
  /** As many as may be under way at a time are. */
  CHANNEL_BUSY,
  /** It goes at the next look. */
  DUE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
