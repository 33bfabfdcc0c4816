package wuchang.app.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Readings, the alerts that they give when nobody disturbs, and a place for servers that are
 * disturbed. What comes of each is added to {@code target/faults/results.txt}.
 */
record Experiment(Path home, Readings readings, List<String> undisturbed) {
  private static final Path RESULTS = Path.of("target", "faults", "results.txt");

  static Experiment of(Path home, int devices, int minutes, Duration endedAgo) throws Exception {
    Readings readings = Readings.of(home.resolve("readings.csv"), devices, minutes, endedAgo);
    return new Experiment(
        home, readings, Undisturbed.alerts(home.resolve("undisturbed"), readings));
  }

  Canteen canteen(String name) throws IOException {
    return Canteen.embedded(home.resolve(name), readings.devices());
  }

  /** So many numbers of rows, in order, at which something is to happen. */
  List<Integer> moments(int many, long seed) {
    Random random = new Random(seed);
    List<Integer> moments = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      moments.add(1 + random.nextInt(readings.rows().size() * 9 / 10));
    }
    moments.sort(null);
    return moments;
  }

  /** Everything that was acknowledged is stored once, and the alerts are the undisturbed ones. */
  void verify(String what, Serving server, Replaying replay) throws Exception {
    replay.awaitEnd(Duration.ofMinutes(15));
    Outcome.awaitStored(server, readings);
    Outcome.isComplete(server, readings, replay.acknowledged());
    Outcome.awaitAlerts(server, undisturbed);
    int acknowledged = replay.acknowledged().size();
    note(
        "%s: %d rows acknowledged, %d stored, all distinct; %d alerts as undisturbed"
            .formatted(what, acknowledged, Outcome.stored(server), undisturbed.size()));
  }

  static void note(String line) throws IOException {
    System.out.println(line);
    Files.createDirectories(RESULTS.getParent());
    Files.writeString(RESULTS, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
