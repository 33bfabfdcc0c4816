package wuchang.alerts.channel;

/** What came of sending once. The words are for the log of notifications; never a secret. */
public sealed interface Receipt {
  String words();

  record Sent(String words) implements Receipt {}

  /**
   * @param retryable whether sending the same again later can succeed
   */
  record Failed(boolean retryable, String words) implements Receipt {}
}
