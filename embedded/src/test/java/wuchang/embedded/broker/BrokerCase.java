package wuchang.embedded.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.DeviceId;
import wuchang.domain.SiteId;

/** A broker of the site east, with a server, a publisher and a fridge that may sign in. */
abstract class BrokerCase {
  static final SiteId EAST = SiteId.of("east");
  static final String TELEMETRY = "wuchang/east/+/telemetry";
  static final int OK = 0;
  static final int NOT_AUTHORIZED = 0x87;
  static final List<BrokerUser> USERS =
      List.of(
          BrokerUser.server("server", "s3cret"),
          BrokerUser.publisher("site", "pub"),
          new BrokerUser("fridge-1", "cold", Set.of(DeviceId.of("fridge-1")), false));

  @TempDir Path dir;

  BrokerConfig config() {
    return BrokerConfig.loopback(0, dir, EAST, USERS)
        .withStanding(new StandingSubscription("wuchang-server-east", List.of(TELEMETRY)));
  }

  static String url(EmbeddedBroker broker) {
    return "tcp://127.0.0.1:" + broker.port();
  }

  static TestClient server(EmbeddedBroker broker) throws MqttException {
    return TestClient.connect(url(broker), "wuchang-server-east", "server", "s3cret");
  }

  static TestClient site(EmbeddedBroker broker) throws MqttException {
    return TestClient.connect(url(broker), "publisher", "site", "pub");
  }

  static TestClient fridge(EmbeddedBroker broker) throws MqttException {
    return TestClient.connect(url(broker), "fridge", "fridge-1", "cold");
  }
}
