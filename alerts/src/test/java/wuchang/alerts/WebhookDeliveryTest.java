package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.time;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wuchang.alerts.channel.ChannelParts;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.LogLines;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.alert.Silence;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.finding.Findings;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/** From a finding on the bus to a real HTTP server, through everything between. */
class WebhookDeliveryTest {
  private static final String SECRET = "hidden-word-4711";
  private static final Episode WARM = Canteen.episode(FRG, FRIDGE, time("09:30"));
  private static final Findings BREACH = new Findings(List.of(new Breached(WARM)));
  private static final Findings OVER =
      new Findings(List.of(new Recovered(Episodes.until(WARM, time("10:10")))));

  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(time("10:00"));
  private final Vertx vertx = ByReference.on(Vertx.vertx());
  private MemoryJournal journal = new MemoryJournal();
  private HttpServer server;
  private Site site;
  private Channels channels;

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    site =
        Canteen.site(
            new ChannelPlan(
                "hook", "webhook", Optional.of(url), Optional.of(SECRET), Set.of(), 0, Map.of()));
    channels = Channels.of(site.channels(), new ChannelParts(now::get, Optional.empty()));
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
    server.stop(0);
  }

  @Test
  void a_server_that_fails_once_gets_it_again_and_not_a_third_time() throws Exception {
    try (LogLines lines = new LogLines("wuchang")) {
      answers.add(500);
      deploy();
      get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
      await().untilAsserted(() -> assertThat(bodies).hasSize(1));

      await()
          .untilAsserted(
              () -> {
                tick();
                assertThat(outcomes()).containsExactly(Outcome.ACCEPTED);
              });
      tick();
      get(vertx.eventBus().request(Bus.FINDINGS, OVER));
      await().untilAsserted(() -> assertThat(outcomes()).hasSize(2));

      assertThat(bodies).hasSize(3);
      assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
      assertThat(status(2)).isEqualTo("resolved");
      assertThat(lines.all()).isNotEmpty().noneMatch(line -> line.contains(SECRET));
      assertThat(journal.notifications().toString()).doesNotContain(SECRET, "/hook");
    }
  }

  @Test
  void after_a_crash_before_the_receipt_was_on_disk_the_same_is_sent_again() throws Exception {
    String deployment = deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    await().untilAsserted(() -> assertThat(outcomes()).containsExactly(Outcome.ACCEPTED));
    get(vertx.undeploy(deployment));
    journal = journal.upTo(1);
    now.set(time("10:07"));

    deploy();

    await().untilAsserted(() -> assertThat(bodies).hasSize(2));
    assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
    await().untilAsserted(() -> assertThat(outcomes()).containsExactly(Outcome.ACCEPTED));
  }

  /** Nobody would ever tell a receiver that the word of an end has ended. */
  @Test
  void that_a_silence_is_over_leaves_nothing_firing() throws Exception {
    deploy();
    Silence.Scope fridge =
        new Silence.Scope(Optional.empty(), Optional.of(Canteen.FRIDGE), Optional.empty());
    Object begun =
        get(vertx
                .eventBus()
                .request(
                    Bus.ALERT_COMMANDS,
                    new AlertCommand.BeginSilence(
                        fridge,
                        "defrosting",
                        Canteen.ZHANG,
                        Optional.empty(),
                        time("11:00"),
                        Duration.ofHours(24))))
            .body();
    String id = ((AlertCommand.Reply.Hushed) begun).silence().id();
    get(
        vertx
            .eventBus()
            .request(Bus.ALERT_COMMANDS, new AlertCommand.EndSilence(id, Canteen.ZHANG)));

    await().untilAsserted(() -> assertThat(bodies).hasSize(1));
    assertThat(bodies.get(0)).contains("SYS-20", "defrosting");
    assertThat(status(0)).isEqualTo("resolved");
  }

  @Test
  void a_server_that_refuses_is_not_asked_again() throws Exception {
    answers.add(404);
    deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));

    await().untilAsserted(() -> assertThat(outcomes()).containsExactly(Outcome.FAILED));
    assertThat(bodies).hasSize(1);
  }

  private String deploy() throws Exception {
    AlertParts parts =
        new AlertParts(
            journal,
            Canteen::card,
            () -> site,
            now::get,
            new SimpleMeterRegistry(),
            () -> channels,
            () -> URI.create("https://canteen.example"));
    return get(vertx.deployVerticle(new AlertsVerticle(parts), AlertsVerticle.deployment()));
  }

  private void tick() {
    now.updateAndGet(at -> at.plusSeconds(1));
    vertx.eventBus().publish(Bus.TICK, new Tick(now.get()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Integer code = answers.poll();
    exchange.sendResponseHeaders(code == null ? 200 : code, -1);
    exchange.close();
  }

  private String status(int message) throws IOException {
    return new ObjectMapper().readTree(bodies.get(message)).at("/status").textValue();
  }

  private List<Outcome> outcomes() {
    return journal.notifications().stream()
        .map(NotificationStep::outcome)
        .filter(outcome -> outcome != Outcome.REQUESTED)
        .toList();
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
