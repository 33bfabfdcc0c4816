package wuchang.embedded.broker;

import java.util.List;

/**
 * A client for which messages are kept from the broker's first moment, even before that client has
 * ever connected: what the broker acknowledges must have somebody to go to.
 */
public record StandingSubscription(String clientId, List<String> filters) {
  public StandingSubscription {
    filters = List.copyOf(filters);
  }
}
