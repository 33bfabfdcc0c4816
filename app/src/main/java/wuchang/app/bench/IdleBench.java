package wuchang.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.simulators.mqtt.Broker;
import wuchang.simulators.mqtt.Publisher;

/** {@code wuchang bench idle}: what a canteen takes of the machine in which little happens. */
@Command(
    name = "idle",
    description = {
      "A canteen of 50 devices in which little happens.",
      "A server with its own broker and database is started on an empty directory, stopped and",
      "started again; then each device says one thing a minute. How soon it is ready, and what",
      "it takes of processor and memory after a minute, the database apart.",
      ""
    })
public final class IdleBench extends Bench {
  private static final int DEVICES = 50;
  private static final int USUAL_SECONDS = 60;
  private static final int READY_SECONDS = 120;
  private static final long MINUTE_MILLIS = 60_000;

  /** What a start leaves behind, the compiler above all, is not counted as idling. */
  private static final int SETTLE_SECONDS = 60;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PARTS =
      """
      data: data
      broker: {embedded: {host: 127.0.0.1, port: 0}}
      storage: {embedded: {dir: db, port: 0}}
      http: {host: 127.0.0.1, port: 0}
      """;

  private final ConfigReader reader;
  private final InstantSource clock;

  public IdleBench(ConfigReader reader, InstantSource clock, Output output) {
    super("idle", output);
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  void measure(int seconds, Figures figures) throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.make()) {
      Path directory = scratch.directory();
      Files.writeString(directory.resolve("wuchang.yaml"), PARTS + Herd.configuration(DEVICES));
      serve(directory, "ready, on an empty directory", figures).close();
      try (Running server = serve(directory, "ready", figures);
          Publisher publisher = Publisher.connect(broker(directory), serials -> {}, PATIENCE)) {
        Canteen canteen = new Canteen(new Herd(DEVICES, reader), publisher, clock);
        canteen.speak(SETTLE_SECONDS);
        Spell spell = () -> canteen.speak(seconds == 0 ? USUAL_SECONDS : seconds);
        watch(server, directory.resolve("db/server/cluster"), spell, figures);
      }
    }
  }

  private static Running serve(Path directory, String figure, Figures figures)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Running server =
        Running.wuchang(directory, "serve", List.of("serve", "--config", "wuchang.yaml"), Map.of());
    server.await("the server", READY_SECONDS, () -> server.said().contains("ready http"));
    figures.add(figure, (System.nanoTime() - began) / 1e9, "s");
    return server;
  }

  private static void watch(Running server, Path database, Spell spell, Figures figures)
      throws IOException, InterruptedException {
    double serverBefore = Usage.of(server.pid(), false).cpuSeconds();
    double databaseBefore = Usage.ofDatabase(database).cpuSeconds();
    long began = System.nanoTime();
    spell.pass();
    double share = 100 / ((System.nanoTime() - began) / 1e9);
    Usage after = Usage.of(server.pid(), false);
    double ofDatabase = Usage.ofDatabase(database).cpuSeconds() - databaseBefore;
    figures.add("CPU, server", (after.cpuSeconds() - serverBefore) * share, "% of a core");
    figures.add("CPU, database", ofDatabase * share, "% of a core");
    figures.add("RSS, server", Usage.resident(server.pid()), "MB");
    figures.add("peak RSS, server", after.peakMegabytes(), "MB");
  }

  /** A while in which something goes on. */
  @FunctionalInterface
  private interface Spell {
    void pass() throws InterruptedException;
  }

  /** Devices of which each says one thing a minute, one after the other. */
  private record Canteen(Herd herd, Publisher publisher, InstantSource clock) {
    void speak(int seconds) throws InterruptedException {
      long pause = MINUTE_MILLIS / DEVICES;
      long messages = TimeUnit.SECONDS.toMillis(seconds) / pause;
      for (int n = 0; n < messages; n++) {
        Observation said = herd.minute(clock.millis() / MINUTE_MILLIS).get(n % DEVICES);
        if (said instanceof Reading reading) {
          String topic = "wuchang/herd/" + reading.device() + "/telemetry";
          publisher.publish(n + 1L, topic, body(reading));
        }
        TimeUnit.MILLISECONDS.sleep(pause);
      }
    }
  }

  private static byte[] body(Reading reading) {
    String body = "{\"" + reading.metric() + "\":" + reading.value() + "}";
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static Broker broker(Path directory) throws IOException {
    Path data = directory.resolve("data");
    return Broker.parse(Running.connection(data, "mqtt.url"))
        .withUsername(Running.connection(data, "mqtt.username"))
        .withPassword(Running.connection(data, "mqtt.password"));
  }
}
