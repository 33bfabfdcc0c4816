package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.ZHANG;
import static wuchang.alerts.Canteen.time;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wuchang.alerts.channel.Channels;
import wuchang.alerts.channel.Receipt;
import wuchang.domain.AlertId;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.AlertCommand.Find;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertCommand.Show;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertSteps;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.finding.Findings;
import wuchang.domain.site.Site;

class AlertsVerticleTest {
  private static final Site SITE = Canteen.site();
  private static final Episode WARM = Canteen.episode(FRG, FRIDGE, time("09:30"));
  private static final Findings BREACH =
      new Findings(List.of(new Breached(WARM)), Optional.of(time("10:00").minusMillis(40)));

  private final Vertx vertx = ByReference.on(Vertx.vertx());
  private final AtomicReference<Instant> now = new AtomicReference<>(time("10:00"));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Receipt>> receipts = new CopyOnWriteArrayList<>();
  private final List<AlertStep> published = new CopyOnWriteArrayList<>();
  private final List<Long> positions = new CopyOnWriteArrayList<>();
  private volatile boolean patient;
  private MemoryJournal journal = new MemoryJournal();

  @BeforeEach
  void listen() {
    org.awaitility.Awaitility.setDefaultTimeout(60, TimeUnit.SECONDS);
    vertx
        .eventBus()
        .<AlertSteps>consumer(Bus.ALERT_STEPS, steps -> published.addAll(steps.body().steps()));
    vertx.eventBus().<Long>consumer(Bus.JOURNALLED, position -> positions.add(position.body()));
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void findings_are_answered_when_they_are_on_disk_and_then_told() throws Exception {
    deploy();
    Message<Integer> reply = get(vertx.eventBus().request(Bus.FINDINGS, BREACH));

    assertThat(reply.body()).isEqualTo(1);
    assertThat(journal.alertSteps()).hasSize(1);
    await().untilAsserted(() -> assertThat(heard).containsExactly("opened " + id()));
    await().untilAsserted(() -> assertThat(outcomes()).containsExactly(Outcome.SENT));
    await().untilAsserted(() -> assertThat(positions).containsExactly(1L, 2L));
    assertThat(published).extracting(AlertStep::kind).containsExactly(AlertStep.Kind.OPENED);
  }

  @Test
  void a_journal_that_fails_tells_nobody_and_the_rules_may_ask_again() throws Exception {
    deploy();
    journal.failing(true);
    assertThatThrownBy(() -> get(vertx.eventBus().request(Bus.FINDINGS, BREACH)))
        .cause()
        .isInstanceOfSatisfying(
            ReplyException.class,
            e -> assertThat(e.failureCode()).isEqualTo(AlertsVerticle.NOT_ON_DISK));
    assertThat(found()).isEmpty();
    assertThat(heard).isEmpty();
    journal.failing(false);

    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));

    await().untilAsserted(() -> assertThat(outcomes()).containsExactly(Outcome.SENT));
    assertThat(heard).hasSize(1);
    assertThat(found()).hasSize(1);
  }

  @Test
  void killed_between_disk_and_sending_it_is_sent_after_the_restart_once() throws Exception {
    String deployment = deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    await().untilAsserted(() -> assertThat(outcomes()).containsExactly(Outcome.SENT));
    get(vertx.undeploy(deployment));
    journal = journal.upTo(1);
    String before = heard.remove(0);

    deploy();

    await().untilAsserted(() -> assertThat(heard).containsExactly(before));
    await().untilAsserted(() -> assertThat(outcomes()).containsExactly(Outcome.SENT));
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    assertThat(heard).hasSize(1);
  }

  @Test
  void a_channel_that_does_not_answer_holds_up_no_judging() throws Exception {
    patient = true;
    deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    get(vertx.eventBus().request(Bus.FINDINGS, new Findings(List.of(recovered()))));

    assertThat(heard).containsExactly("opened " + id());
    receipts.get(0).complete(new Receipt.Sent("late"));
    await().untilAsserted(() -> assertThat(heard).hasSize(2));
    assertThat(heard.get(1)).isEqualTo("resolved " + id());
  }

  @Test
  void a_failed_message_is_tried_again_by_the_ticks() throws Exception {
    patient = true;
    deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    await().until(() -> receipts.size() == 1);
    receipts.get(0).complete(new Receipt.Failed(true, "HTTP 503"));

    await()
        .untilAsserted(
            () -> {
              now.updateAndGet(at -> at.plusSeconds(1));
              vertx.eventBus().publish(Bus.TICK, new Tick(now.get()));
              assertThat(receipts).hasSize(2);
            });
    receipts.get(1).complete(new Receipt.Sent("HTTP 200"));
    await().untilAsserted(() -> assertThat(outcomes()).containsExactly(Outcome.SENT));
    assertThat(heard).containsExactly("opened " + id(), "opened " + id());
  }

  @Test
  void ticks_escalate_what_nobody_takes_on() throws Exception {
    deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    await().untilAsserted(() -> assertThat(outcomes()).hasSize(1));
    now.set(time("10:15"));
    vertx.eventBus().publish(Bus.TICK, new Tick(now.get()));

    await().untilAsserted(() -> assertThat(heard).contains("escalated:2 " + id()));
    assertThat(found().get(0).level()).isEqualTo(2);
  }

  @Test
  void people_s_commands_are_answered_with_what_came_of_them() throws Exception {
    deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    AlertId id = found().get(0).id();

    Reply done = command(new Acknowledge(id, ZHANG, Duration.ofMinutes(30), "我来"));
    Reply refused = command(new Acknowledge(id, Canteen.LI, Duration.ZERO, ""));
    Reply shown = command(new Show(id));

    assertThat(((Reply.Done) done).alert().owner()).contains(ZHANG);
    assertThat(((Reply.Refused) refused).refusal()).isEqualTo(Refusal.ALREADY_ACKNOWLEDGED);
    assertThat(((Reply.Shown) shown).steps())
        .extracting(AlertStep::kind)
        .containsExactly(AlertStep.Kind.OPENED, AlertStep.Kind.ACKNOWLEDGED);
    assertThat(((Reply.Shown) shown).notifications()).isNotEmpty();
    assertThat(((Reply.Refused) command(new Show(AlertId.of("none")))).refusal())
        .isEqualTo(Refusal.UNKNOWN_ALERT);
    await().untilAsserted(() -> assertThat(published).hasSize(2));
  }

  @Test
  void figures_tell_what_is_open_what_was_said_and_how_fast() throws Exception {
    deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    await().untilAsserted(() -> assertThat(outcomes()).hasSize(1));

    assertThat(meters.get("wuchang.alerts.open").tag("severity", "major").gauge().value())
        .isEqualTo(1);
    assertThat(meters.get("wuchang.alerts.open").tag("severity", "critical").gauge().value())
        .isZero();
    assertThat(
            meters
                .get("wuchang.notifications")
                .tags("channel", "group", "outcome", "sent")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(meters.get("wuchang.alert.latency").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(40);

    get(vertx.eventBus().request(Bus.FINDINGS, new Findings(List.of(recovered()))));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        meters.get("wuchang.alerts.open").tag("severity", "major").gauge().value())
                    .isZero());
  }

  @Test
  void a_clean_stop_waits_for_what_is_under_way_so_that_nothing_is_sent_twice() throws Exception {
    patient = true;
    String deployment = deploy();
    get(vertx.eventBus().request(Bus.FINDINGS, BREACH));
    await().until(() -> receipts.size() == 1);
    Future<Void> stopped = vertx.undeploy(deployment);
    receipts.get(0).complete(new Receipt.Sent("just in time"));

    get(stopped);
    assertThat(outcomes()).containsExactly(Outcome.SENT);
  }

  @Test
  void deployed_on_an_event_loop_it_says_how_it_must_be_deployed() {
    assertThatThrownBy(
            () -> get(vertx.deployVerticle(new AlertsVerticle(parts()), new DeploymentOptions())))
        .hasMessageContaining("AlertsVerticle.deployment()");
  }

  private String deploy() throws Exception {
    return get(vertx.deployVerticle(new AlertsVerticle(parts()), AlertsVerticle.deployment()));
  }

  private AlertParts parts() {
    return new AlertParts(
        journal,
        Canteen::card,
        () -> SITE,
        now::get,
        meters,
        () -> Channels.of(Map.of("group", this::receive)),
        () -> URI.create("http://127.0.0.1:8080"));
  }

  private CompletableFuture<Receipt> receive(wuchang.alerts.channel.Message message) {
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    heard.add(message.step() + " " + message.alert().id());
    receipts.add(receipt);
    if (!patient) {
      receipt.complete(new Receipt.Sent("heard"));
    }
    return receipt;
  }

  private static Recovered recovered() {
    return new Recovered(Episodes.until(WARM, time("10:10")));
  }

  private String id() throws Exception {
    return found().get(0).id().value();
  }

  private List<Outcome> outcomes() {
    return journal.notifications().stream()
        .map(NotificationStep::outcome)
        .filter(outcome -> outcome != Outcome.REQUESTED)
        .toList();
  }

  private List<Alert> found() throws Exception {
    return ((Reply.Found) command(new Find(Filter.ALL))).alerts();
  }

  private Reply command(AlertCommand command) throws Exception {
    return get(vertx.eventBus().<Reply>request(Bus.ALERT_COMMANDS, command)).body();
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
