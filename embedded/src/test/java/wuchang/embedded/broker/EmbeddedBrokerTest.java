package wuchang.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest extends BrokerCase {
  @Test
  void what_is_published_arrives_with_its_topic() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient server = server(broker);
        TestClient site = site(broker)) {
      assertThat(server.subscribe(TELEMETRY)).isEqualTo(1);

      assertThat(site.publish("wuchang/east/a4:c1.38/telemetry", "{\"temperature\":4}"))
          .isEqualTo(OK);

      TestClient.Got got = server.next();
      assertThat(got.topic()).isEqualTo("wuchang/east/a4:c1.38/telemetry");
      assertThat(got.text()).isEqualTo("{\"temperature\":4}");
      assertThat(got.message().getQos()).isEqualTo(1);
      assertThat(broker.trouble()).isEmpty();
    }
  }

  @Test
  void a_message_from_before_the_first_subscription_waits_for_the_server() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient site = site(broker)) {
      site.publish("wuchang/east/fridge-1/telemetry", "early");

      try (TestClient server = server(broker)) {
        server.subscribe(TELEMETRY);
        assertThat(server.next().text()).isEqualTo("early");
      }
    }
  }

  @Test
  void a_session_and_its_waiting_messages_survive_a_restart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config())) {
      try (TestClient server = server(broker)) {
        server.subscribe(TELEMETRY);
      }
      try (TestClient site = site(broker)) {
        for (int i = 0; i < 50; i++) {
          site.publish("wuchang/east/fridge-1/telemetry", "m" + i);
        }
      }
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient server = server(broker)) {
      List<String> got = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        got.add(server.next().text());
      }
      assertThat(got).isEqualTo(IntStream.range(0, 50).mapToObj(i -> "m" + i).toList());
    }
  }

  @Test
  void a_retained_state_reaches_a_later_subscriber_marked_as_such() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient fridge = fridge(broker)) {
      MqttMessage state = TestClient.message("{\"online\":true}");
      state.setRetained(true);
      fridge.publish("wuchang/east/fridge-1/telemetry", state);

      try (TestClient server = server(broker)) {
        server.subscribe(TELEMETRY);
        List<Boolean> retained =
            List.of(server.next().message().isRetained(), server.next().message().isRetained());
        assertThat(retained).containsExactlyInAnyOrder(false, true);
      }
    }
  }

  @Test
  void a_megabyte_goes_through_whole() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient server = server(broker);
        TestClient site = site(broker)) {
      server.subscribe(TELEMETRY);
      site.publish("wuchang/east/fridge-1/telemetry", "x".repeat(1 << 20));
      assertThat(server.next().message().getPayload()).hasSize(1 << 20);
    }
  }

  @Test
  void an_expiry_asked_for_by_the_publisher_loses_nothing() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient site = site(broker)) {
      MqttMessage fleeting = TestClient.message("fleeting");
      MqttProperties properties = new MqttProperties();
      properties.setMessageExpiryInterval(4_000_000L); // overflows an int of milliseconds
      fleeting.setProperties(properties);
      site.publish("wuchang/east/fridge-1/telemetry", fleeting);

      try (TestClient server = server(broker)) {
        server.subscribe(TELEMETRY);
        assertThat(server.next().text()).isEqualTo("fleeting");
      }
    }
  }

  @Test
  void more_than_fits_into_memory_waits_on_disk() throws Exception {
    BrokerConfig small =
        new BrokerConfig(
            "127.0.0.1", 0, dir, EAST, USERS, config().standing(), Optional.empty(), 1 << 20);
    int many = 3_000;
    try (EmbeddedBroker broker = EmbeddedBroker.start(small);
        TestClient site = site(broker)) {
      String kilobyte = "y".repeat(1000);
      List<IMqttToken> sent = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        sent.add(site.send("wuchang/east/fridge-1/telemetry", TestClient.message(i + kilobyte)));
      }
      for (IMqttToken token : sent) {
        token.waitForCompletion(20_000);
      }
      try (TestClient server = server(broker)) {
        server.subscribe(TELEMETRY);
        Set<String> got = new HashSet<>();
        for (int i = 0; i < many; i++) {
          got.add(server.next().text()); // where paging begins, neighbours may change places
        }
        assertThat(got).hasSize(many);
      }
    }
  }

  @Test
  void one_that_stopped_by_itself_is_started_again_with_what_it_had() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config())) {
      int port = broker.port();
      try (TestClient server = server(broker)) {
        server.subscribe(TELEMETRY);
      }
      try (TestClient site = site(broker)) {
        site.publish("wuchang/east/fridge-1/telemetry", "kept");
      }
      broker.stopByItself();
      assertThat(broker.trouble()).isPresent();

      broker.reviveIfStopped();

      assertThat(broker.trouble()).isEmpty();
      assertThat(broker.port()).isEqualTo(port);
      try (TestClient server = server(broker)) {
        assertThat(server.next().text()).isEqualTo("kept");
      }
    }
  }

  @Test
  void a_taken_port_is_named() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      BrokerConfig taken = BrokerConfig.loopback(other.getLocalPort(), dir, EAST, USERS);
      assertThatThrownBy(() -> EmbeddedBroker.start(taken))
          .isInstanceOf(BindException.class)
          .hasMessageContaining(String.valueOf(other.getLocalPort()));
    }
    EmbeddedBroker.start(config()).close(); // the directory was let go
  }

  @Test
  void a_directory_in_use_is_named() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config())) {
      assertThat(broker.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedBroker.start(config()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(dir.toString());
    }
  }
}
