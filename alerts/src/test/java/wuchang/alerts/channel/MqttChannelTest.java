package wuchang.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.AreaId;
import wuchang.domain.Severity;
import wuchang.domain.SiteId;
import wuchang.domain.site.ChannelPlan;
import wuchang.embedded.broker.BrokerConfig;
import wuchang.embedded.broker.BrokerUser;
import wuchang.embedded.broker.EmbeddedBroker;

/** The state of areas on the real embedded broker, and a lamp that listens to it. */
class MqttChannelTest {
  private static final AreaId COLD = AreaId.of("cold-room");
  private static final AreaState ALARM = new AreaState(Optional.of(Severity.MAJOR), 1, 0);

  @TempDir private Path directory;

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @Test
  void a_lamp_that_comes_later_sees_how_each_area_stands() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config(0));
        Channels channels = channels(broker.port())) {
      channels.signals().forEach(signal -> signal.show(Map.of(COLD, ALARM)));
      assertThat(send(channels)).isEqualTo(new Receipt.Accepted("acknowledged by the broker"));

      Map<String, String> seen = lamp(broker.port());
      await().untilAsserted(() -> assertThat(seen).containsKey("canteen/alerts/cold-room"));
      assertThat(new ObjectMapper().readTree(seen.get("canteen/alerts/cold-room")))
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"area": "cold-room", "severity": "major", "open": 1, "acknowledged": 0}"""));
      channels.signals().forEach(signal -> signal.show(Map.of(COLD, AreaState.CALM)));
      await()
          .untilAsserted(() -> assertThat(seen.get("canteen/alerts/cold-room")).contains("none"));
    }
  }

  @Test
  void what_a_broker_missed_it_is_told_when_it_is_back() throws Exception {
    int port;
    try (EmbeddedBroker broker = EmbeddedBroker.start(config(0))) {
      port = broker.port();
    }
    try (Channels channels = channels(port)) {
      channels.signals().forEach(signal -> signal.show(Map.of(COLD, ALARM)));
      Receipt away = send(channels);
      assertThat(((Receipt.Failed) away).retryable()).isTrue();
      try (EmbeddedBroker broker = EmbeddedBroker.start(config(port))) {
        assertThat(send(channels)).isInstanceOf(Receipt.Accepted.class);
        await().untilAsserted(() -> assertThat(lamp(broker.port())).isNotNull());
      }
    }
  }

  @Test
  void nobody_but_the_server_may_light_a_lamp_or_listen_to_anything_else() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(config(0))) {
      MqttClient lamp = client(broker.port());
      assertThat(grants(lamp, "canteen/alerts/#")).isLessThan(0x80);
      assertThat(grants(lamp, "wuchang/east/#")).isGreaterThanOrEqualTo(0x80);
      lamp.publish("canteen/alerts/cold-room", "a lie".getBytes(StandardCharsets.UTF_8), 1, true);
      Map<String, String> seen = lamp(broker.port());
      try (Channels channels = channels(broker.port())) {
        channels.signals().forEach(signal -> signal.show(Map.of(AreaId.of("wash"), ALARM)));
        await().untilAsserted(() -> assertThat(seen).containsOnlyKeys("canteen/alerts/wash"));
      }
    }
  }

  private static int grants(MqttClient lamp, String filter) throws MqttException {
    return lamp.subscribe(new MqttSubscription[] {new MqttSubscription(filter, 1)})
        .getReasonCodes()[0];
  }

  private static Map<String, String> lamp(int port) throws MqttException {
    Map<String, String> seen = new ConcurrentHashMap<>();
    MqttClient lamp = client(port);
    IMqttMessageListener listener =
        (topic, message) ->
            seen.put(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
    lamp.subscribe(
        new MqttSubscription[] {new MqttSubscription("canteen/alerts/#", 1)},
        new IMqttMessageListener[] {listener});
    return seen;
  }

  private static MqttClient client(int port) throws MqttException {
    MqttClient lamp =
        new MqttClient(
            "tcp://127.0.0.1:" + port,
            "lamp-" + java.util.UUID.randomUUID().toString().substring(0, 8),
            new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName("lamp");
    options.setPassword("light".getBytes(StandardCharsets.UTF_8));
    options.setConnectionTimeout(10);
    lamp.connect(options);
    return lamp;
  }

  private BrokerConfig config(int port) {
    return BrokerConfig.loopback(
            port,
            directory,
            SiteId.of("east"),
            List.of(
                BrokerUser.server("wuchang-server", "secret"),
                new BrokerUser("lamp", "light", Set.of(), false)))
        .withShown(List.of("canteen/alerts"));
  }

  private static Channels channels(int port) {
    ChannelParts.Broker broker =
        new ChannelParts.Broker(
            "tcp://127.0.0.1:" + port,
            Optional.of("wuchang-server"),
            Optional.of("secret"),
            Optional.empty());
    ChannelPlan plan =
        new ChannelPlan(
            "group",
            "mqtt",
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            0,
            Map.of("topic", "canteen/alerts"));
    return Channels.of(
        List.of(plan), new ChannelParts(Examples.PARTS.clock(), Optional.of(broker)));
  }

  private static Receipt send(Channels channels) {
    return channels
        .channel("group")
        .orElseThrow()
        .send(Examples.opened())
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }
}
