package wuchang.simulators.mqtt;

/**
 * The broker cannot be reached, or does not let us in, or does not take a message from us: trying
 * the same again would not help.
 */
public final class BrokerRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokerRefused(String message) {
    super(message);
  }

  BrokerRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
