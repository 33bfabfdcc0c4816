package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.domain.Bus;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Submission;
import wuchang.domain.site.Site;
import wuchang.embedded.broker.EmbeddedBroker;
import wuchang.ingest.mqtt.Brokers;
import wuchang.ingest.mqtt.Publisher;

/** The whole stage: real broker, real client, and a journal whose disk can be full. */
class IngestVerticleTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Site EAST = Sites.east();
  private static final String FRIDGE = "wuchang/east/fridge-1/telemetry";

  @TempDir Path dir;
  private final InMemoryJournal journal = new InMemoryJournal();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<Long> nudges = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private EmbeddedBroker broker;
  private IngestVerticle verticle;

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @BeforeEach
  void start() throws Exception {
    vertx.eventBus().registerDefaultCodec(Submission.class, new ByReference());
    vertx.eventBus().<Long>consumer(Bus.JOURNALLED, message -> nudges.add(message.body()));
    broker = Brokers.start(0, dir);
    verticle = deploy();
  }

  @AfterEach
  void stop() throws Exception {
    done(vertx.close());
    broker.close();
  }

  private IngestVerticle deploy() throws Exception {
    IngestVerticle fresh =
        new IngestVerticle(
            Brokers.address(broker.port()),
            Brokers.SUBSCRIPTIONS,
            () -> EAST,
            journal,
            InstantSource.fixed(NOW),
            new UnknownDevices(),
            registry);
    done(vertx.deployVerticle(fresh));
    return fresh;
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private Publisher site() throws Exception {
    return new Publisher(broker.port(), "site", "pub");
  }

  private static String reading(int serial) {
    return "{\"ts\":%d,\"values\":{\"temperature\":4}}".formatted(NOW.toEpochMilli() - serial);
  }

  @Test
  void what_is_published_is_journalled_and_said() throws Exception {
    try (Publisher site = site()) {
      site.publish(FRIDGE, reading(0));
    }
    await().until(() -> journal.observations().size() == 1);
    await().until(() -> nudges.contains(1L));
    assertThat(verticle.trouble()).isEmpty();
  }

  @Test
  void nothing_is_acknowledged_before_it_is_on_disk() throws Exception {
    await().until(() -> verticle.trouble().isEmpty());
    journal.full(true);
    try (Publisher site = site()) {
      for (int i = 0; i < 20; i++) {
        site.publish(FRIDGE, reading(i));
      }
    }
    // Of the first time it was said when it is tried a second time.
    await().until(() -> journal.refused() > 1);
    assertThat(verticle.trouble()).hasValueSatisfying(t -> assertThat(t).contains("No space"));

    done(vertx.undeploy(vertx.deploymentIDs().iterator().next())); // the disk is still full
    journal.full(false);
    deploy();

    await().until(() -> journal.observations().size() == 20);
  }

  @Test
  void what_is_on_disk_is_acknowledged_and_does_not_come_again() throws Exception {
    try (Publisher site = site()) {
      for (int i = 0; i < 20; i++) {
        site.publish(FRIDGE, reading(i));
      }
    }
    await().until(() -> journal.observations().size() == 20);
    done(vertx.undeploy(vertx.deploymentIDs().iterator().next()));
    IngestVerticle again = deploy();
    try (Publisher site = site()) {
      await().until(() -> again.trouble().isEmpty());
      site.publish(FRIDGE, reading(20));
    }
    await().until(() -> journal.observations().size() >= 21);
    assertThat(journal.observations()).hasSize(21);
  }

  @Test
  void goes_on_with_everything_when_the_broker_restarts() throws Exception {
    int port = broker.port();
    try (Publisher site = site()) {
      for (int i = 0; i < 50; i++) {
        site.publish(FRIDGE, reading(i));
      }
    }
    broker.close();
    broker = Brokers.start(port, dir);
    try (Publisher site = site()) {
      for (int i = 50; i < 100; i++) {
        site.publish(FRIDGE, reading(i));
      }
    }
    await()
        .untilAsserted(
            () ->
                assertThat(journal.observations())
                    .extracting(o -> (int) (NOW.toEpochMilli() - o.time().toEpochMilli()))
                    .containsAll(IntStream.range(0, 100).boxed().toList()));
  }

  @Test
  void a_submission_is_answered_when_it_is_on_disk() throws Exception {
    Submission submission =
        new Submission(FRIDGE, "{\"temperature\":4,\"humidity\":50}".getBytes(UTF_8));
    Object accepted = done(vertx.eventBus().request(Bus.SUBMISSIONS, submission)).body();
    assertThat(accepted).isEqualTo(2);
    assertThat(journal.observations()).hasSize(2);
    assertThat(((Reading) journal.observations().get(0)).arrived()).isEqualTo(NOW);
  }

  @Test
  void a_submission_waits_for_the_disk() throws Exception {
    journal.full(true);
    Submission submission = new Submission(FRIDGE, "{\"temperature\":4}".getBytes(UTF_8));
    Future<?> answer = vertx.eventBus().request(Bus.SUBMISSIONS, submission);
    await().until(() -> journal.refused() > 1);
    assertThat(answer.isComplete()).isFalse();
    journal.full(false);
    done(answer);
    assertThat(journal.observations()).hasSize(1);
  }

  @Test
  void a_submission_that_waits_too_long_fails() {
    journal.full(true);
    Submission submission = new Submission(FRIDGE, "{\"temperature\":4}".getBytes(UTF_8));
    DeliveryOptions hurry = new DeliveryOptions().setSendTimeout(200);
    assertThatThrownBy(() -> done(vertx.eventBus().request(Bus.SUBMISSIONS, submission, hurry)))
        .hasMessageContaining("Timed out");
    journal.full(false);
  }

  @Test
  void garbage_is_acknowledged_counted_and_does_not_stop_anything() throws Exception {
    byte[][] garbage = {
      new byte[0], {0, 1, (byte) 0xFF}, new byte[1 << 20], "[".repeat(1000).getBytes(UTF_8)
    };
    try (Publisher site = site()) {
      for (String topic : List.of(FRIDGE, "wuchang/east/gate-1/event", "v1/gateway/telemetry")) {
        for (byte[] payload : garbage) {
          site.publish(topic, payload, 1, false);
        }
      }
      site.publish("wuchang/east/fridge-9/telemetry", reading(0));
      site.publish(FRIDGE, reading(0));
    }
    await().until(() -> journal.observations().size() == 1);
    await().until(() -> journal.rejected().size() == 13);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        registry
                            .get("wuchang.readings.rejected")
                            .tag("reason", "too_large")
                            .counter()
                            .count())
                    .isEqualTo(3));
  }

  @Test
  void thousands_go_through_and_none_is_lost() throws Exception {
    int messages = 5_000;
    try (Publisher site = site()) {
      for (int i = 0; i < messages; i++) {
        site.send(
            "wuchang/east/" + (i % 2 == 0 ? "fridge-1" : "dish-1") + "/telemetry", reading(i));
      }
      await().until(() -> site.acknowledged() == messages);
    }
    await().until(() -> journal.observations().size() >= messages);
    assertThat(journal.observations()).extracting(o -> o.time()).doesNotHaveDuplicates();
    assertThat(journal.observations()).hasSize(messages);
  }

  /** As the application registers it: messages go over the bus as they are. */
  private static final class ByReference implements MessageCodec<Submission, Submission> {
    @Override
    public void encodeToWire(Buffer buffer, Submission submission) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Submission decodeFromWire(int position, Buffer buffer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Submission transform(Submission submission) {
      return submission;
    }

    @Override
    public String name() {
      return "submission";
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }
}
