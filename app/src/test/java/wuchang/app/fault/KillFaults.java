package wuchang.app.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9}, at random moments, of the server with its broker and of the database. */
class KillFaults {
  private static final int KILLS = Integer.getInteger("wuchang.faults.kills", 6);

  @TempDir static Path home;
  private static Experiment experiment;

  @BeforeAll
  static void undisturbed() throws Exception {
    experiment = Experiment.of(home, 5, 4000, Duration.ofDays(2));
  }

  @Test
  void the_server_and_its_broker() throws Exception {
    long seed = new Random().nextLong();
    try (Serving server = Serving.start(experiment.canteen("server"));
        Replaying replay = Replaying.start(server, experiment.readings(), "--speed", "5000")) {
      for (int moment : experiment.moments(KILLS, seed)) {
        replay.awaitAcknowledged(moment);
        server.kill();
        server.startAgain();
      }
      experiment.verify("server killed " + KILLS + " times, seed " + seed, server, replay);
    }
  }

  @Test
  void the_database() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    try (Serving server = Serving.start(experiment.canteen("database"));
        Replaying replay = Replaying.start(server, experiment.readings(), "--speed", "5000")) {
      DatabaseProcesses database = DatabaseProcesses.of(server.canteen());
      for (int moment : experiment.moments(KILLS, seed)) {
        replay.awaitAcknowledged(moment);
        if (random.nextBoolean()) {
          database.killPostmaster();
        } else {
          database.killOneBackend();
        }
      }
      experiment.verify("database killed " + KILLS + " times, seed " + seed, server, replay);
    }
  }
}
