package wuchang.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of journal and broker fills up, and is emptied again. */
class DiskFaults {
  private static final long MB = 1 << 20;
  private static final Duration LONG = Duration.ofMinutes(4);

  @TempDir static Path home;
  private static Experiment experiment;

  @BeforeAll
  static void undisturbed() throws Exception {
    experiment = Experiment.of(home, 5, 4000, Duration.ofDays(2));
  }

  @Test
  void first_people_are_told_then_nothing_is_taken_in_and_then_it_goes_on_by_itself()
      throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(home.resolve("small"), 400);
    assumeTrue(mounted.isPresent(), "this user may not mount a small disk");
    try (SmallDisk disk = mounted.get();
        Serving server =
            Serving.start(experiment.canteen("disk").withData(disk.directory().resolve("data")));
        Replaying replay = Replaying.start(server, experiment.readings(), "--speed", "1000")) {
      replay.awaitAcknowledged(2000);
      disk.fillUpTo(100 * MB);
      await().atMost(LONG).until(() -> server.get("/api/v1/alerts?rule=SYS-12").contains("SYS-12"));
      assertThat(server.isReady()).as("ready while there is some room").isTrue();

      disk.fillUpTo(0);
      await().atMost(LONG).until(() -> !server.isReady());
      int before = replay.acknowledged().size();
      await().atMost(LONG).until(() -> server.get("/api/v1/alerts?rule=SYS-13").contains("SYS-13"));
      Experiment.note(
          "full disk: %d rows acknowledged when it was, %d a minute and a half later"
              .formatted(before, replay.acknowledged().size()));
      assertThat(replay.isRunning()).isTrue();

      disk.empty();
      await().atMost(LONG).until(server::isReady);
      experiment.verify("full disk", server, replay);
      await()
          .atMost(LONG)
          .until(() -> server.get("/api/v1/alerts?rule=SYS-13").contains("\"resolved\""));
    }
  }
}
