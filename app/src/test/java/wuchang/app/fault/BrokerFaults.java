package wuchang.app.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of the site's own, stopped and started; and the server killed while it goes on. */
class BrokerFaults {
  private static final int TIMES = Integer.getInteger("wuchang.faults.kills", 6);

  @TempDir static Path home;
  private static Experiment experiment;

  @BeforeAll
  static void undisturbed() throws Exception {
    assumeTrue(Mosquitto.installed().isPresent(), "no Mosquitto is installed");
    experiment = Experiment.of(home, 5, 3000, Duration.ofDays(2));
  }

  @Test
  void stopped_and_started() throws Exception {
    long seed = new Random().nextLong();
    try (Mosquitto mosquitto = Mosquitto.start(home.resolve("broker-1"));
        Serving server = Serving.start(canteen("stopped", mosquitto));
        Replaying replay = replay(server, mosquitto)) {
      for (int moment : experiment.moments(TIMES, seed)) {
        replay.awaitAcknowledged(moment);
        mosquitto.stop();
        mosquitto.startAgain();
      }
      experiment.verify("Mosquitto stopped " + TIMES + " times, seed " + seed, server, replay);
    }
  }

  @Test
  void the_server_killed_and_the_broker_stopped_in_turn() throws Exception {
    long seed = new Random().nextLong();
    try (Mosquitto mosquitto = Mosquitto.start(home.resolve("broker-2"));
        Serving server = Serving.start(canteen("both", mosquitto));
        Replaying replay = replay(server, mosquitto)) {
      for (int moment : experiment.moments(TIMES, seed)) {
        replay.awaitAcknowledged(moment);
        server.kill();
        mosquitto.stop();
        mosquitto.startAgain();
        server.startAgain();
      }
      String what = "server killed and Mosquitto stopped " + TIMES + " times, seed " + seed;
      experiment.verify(what, server, replay);
    }
  }

  private static Canteen canteen(String name, Mosquitto mosquitto) throws Exception {
    String broker =
        "{url: \"%s\", username: %s, password: %s}"
            .formatted(mosquitto.url(), Mosquitto.USER, Mosquitto.PASSWORD);
    return experiment.canteen(name).withBroker(broker);
  }

  private static Replaying replay(Serving server, Mosquitto mosquitto) throws Exception {
    Replaying.Broker broker =
        new Replaying.Broker(mosquitto.url(), Mosquitto.USER, Mosquitto.PASSWORD);
    Path home = server.canteen().home();
    return Replaying.start(home, broker, experiment.readings(), "--speed", "4000");
  }
}
