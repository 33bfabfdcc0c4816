package wuchang.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short one of the fault suite: see {@code -Pfaults} for the others. */
class ShortKillTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path home;

  @Test
  void what_was_acknowledged_before_a_kill_is_stored_and_told_after_it() throws Exception {
    Readings readings = Readings.of(home.resolve("r.csv"), 3, 1000, Duration.ofDays(2));
    long seed = new Random().nextLong();
    int atLeast = 1 + new Random(seed).nextInt(1000);
    try (CountingHook hook = new CountingHook();
        Serving server =
            Serving.start(Canteen.embedded(home.resolve("site"), 3).withGates(1, hook.channel()));
        Replaying replay = Replaying.start(server, readings, "--speed", "6000")) {
      replay.awaitAcknowledged(atLeast);
      assertThat(server.post("/api/v1/ingest/gate-1/event", NotifyFaults.forced())).isEqualTo(202);
      server.kill();
      assertThat(replay.isRunning()).as("killed in the middle, seed %d", seed).isTrue();
      server.startAgain();
      replay.awaitEnd(PATIENCE);
      Outcome.awaitStored(server, readings);
      assertThat(replay.acknowledged()).hasSize(6000);
      Outcome.isComplete(server, readings, replay.acknowledged());
      await("the door, seed " + seed)
          .atMost(PATIENCE)
          .until(() -> NotifyFaults.isReceived(server, "gate-1"));
      assertThat(hook.of("gate-1").stream().map(CountingHook.Call::key).distinct()).hasSize(1);
    }
  }
}
