package wuchang.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a server at the steps from a forced door to the receipt of its message: while
 * it is taken in, judged and journalled, before and after the other side answers, and when the
 * receipt is on disk. Each door that was acknowledged is one alert and is told; what the channel
 * had answered and the journal had noted is told once, and what it could not have noted comes again
 * as the same message.
 */
class NotifyFaults {
  private static final int ROUNDS = Integer.getInteger("wuchang.faults.doors", 24);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path home;

  /** When it is killed. */
  private enum Moment {
    WHILE_IT_WORKS,
    BEFORE_THE_ANSWER,
    AFTER_THE_ANSWER,
    AFTER_THE_RECEIPT
  }

  @Test
  void no_alert_is_lost_and_none_is_told_twice_that_was_received() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int again = 0;
    try (CountingHook hook = new CountingHook();
        Serving server =
            Serving.start(Canteen.embedded(home, 1).withGates(ROUNDS, hook.channel()))) {
      for (int round = 1; round <= ROUNDS; round++) {
        Moment moment = Moment.values()[round % Moment.values().length];
        String gate = "gate-" + round;
        killed(server, hook, gate, moment, random);
        server.startAgain();
        String what = gate + " killed " + moment + ", seed " + seed;
        await(what).atMost(PATIENCE).until(() -> isReceived(server, gate));
        again += verify(what, server, hook, gate, moment);
      }
      for (int round = 1; round <= ROUNDS; round++) {
        assertThat(hook.of("gate-" + round))
            .as("gate-%d, seed %d", round, seed)
            .hasSizeBetween(1, 2);
      }
    }
    Experiment.note(
        "server killed %d times from finding to receipt, seed %d: %d alerts, each told; %d came twice for want of a receipt"
            .formatted(ROUNDS, seed, ROUNDS, again));
  }

  private static void killed(
      Serving server, CountingHook hook, String gate, Moment moment, Random random)
      throws Exception {
    CountDownLatch dead = new CountDownLatch(1);
    Consumer<CountingHook.Call> kill =
        call -> {
          kill(server);
          dead.countDown();
        };
    if (moment == Moment.BEFORE_THE_ANSWER) {
      hook.before(gate, kill);
    } else if (moment == Moment.AFTER_THE_ANSWER) {
      hook.after(gate, kill);
    }
    assertThat(server.post("/api/v1/ingest/" + gate + "/event", forced())).isEqualTo(202);
    if (moment == Moment.WHILE_IT_WORKS) {
      TimeUnit.MICROSECONDS.sleep(random.nextInt(40_000));
      kill(server);
    } else if (moment == Moment.AFTER_THE_RECEIPT) {
      await(gate).atMost(PATIENCE).until(() -> isReceived(server, gate));
      kill(server);
    } else {
      assertThat(dead.await(30, TimeUnit.SECONDS)).as("%s was told", gate).isTrue();
    }
  }

  /** How often it was told again. */
  private static int verify(
      String what, Serving server, CountingHook hook, String gate, Moment moment)
      throws IOException, InterruptedException {
    List<CountingHook.Call> calls = hook.of(gate);
    assertThat(alerts(server, gate)).as(what).hasSize(1);
    assertThat(calls.stream().map(CountingHook.Call::key).distinct()).as(what).hasSize(1);
    if (moment == Moment.AFTER_THE_RECEIPT) {
      assertThat(calls).as(what).hasSize(1);
    }
    if (moment == Moment.BEFORE_THE_ANSWER) {
      assertThat(calls).as(what).hasSize(2);
    }
    return calls.size() - 1;
  }

  /** The body of an event: a door is forced open now. */
  static String forced() {
    return "{\"ts\":%d,\"event\":\"forced_open\"}".formatted(Instant.now().toEpochMilli());
  }

  private static void kill(Serving server) {
    try {
      server.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> alerts(Serving server, String gate)
      throws IOException, InterruptedException {
    return Serving.ids(server.get("/api/v1/alerts?rule=GAT-02&device=" + gate));
  }

  /** Whether a message about a gate has its receipt. */
  static boolean isReceived(Serving server, String gate) throws Exception {
    for (String id : alerts(server, gate)) {
      if (server.get("/api/v1/alerts/" + id + "/history").contains("\"outcome\":\"accepted\"")) {
        return true;
      }
    }
    return false;
  }
}
