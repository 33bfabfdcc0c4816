package wuchang.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * {@code wuchang replay} of a file, which notes the serial numbers that the broker acknowledged.
 */
final class Replaying implements AutoCloseable {
  private final Path acked;
  private final Process process;

  private Replaying(Path acked, Process process) {
    this.acked = acked;
    this.process = process;
  }

  /** Onto the server's broker. */
  static Replaying start(Serving server, Readings readings, String... more) throws IOException {
    return start(server.canteen().home(), Broker.of(server), readings, more);
  }

  /** Where and as whom to publish. */
  record Broker(String url, String username, String password) {
    static Broker of(Serving server) throws IOException {
      return new Broker(
          server.connection("mqtt.url"),
          server.connection("mqtt.username"),
          server.connection("mqtt.password"));
    }
  }

  static Replaying start(Path home, Broker broker, Readings readings, String... more)
      throws IOException {
    Path secret = Files.writeString(home.resolve("publisher.secret"), broker.password());
    Path acked = home.resolve("acked.txt");
    List<String> arguments = new ArrayList<>(List.of("replay", "--site", "east"));
    arguments.addAll(List.of("--csv", readings.csv().toString(), "--acked", acked.toString()));
    arguments.addAll(List.of("--broker", broker.url(), "--username", broker.username()));
    arguments.addAll(List.of("--password-file", secret.toString()));
    arguments.addAll(List.of(more));
    return new Replaying(acked, Wuchang.start(home, "replay", arguments));
  }

  /** Until so many rows are acknowledged. */
  void awaitAcknowledged(int rows) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> acknowledged().size() >= rows);
  }

  void awaitEnd(Duration patience) throws InterruptedException {
    assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)).as("replay ended").isTrue();
    assertThat(process.exitValue()).as("exit code of replay").isZero();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** The serial numbers that were acknowledged, some perhaps several times. */
  Set<Integer> acknowledged() throws IOException {
    Set<Integer> serials = new TreeSet<>();
    if (Files.exists(acked)) {
      String text = Files.readString(acked);
      text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .forEach(line -> serials.add(Integer.parseInt(line.strip())));
    }
    return serials;
  }

  @Override
  public void close() {
    Wuchang.end(process);
  }
}
