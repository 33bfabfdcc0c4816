package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Reading;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Site;

class IntakeLoopTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Site EAST = Sites.east();
  private static final String FRIDGE = "wuchang/east/fridge-1/telemetry";

  private final Inbox inbox = new Inbox();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final UnknownDevices unknown = new UnknownDevices();
  private final List<Long> told = new CopyOnWriteArrayList<>();
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private final IntakeMeters meters = new IntakeMeters(registry);
  private final Sieve sieve =
      new Sieve(new Intake(() -> EAST), new Allowances(() -> EAST, meters::refused));
  private final IntakeLoop loop = new IntakeLoop(inbox, sieve, journal, meters, unknown, told::add);
  private final Thread thread = new Thread(loop);

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  @AfterEach
  void stop() throws InterruptedException {
    loop.stop();
    thread.join();
  }

  /** A message whose answer is noted together with what the journal held at that moment. */
  private void arrive(String topic, String payload) {
    arrive(topic, payload, false);
  }

  private void arrive(String topic, String payload, boolean superseded) {
    Receipt receipt =
        new Receipt() {
          @Override
          public void accepted(int observations) {
            answers.add(payload + " accepted " + observations + " at " + journal.end());
          }

          @Override
          public void abandoned(String why) {
            answers.add(payload + " abandoned");
          }

          @Override
          public boolean isSuperseded() {
            return superseded;
          }
        };
    inbox.offer(new Arrival(Incoming.of(topic, payload.getBytes(UTF_8), false, NOW), receipt));
  }

  private static String temperature(int value) {
    return "{\"temperature\":" + value + "}";
  }

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  @Test
  void a_message_is_answered_when_it_is_in_the_journal() {
    arrive(FRIDGE, temperature(4));
    thread.start();
    await().until(() -> !answers.isEmpty());
    assertThat(answers).containsExactly(temperature(4) + " accepted 1 at 1");
    assertThat(told).containsExactly(1L);
    await().untilAsserted(() -> assertThat(registry.getMeters()).isNotEmpty());
  }

  @Test
  void while_the_disk_is_full_nothing_is_answered_and_nothing_is_lost() {
    journal.full(true);
    for (int i = 0; i < 10; i++) {
      arrive(FRIDGE, temperature(i));
    }
    thread.start();
    await().until(() -> journal.refused() >= 2);
    assertThat(answers).isEmpty();
    assertThat(loop.trouble()).hasValueSatisfying(t -> assertThat(t).contains("No space left"));

    journal.full(false);

    await().until(() -> answers.size() == 10);
    assertThat(loop.trouble()).isEmpty();
    assertThat(journal.observations())
        .extracting(o -> (int) ((Reading) o).value())
        .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
  }

  @Test
  void one_after_the_other_is_journalled_in_the_order_of_arrival() {
    thread.start();
    for (int i = 0; i < 5_000; i++) {
      arrive(FRIDGE, temperature(i % 50));
    }
    await().until(() -> answers.size() == 5_000);
    assertThat(journal.observations())
        .extracting(o -> (int) ((Reading) o).value())
        .containsExactlyElementsOf(IntStream.range(0, 5_000).mapToObj(i -> i % 50).toList());
  }

  @Test
  void what_is_waiting_at_the_end_is_still_journalled() throws Exception {
    for (int i = 0; i < 100; i++) {
      arrive(FRIDGE, temperature(4));
    }
    loop.stop();
    thread.start();
    thread.join();
    assertThat(answers).hasSize(100);
    assertThat(journal.observations()).hasSize(100);
  }

  @Test
  void what_cannot_be_journalled_at_the_end_is_given_back() throws Exception {
    journal.full(true);
    arrive(FRIDGE, temperature(4));
    loop.stop();
    thread.start();
    thread.join();
    assertThat(answers).containsExactly(temperature(4) + " abandoned");
  }

  @Test
  void what_comes_again_anyhow_is_not_journalled_twice() {
    arrive(FRIDGE, temperature(4), true);
    arrive(FRIDGE, temperature(5));
    thread.start();
    await().until(() -> !answers.isEmpty());
    assertThat(journal.observations()).hasSize(1);
  }

  @Test
  void garbage_is_counted_kept_and_answered() {
    arrive(FRIDGE, "");
    arrive(FRIDGE, "\u0000\u0001");
    arrive(FRIDGE, "x".repeat(1 << 20));
    arrive("wuchang/east/fridge-9/telemetry", temperature(4));
    arrive(FRIDGE, "{\"ts\":" + NOW.minusSeconds(601).toEpochMilli() + ",\"temperature\":4}");
    thread.start();
    await().until(() -> answers.size() == 5);
    assertThat(journal.rejected())
        .extracting(r -> r.reason())
        .containsExactly(Reason.EMPTY, Reason.MALFORMED, Reason.TOO_LARGE, Reason.UNKNOWN_DEVICE);
    await()
        .untilAsserted(
            () -> {
              assertThat(count("wuchang.readings.rejected", "reason", "too_large")).isOne();
              assertThat(count("wuchang.readings.rejected", "reason", "unknown_device")).isOne();
              assertThat(count("wuchang.readings.received", "format", "native")).isOne();
              assertThat(count("wuchang.readings.late")).isOne();
              assertThat(unknown.newest(EAST)).hasSize(1);
            });
  }

  @Test
  void of_a_flood_of_garbage_the_newest_is_kept_beside_others_and_all_is_counted() {
    arrive("wuchang/east/gate-1/event", "other garbage");
    for (int i = 0; i < 1_500; i++) {
      arrive(FRIDGE, "garbage " + i);
    }
    thread.start();
    await()
        .untilAsserted(
            () ->
                assertThat(count("wuchang.readings.rejected", "reason", "malformed"))
                    .isEqualTo(1_501));
    assertThat(journal.rejected()).hasSize(51);
    assertThat(new String(journal.rejected().get(0).payload(), UTF_8)).isEqualTo("other garbage");
    assertThat(new String(journal.rejected().get(50).payload(), UTF_8)).isEqualTo("garbage 1499");
  }

  @Test
  void a_listener_that_fails_does_not_end_the_intake() throws Exception {
    IntakeLoop hurt =
        new IntakeLoop(
            inbox,
            sieve,
            journal,
            meters,
            unknown,
            position -> {
              if (position == 1) {
                throw new IllegalStateException("a fault of ours");
              }
            });
    Thread running = new Thread(hurt);
    running.start();
    arrive(FRIDGE, temperature(4));
    await().until(() -> journal.end() == 1);
    arrive(FRIDGE, temperature(5));
    await().until(() -> answers.size() == 1);
    hurt.stop();
    running.join();
    assertThat(answers.get(0)).startsWith(temperature(5));
  }
}
