package wuchang.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may sign in, say what, and listen to what. */
class BrokerRightsTest extends BrokerCase {
  @Test
  void strangers_and_wrong_passwords_are_refused() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config())) {
      assertThatThrownBy(() -> TestClient.connect(url(broker), "c", "site", "wrong"))
          .isInstanceOf(MqttException.class);
      assertThatThrownBy(() -> TestClient.connect(url(broker), "c", "nobody", "pub"))
          .isInstanceOf(MqttException.class);
      assertThatThrownBy(
              () ->
                  TestClient.connect(
                      url(broker), "c", "x", "x", options -> options.setUserName(null)))
          .isInstanceOf(MqttException.class);
    }
  }

  @Test
  void a_device_speaks_for_itself_alone() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient fridge = fridge(broker)) {
      assertThat(fridge.publish("wuchang/east/fridge-1/telemetry", "1")).isEqualTo(OK);
      assertThat(fridge.publish("wuchang/east/fridge-1/event", "1")).isEqualTo(OK);
      assertThat(fridge.publish("wuchang/east/fridge-2/telemetry", "1")).isEqualTo(NOT_AUTHORIZED);
      assertThat(fridge.publish("wuchang/west/fridge-1/telemetry", "1")).isEqualTo(NOT_AUTHORIZED);
      assertThat(fridge.publish("v1/gateway/telemetry", "{}")).isEqualTo(NOT_AUTHORIZED);
      assertThat(fridge.publish("activemq.management", "{}")).isEqualTo(NOT_AUTHORIZED);
      assertThat(fridge.publish("$sys.mqtt.sessions", "{}")).isEqualTo(NOT_AUTHORIZED);
    }
  }

  @Test
  void only_the_server_listens() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient fridge = fridge(broker);
        TestClient site = site(broker)) {
      assertThat(subscribing(fridge, "wuchang/east/fridge-1/telemetry")).isGreaterThan(2);
      assertThat(subscribing(site, "#")).isGreaterThan(2);
    }
  }

  private static int subscribing(TestClient client, String filter) {
    try {
      return client.subscribe(filter);
    } catch (MqttException e) {
      return e.getReasonCode();
    }
  }

  @Test
  void nobody_takes_the_servers_session() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient server = server(broker)) {
      assertThatThrownBy(
              () -> TestClient.connect(url(broker), "wuchang-server-east", "site", "pub"))
          .isInstanceOf(MqttException.class);
      assertThat(server.isConnected()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1/devices/me/telemetry", "v2/t"})
  void the_user_of_a_nameless_topic_is_told_and_cannot_be_forged(String topic) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config());
        TestClient server = server(broker);
        TestClient fridge = fridge(broker)) {
      server.subscribe(topic);
      MqttMessage forged = TestClient.message("{\"temperature\":4}");
      MqttProperties properties = new MqttProperties();
      properties.setUserProperties(
          List.of(
              new UserProperty("trace", "7"),
              new UserProperty(EmbeddedBroker.SENDER_PROPERTY, "fridge-2")));
      forged.setProperties(properties);

      assertThat(fridge.publish(topic, forged)).isEqualTo(OK);

      List<UserProperty> told = server.next().message().getProperties().getUserProperties();
      assertThat(told).hasSize(1);
      assertThat(told.get(0).getKey()).isEqualTo(EmbeddedBroker.SENDER_PROPERTY);
      assertThat(told.get(0).getValue()).isEqualTo("fridge-1");
    }
  }
}
