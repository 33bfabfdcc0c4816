package wuchang.ingest.mqtt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.SiteId;
import wuchang.embedded.broker.BrokerConfig;
import wuchang.embedded.broker.BrokerUser;
import wuchang.embedded.broker.EmbeddedBroker;
import wuchang.embedded.broker.StandingSubscription;

/** Embedded brokers as the system configures them. */
public final class Brokers {
  public static final SiteId EAST = SiteId.of("east");
  public static final Subscriptions SUBSCRIPTIONS = Subscriptions.embedded(EAST);

  private Brokers() {}

  public static EmbeddedBroker start(int port, Path directory) throws IOException {
    return EmbeddedBroker.start(config(port, directory));
  }

  static BrokerConfig config(int port, Path directory) {
    List<BrokerUser> users =
        List.of(
            BrokerUser.server("server", "s3cret"),
            BrokerUser.publisher("site", "pub"),
            new BrokerUser("fridge-1", "cold", Set.of(DeviceId.of("fridge-1")), false));
    return BrokerConfig.loopback(port, directory, EAST, users)
        .withStanding(new StandingSubscription(SUBSCRIPTIONS.clientId(), SUBSCRIPTIONS.filters()));
  }

  public static BrokerAddress address(int port) {
    return BrokerAddress.of("tcp://server:s3cret@127.0.0.1:" + port);
  }
}
