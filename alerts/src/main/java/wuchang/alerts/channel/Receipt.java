package wuchang.alerts.channel;

import java.time.Duration;

/** What came of sending once. The words are for the log of notifications; never a secret. */
public sealed interface Receipt {
  String words();

  /** It was given away; nobody answers. */
  record Sent(String words) implements Receipt {}

  /** Whoever carries it on has answered that it was taken. */
  record Accepted(String words) implements Receipt {}

  /**
   * @param retryable whether sending the same again later can succeed
   */
  record Failed(boolean retryable, String words) implements Receipt {}

  /**
   * The channel takes nothing for a while, whatever is sent: it is left alone so long.
   *
   * @param rest how long
   */
  record Busy(Duration rest, String words) implements Receipt {}
}
