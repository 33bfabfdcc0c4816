package wuchang.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.embedded.postgres.EmbeddedPostgres;

/** A database that does not answer, and one that answers slowly. */
class DatabaseFaults {
  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("wuchang.faults.away", 60));

  @TempDir static Path home;
  private static Experiment experiment;

  @BeforeAll
  static void undisturbed() throws Exception {
    experiment = Experiment.of(home, 5, 4000, Duration.ofDays(2));
  }

  @Test
  void away_for_long_while_alerts_go_on() throws Exception {
    try (Serving server = Serving.start(experiment.canteen("away"));
        Replaying replay = Replaying.start(server, experiment.readings(), "--speed", "5000")) {
      replay.awaitAcknowledged(2000);
      long seen = alertsSeen(server);
      try (DatabaseProcesses.Frozen frozen = DatabaseProcesses.of(server.canteen()).freeze()) {
        assertThat(frozen).isNotNull();
        await().pollDelay(AWAY).atMost(AWAY.plusMinutes(2)).until(() -> alertsSeen(server) > seen);
        assertThat(server.isReady()).as("readings are taken in without a database").isTrue();
        assertThat(server.get("/api/v1/health")).contains("the database does not answer");
      }
      experiment.verify("database away for " + AWAY, server, replay);
    }
  }

  @Test
  void slow() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home.resolve("slow-db"), 0);
        SlowLine line = new SlowLine(postgres.port(), 60_000, Duration.ofMillis(30))) {
      String storage =
          "{url: \"%s\", username: %s, password: \"%s\"}"
              .formatted(
                  postgres.jdbcUrl().replace(":" + postgres.port() + "/", ":" + line.port() + "/"),
                  postgres.username(),
                  postgres.password());
      try (Serving server = Serving.start(experiment.canteen("slow").withStorage(storage));
          Replaying replay = Replaying.start(server, experiment.readings(), "--speed", "max")) {
        replay.awaitEnd(Duration.ofMinutes(5));
        long behind = experiment.readings().rows().size() - Outcome.stored(server);
        Experiment.note("slow database: %d rows behind when all was taken in".formatted(behind));
        line.hurry();
        experiment.verify("slow database", server, replay);
      }
    }
  }

  private static long alertsSeen(Serving server) throws Exception {
    return server.get("/api/v1/alerts?limit=500").split("\"raisedAt\"", -1).length - 1;
  }
}
