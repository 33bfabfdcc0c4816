package wuchang.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.embedded.broker.EmbeddedBroker;
import wuchang.ingest.Arrival;
import wuchang.ingest.Inbox;

/** Through a real broker: the topics of foreign formats, which may change while it runs. */
class MqttForeignTopicsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> FILTERS =
      List.of(
          "application/+/device/+/event/+",
          "v3/+/devices/+/up",
          "zigbee2mqtt/#",
          "tele/#",
          "+/events/rpc",
          "+/status/+",
          "/neuron/#",
          "homeassistant/#",
          "spBv1.0/#",
          "dlt645/#");
  private static final List<String> TOPICS =
      List.of(
          "application/1/device/0101/event/up",
          "v3/app@tenant/devices/d/up",
          "zigbee2mqtt/room/with slash",
          "tele/plug/SENSOR",
          "shellyplus1pm-aabbcc/events/rpc",
          "shellyplus1pm-aabbcc/status/switch:0",
          "/neuron/app",
          "homeassistant/sensor/x/config",
          "spBv1.0/line.1/DDATA/plc/cold",
          "dlt645/rs485");

  private final Inbox inbox = new Inbox();
  private final List<String> seen = new ArrayList<>();

  private List<String> seen() throws InterruptedException {
    for (Arrival each : inbox.take(1_000, 1 << 20, Duration.ofMillis(50))) {
      seen.add(each.incoming().topic());
      each.receipt().accepted(1);
    }
    return seen;
  }

  @Test
  void follows_the_topics_that_the_site_needs(@TempDir Path folder) throws Exception {
    AtomicReference<List<String>> wanted = new AtomicReference<>(FILTERS);
    try (EmbeddedBroker broker = Brokers.start(0, folder);
        MqttSource source =
            new MqttSource(
                Brokers.address(broker.port()),
                Brokers.SUBSCRIPTIONS,
                inbox,
                InstantSource.fixed(Instant.EPOCH),
                () -> {},
                Duration.ofMillis(200),
                wanted::get);
        Publisher site = new Publisher(broker.port(), "site", "pub")) {
      source.start();
      await().atMost(PATIENCE).until(() -> source.trouble().isEmpty());
      for (String topic : TOPICS) {
        site.publish(topic, "{}");
      }
      await().atMost(PATIENCE).until(() -> seen().size() >= TOPICS.size());
      // Of a connection that was given up in between, some may have come again.
      assertThat(Set.copyOf(seen)).isEqualTo(Set.copyOf(TOPICS));

      seen.clear();
      wanted.set(List.of("shop/+/temperature"));
      await().atMost(PATIENCE).until(() -> isFollowed(site, "shop/1/temperature", TOPICS.get(3)));
      source.publish("shop/2/temperature", "5".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> seen().contains("shop/2/temperature"));
    }
  }

  /** Whether of two messages only the second comes: what is left is left after what is new came. */
  private boolean isFollowed(Publisher site, String fresh, String left) throws Exception {
    seen.clear();
    site.publish(left, "{}");
    site.publish(fresh, "4");
    return seen().contains(fresh) && !seen().contains(left);
  }
}
