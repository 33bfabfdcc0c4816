package wuchang.app.fault;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The alerts of a run that nobody disturbs. */
final class Undisturbed {
  private Undisturbed() {}

  static List<String> alerts(Path home, Readings readings) throws Exception {
    try (Serving server = Serving.start(Canteen.embedded(home, readings.devices()));
        Replaying replay = Replaying.start(server, readings, "--speed", "max")) {
      replay.awaitEnd(Duration.ofMinutes(5));
      Outcome.awaitStored(server, readings);
      AtomicReference<List<String>> last = new AtomicReference<>(List.of());
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofSeconds(10))
          .until(
              () -> {
                List<String> now = Outcome.alerts(server);
                boolean settled = now.equals(last.getAndSet(now));
                return settled && silent(now) == readings.devices();
              });
      return last.get();
    }
  }

  /** When the file has ended every device is silent, which is noticed last of all. */
  private static long silent(List<String> alerts) {
    return alerts.stream().filter(alert -> alert.startsWith("SEN-01,")).count();
  }
}
