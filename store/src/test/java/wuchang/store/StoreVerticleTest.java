package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static wuchang.store.Samples.NOON;
import static wuchang.store.Samples.temperature;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Reader;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Site;
import wuchang.embedded.postgres.EmbeddedPostgres;

class StoreVerticleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Site SITE = Samples.site("cold-room", 1, 2, 3);

  @TempDir static Path directory;
  private static EmbeddedPostgres postgres;

  private final InMemoryJournal journal = new InMemoryJournal();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private TestDatabase db;
  private Vertx vertx;
  private StoreVerticle verticle;

  @BeforeAll
  static void startServer() {
    postgres = EmbeddedPostgres.start(directory, 0);
  }

  @AfterAll
  static void stopServer() {
    postgres.close();
  }

  @BeforeEach
  void open() {
    db =
        TestDatabase.fresh(
            new DatabaseAddress(
                postgres.jdbcUrl(),
                postgres.username(),
                postgres.password(),
                Optional.of(postgres.dataDirectory())));
    vertx = Vertx.vertx();
    vertx.eventBus().registerDefaultCodec(Tick.class, new ByReference<>());
    verticle = new StoreVerticle(journal, new StoreWriter(db.database()), SITE, registry);
    log.start();
    ((Logger) LoggerFactory.getLogger(StoreVerticle.class)).addAppender(log);
  }

  @AfterEach
  void close() throws Exception {
    ((Logger) LoggerFactory.getLogger(StoreVerticle.class)).detachAppender(log);
    finish(vertx.close());
    db.close();
  }

  @Test
  void stores_what_was_journalled_before_it_started_and_after() throws Exception {
    append(0, 10);
    deploy();
    storedUpTo(1);

    append(10, 10);
    append(20, 10);
    vertx.eventBus().publish(Bus.JOURNALLED, journal.end());
    storedUpTo(3);

    assertThat(db.count("wuchang.readings")).isEqualTo(30);
    assertThat(registry.get("wuchang.readings.stored").counter().count()).isEqualTo(30);
    assertThat(registry.get("wuchang.journal.bytes").gauge().value()).isEqualTo(300);
    assertThat(lag("store")).isZero();
    assertThat(lag("rules")).isEqualTo(30);
  }

  @Test
  void needs_no_nudge_but_the_clock() throws Exception {
    deploy();
    append(0, 5);

    tick(NOON);

    storedUpTo(1);
  }

  @Test
  void catches_up_with_a_long_journal_in_transactions_of_a_bounded_size() throws Exception {
    for (int i = 0; i < 40; i++) {
      append(i * 700, 700);
    }

    deploy();

    storedUpTo(40);
    assertThat(db.count("wuchang.readings")).isEqualTo(28_000);
    // Seven batches of 700 make a transaction; each is one version of this row.
    long transactions =
        Long.parseLong(
            db.rows("SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 'journal_position'")
                .get(0));
    assertThat(transactions).isLessThanOrEqualTo(10);
  }

  @Test
  void waits_while_the_database_is_away_says_so_once_and_loses_nothing() throws Exception {
    append(0, 10);
    AtomicInteger back = new AtomicInteger();
    vertx.eventBus().consumer(Bus.STORE_BACK, news -> back.incrementAndGet());
    deploy();
    storedUpTo(1);
    int begun = journal.asked();

    ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
    // What serves a connection outlives its parent for a moment, long enough to take all that
    // comes.
    await().atMost(PATIENCE).until(() -> !db.database().isUp());
    for (int i = 1; i <= 50; i++) {
      append(i * 10, 10);
      vertx.eventBus().publish(Bus.JOURNALLED, journal.end());
    }
    await().atMost(PATIENCE).until(() -> said("event=store_away") == 1);
    await().atMost(PATIENCE).until(() -> journal.asked() > begun + 52);
    // Fifty nudges and a second or two: the test asked fifty times, the follower now and then.
    assertThat(journal.asked()).isLessThan(begun + 60);
    assertThat(postgres.reviveIfDead()).isTrue();

    storedUpTo(51);
    assertThat(db.count("wuchang.readings")).isEqualTo(510);
    await().atMost(PATIENCE).until(() -> said("event=store_back") == 1);
    assertThat(said("event=store_away")).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> back.get() == 2);
  }

  @Test
  void stops_when_the_transaction_in_flight_is_done() throws Exception {
    String id = deploy();
    append(0, 1);
    vertx.eventBus().publish(Bus.JOURNALLED, 1L);
    storedUpTo(1);
    Future<Void> stopped;
    try (Connection blocker = db.connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("SELECT * FROM wuchang.journal_position FOR UPDATE");
      append(1, 1);
      vertx.eventBus().publish(Bus.JOURNALLED, 2L);
      await()
          .atMost(PATIENCE)
          .until(() -> db.count("pg_stat_activity WHERE wait_event_type = 'Lock'") > 0);

      stopped = vertx.undeploy(id);

      assertThat(journal.position(Reader.STORE)).isEqualTo(1);
    }
    finish(stopped);
    assertThat(journal.position(Reader.STORE)).isEqualTo(2);
    assertThat(db.count("wuchang.readings")).isEqualTo(2);
  }

  @Test
  void takes_over_a_changed_site() throws Exception {
    append(0, 3);
    deploy();
    storedUpTo(1);

    verticle.use(Samples.site("kitchen", 1, 2, 3));
    tick(NOON);

    await()
        .atMost(PATIENCE)
        .until(
            () -> db.rows("SELECT DISTINCT area FROM wuchang.readings").equals(List.of("kitchen")));
  }

  @Test
  void keeps_house_every_hour() throws Exception {
    append(0, 3);
    deploy();
    storedUpTo(1);

    tick(NOON.plus(SITE.retention().raw()).plus(Duration.ofDays(2)));

    await().atMost(PATIENCE).until(() -> db.count("wuchang.readings") == 0);
  }

  private String deploy() throws Exception {
    DeploymentOptions options = new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER);
    return finish(vertx.deployVerticle(verticle, options));
  }

  private void append(int first, int many) {
    List<Reading> readings =
        IntStream.range(first, first + many)
            .mapToObj(i -> temperature(1 + i % 3, NOON.plusSeconds(i), i))
            .toList();
    journal.append(Batch.of(List.copyOf(readings), List.of()));
  }

  private void tick(Instant now) {
    vertx.eventBus().publish(Bus.TICK, new Tick(now));
  }

  private void storedUpTo(long position) {
    await().atMost(PATIENCE).until(() -> journal.position(Reader.STORE) == position);
  }

  private double lag(String reader) {
    return registry.get("wuchang.journal.lag.readings").tag("reader", reader).gauge().value();
  }

  private long said(String start) {
    return List.copyOf(log.list).stream()
        .filter(line -> line.getFormattedMessage().startsWith(start))
        .count();
  }

  private static <T> T finish(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
