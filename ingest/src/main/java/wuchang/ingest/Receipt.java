package wuchang.ingest;

/**
 * How a message is answered, once. What is never answered is sent again by a broker, and fails for
 * whoever submitted it.
 */
public interface Receipt {
  /** The message is on disk; so many observations were made of it. */
  void accepted(int observations);

  /** It was not taken; it may be sent again. */
  default void abandoned(String why) {}

  /** Whether the sender will send it again anyhow, so that it need not be journalled now. */
  default boolean isSuperseded() {
    return false;
  }
}
