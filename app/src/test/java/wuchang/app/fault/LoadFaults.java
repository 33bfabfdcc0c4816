package wuchang.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Far more than usual: a tenfold burst, and a night's backlog of everybody at once. */
class LoadFaults {
  private static final int DEVICES = 200;
  private static final int ROWS_A_MINUTE = 2 * DEVICES;

  /** Times as fast as it was, so that so many rows come in a second. */
  private static final int USUAL_ROWS = 300;

  private static final int BURST_SECONDS = Integer.getInteger("wuchang.faults.burst", 180);

  @TempDir Path home;

  @Test
  void a_tenfold_burst() throws Exception {
    int minutes = 10 * USUAL_ROWS * BURST_SECONDS / ROWS_A_MINUTE;
    Experiment experiment = Experiment.of(home, DEVICES, minutes + 60, Duration.ofDays(2));
    try (Serving server = Serving.start(experiment.canteen("burst"))) {
      Readings usual = experiment.readings().part(home.resolve("usual.csv"), 0, 30);
      Readings burst = experiment.readings().part(home.resolve("burst.csv"), 30, minutes + 30);
      Readings after =
          experiment.readings().part(home.resolve("after.csv"), minutes + 30, minutes + 60);
      play(server, usual, USUAL_ROWS);
      long start = System.nanoTime();
      play(server, burst, 10 * USUAL_ROWS);
      long sent = System.nanoTime();
      long behind = usual.rows().size() + burst.rows().size() - Outcome.stored(server);
      play(server, after, USUAL_ROWS);
      Outcome.awaitStored(server, experiment.readings());
      Outcome.isComplete(server, experiment.readings(), experiment.readings().serials());
      Experiment.note(
          "tenfold burst: %d rows in %d s, %d rows behind at its end, %d MB resident"
              .formatted(
                  burst.rows().size(), (sent - start) / 1_000_000_000, behind, Rss.peak(server)));
      assertThat(server.isAlive()).isTrue();
      Outcome.awaitAlerts(server, experiment.undisturbed());
      Experiment.note(
          "tenfold burst: " + Outcome.stored(server) + " stored, alerts as undisturbed");
    }
  }

  @Test
  void twelve_hours_of_backlog_at_once() throws Exception {
    Experiment experiment = Experiment.of(home, DEVICES, 12 * 60, Duration.ofHours(2));
    try (Serving server = Serving.start(experiment.canteen("backlog"));
        Replaying replay =
            Replaying.start(server, experiment.readings(), "--speed", "max", "--live")) {
      long start = System.nanoTime();
      replay.awaitEnd(Duration.ofMinutes(10));
      long sent = System.nanoTime();
      experiment.verify("12 hours of backlog of 200 devices at once", server, replay);
      Experiment.note(
          "backlog: taken in within %d s, %d MB resident"
              .formatted((sent - start) / 1_000_000_000, Rss.peak(server)));
      assertThat(server.get("/metrics")).doesNotContain("reason=\"too_often\"} 1");
    }
  }

  @Test
  void a_device_that_babbles_holds_up_nobody() throws Exception {
    Experiment experiment = Experiment.of(home, 5, 3000, Duration.ofDays(2));
    try (Serving server = Serving.start(experiment.canteen("babble"));
        Babbling babbler = Babbling.at(server);
        Replaying replay = Replaying.start(server, experiment.readings(), "--speed", "2000")) {
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> server.get("/api/v1/alerts?rule=SYS-14").contains("babbler"));
      replay.awaitEnd(Duration.ofMinutes(4));
      long behind = experiment.readings().rows().size() - Outcome.stored(server);
      Experiment.note(
          "a device babbles: %d messages of it; the others %d rows behind at their end"
              .formatted(babbler.said(), behind));
      babbler.stop();
      experiment.verify("a device babbles", server, replay);
      assertThat(server.get("/api/v1/devices/babbler/rejected")).contains("malformed");
    }
  }

  private static void play(Serving server, Readings part, int rowsASecond) throws Exception {
    String speed = Integer.toString(60 * rowsASecond / ROWS_A_MINUTE);
    try (Replaying replay = Replaying.start(server, part, "--speed", speed)) {
      replay.awaitEnd(Duration.ofMinutes(15));
      assertThat(List.copyOf(replay.acknowledged())).isNotEmpty();
    }
  }
}
