package wuchang.simulators.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.SiteId;
import wuchang.embedded.broker.BrokerConfig;
import wuchang.embedded.broker.BrokerUser;
import wuchang.embedded.broker.EmbeddedBroker;

/** Against the broker that the demo runs on. */
@Timeout(120)
class PublisherOnEmbeddedBrokerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MESSAGES = 3_000;

  @TempDir Path dir;

  @Test
  void every_message_is_acknowledged_though_the_broker_restarts_meanwhile() throws Exception {
    Path file = dir.resolve("acked");
    EmbeddedBroker first = start(0);
    int port = first.port();
    try (AckedFile acked = AckedFile.append(file);
        Publisher publisher = Publisher.connect(address(port, "pub"), acked, PATIENCE)) {
      PublisherTest.publish(publisher, 1, MESSAGES / 2);
      first.close();
      try (EmbeddedBroker second = start(port)) {
        PublisherTest.publish(publisher, MESSAGES / 2 + 1, MESSAGES);

        assertThat(publisher.drain(PATIENCE)).isTrue();
        assertThat(second.port()).isEqualTo(port);
        assertThat(PublisherTest.serials(file)).isEqualTo(PublisherTest.upTo(MESSAGES));
      }
    }
  }

  @Test
  void strangers_are_turned_away_and_foreign_topics_refused() throws Exception {
    try (EmbeddedBroker broker = start(0)) {
      assertThatThrownBy(
              () -> Publisher.connect(address(broker.port(), "guess"), serials -> {}, PATIENCE))
          .isInstanceOf(BrokerRefused.class);
      try (Publisher publisher =
          Publisher.connect(address(broker.port(), "pub"), serials -> {}, PATIENCE)) {
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
        publisher.publish(1, "wuchang/west/fridge-1/telemetry", payload);

        assertThatThrownBy(() -> publisher.drain(PATIENCE))
            .isInstanceOf(BrokerRefused.class)
            .hasMessageContaining("wuchang/west/fridge-1/telemetry");
      }
    }
  }

  private EmbeddedBroker start(int port) throws Exception {
    List<BrokerUser> users = List.of(BrokerUser.publisher("site", "pub"));
    return EmbeddedBroker.start(
        BrokerConfig.loopback(port, dir.resolve("broker"), SiteId.of("east"), users));
  }

  private static Broker address(int port, String password) {
    return Broker.parse("tcp://127.0.0.1:" + port).withUsername("site").withPassword(password);
  }
}
