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
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.embedded.broker.EmbeddedBroker;
import wuchang.ingest.Arrival;
import wuchang.ingest.Inbox;
import wuchang.ingest.Incoming;

class MqttSourceTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String FRIDGE = "wuchang/east/fridge-1/telemetry";

  @TempDir Path dir;
  private final Inbox inbox = new Inbox();
  private final AtomicInteger dropped = new AtomicInteger();
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(resource);
    return resource;
  }

  private EmbeddedBroker broker(int port, String directory) throws Exception {
    return opened(Brokers.start(port, dir.resolve(directory)));
  }

  private Publisher site(EmbeddedBroker broker) throws Exception {
    return opened(new Publisher(broker.port(), "site", "pub"));
  }

  private MqttSource source(BrokerAddress address) {
    MqttSource source =
        opened(
            new MqttSource(
                address,
                Brokers.SUBSCRIPTIONS,
                inbox,
                InstantSource.fixed(NOW),
                dropped::incrementAndGet));
    source.start();
    return source;
  }

  private MqttSource connected(EmbeddedBroker broker) {
    MqttSource source = source(Brokers.address(broker.port()));
    await().until(() -> source.trouble().isEmpty());
    return source;
  }

  private Arrival next() throws InterruptedException {
    List<Arrival> got = inbox.take(1, 1, Duration.ofSeconds(60));
    assertThat(got).as("what arrived").hasSize(1);
    return got.get(0);
  }

  private static String text(Arrival arrival) {
    return new String(arrival.incoming().payload(), UTF_8);
  }

  @Test
  void hands_over_what_comes_with_its_time_of_arrival() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    connected(broker);
    site(broker).publish(FRIDGE, "{}");

    Arrival arrival = next();

    assertThat(arrival.incoming().topic()).isEqualTo(FRIDGE);
    assertThat(arrival.incoming().arrived()).isEqualTo(NOW);
    assertThat(arrival.incoming().retained()).isFalse();
    assertThat(text(arrival)).isEqualTo("{}");
  }

  @Test
  void hears_what_was_published_before_it_first_came() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    site(broker).publish(FRIDGE, "early");
    connected(broker);
    assertThat(text(next())).isEqualTo("early");
  }

  @Test
  void what_was_not_acknowledged_comes_again_and_what_was_does_not() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    MqttSource first = connected(broker);
    Publisher site = site(broker);
    site.publish(FRIDGE, "kept");
    next().receipt().accepted(1);
    site.publish(FRIDGE, "not kept");
    next(); // and no answer
    first.close();

    connected(broker);

    assertThat(text(next())).isEqualTo("not kept");
  }

  @Test
  void goes_on_when_the_broker_comes_back() throws Exception {
    EmbeddedBroker before = broker(0, "a");
    MqttSource source = connected(before);
    before.close();
    await().until(() -> source.trouble().isPresent());

    EmbeddedBroker after = broker(before.port(), "a");
    site(after).publish(FRIDGE, "after");

    assertThat(text(next())).isEqualTo("after");
    await().until(() -> source.trouble().isEmpty());
  }

  @Test
  void what_waited_unacknowledged_when_the_broker_went_comes_once() throws Exception {
    EmbeddedBroker before = broker(0, "a");
    MqttSource source = connected(before);
    site(before).publish(FRIDGE, "waiting");
    await().until(() -> !inbox.isEmpty());
    before.close();
    await().until(() -> source.trouble().isPresent());

    broker(before.port(), "a");
    await().until(() -> source.trouble().isEmpty());

    assertThat(text(next())).isEqualTo("waiting");
  }

  @Test
  void subscribes_again_when_the_broker_has_forgotten_the_session() throws Exception {
    EmbeddedBroker before = broker(0, "a");
    MqttSource source = connected(before);
    before.close();
    await().until(() -> source.trouble().isPresent());

    EmbeddedBroker other = broker(before.port(), "b"); // another disk: knows nobody
    await().until(() -> source.trouble().isEmpty());
    site(other).publish(FRIDGE, "new");

    assertThat(text(next())).isEqualTo("new");
  }

  @Test
  void knows_who_sent_to_the_nameless_topic() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    connected(broker);
    Publisher fridge = opened(new Publisher(broker.port(), "fridge-1", "cold"));
    for (String topic : List.of("v1/devices/me/telemetry", "v2/t")) {
      fridge.publish(topic, "{}");
      assertThat(next().incoming().topic()).isEqualTo("wuchang/$me/fridge-1/telemetry");
    }
  }

  @Test
  void of_a_large_payload_holds_the_beginning_and_its_size() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    connected(broker);
    site(broker).publish(FRIDGE, "x".repeat(1 << 20));
    Incoming incoming = next().incoming();
    assertThat(incoming.wholeBytes()).isEqualTo(1 << 20);
    assertThat(incoming.payload().length).isLessThan(8192);
  }

  @Test
  void says_why_it_is_not_connected() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    MqttSource source = source(BrokerAddress.of("tcp://server:wrong@127.0.0.1:" + broker.port()));
    await()
        .untilAsserted(
            () ->
                assertThat(source.trouble())
                    .hasValueSatisfying(t -> assertThat(t).contains("Bad User Name", "server")));
    assertThat(source.trouble().orElseThrow()).doesNotContain("wrong");
  }

  @Test
  void paused_it_leaves_everything_to_the_broker() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    MqttSource first = connected(broker);
    first.pause();
    site(broker).publish(FRIDGE, "later");
    first.close();
    assertThat(inbox.isEmpty()).isTrue();

    connected(broker);
    assertThat(text(next())).isEqualTo("later");
  }

  @Test
  void leaves_a_connection_that_is_dead_although_it_looks_alive() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    FreezingProxy line = opened(new FreezingProxy(broker.port()));
    MqttSource source =
        opened(
            new MqttSource(
                Brokers.address(line.port()),
                Brokers.SUBSCRIPTIONS,
                inbox,
                InstantSource.fixed(NOW),
                dropped::incrementAndGet,
                Duration.ofMillis(250)));
    source.start();
    await().until(() -> source.trouble().isEmpty());
    site(broker).publish(FRIDGE, "before");
    assertThat(text(next())).isEqualTo("before"); // and no answer

    line.freeze();

    await().until(() -> line.connections() > 1);
    assertThat(text(next())).isEqualTo("before");
  }

  @Test
  void without_room_what_nobody_promised_is_dropped() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    connected(broker);
    fill();

    site(broker).publish(FRIDGE, "not promised".getBytes(UTF_8), 0, false);

    await().until(() -> dropped.get() == 1);
  }

  @Test
  void without_room_what_was_promised_waits() throws Exception {
    EmbeddedBroker broker = broker(0, "a");
    connected(broker);
    fill();

    site(broker).publish(FRIDGE, "promised");
    Arrival last = next();
    while (!text(last).equals("promised")) {
      last = next();
    }

    assertThat(dropped).hasValue(0);
  }

  private void fill() {
    for (int bytes : new int[] {Incoming.MOST_BYTES, 0}) {
      Incoming incoming = Incoming.of("filler", new byte[bytes], false, NOW);
      while (inbox.offer(new Arrival(incoming, observations -> {}))) {}
    }
  }
}
