package wuchang.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.Output;
import wuchang.simulators.mqtt.Publisher;

/**
 * {@code wuchang bench latency}: from the door that is forced open to the webhook that is called.
 */
@Command(
    name = "latency",
    description = {
      "From an event published to the webhook called, while readings flow.",
      "Broker, server and database as in «bench ingest». Doors are forced open one after the"
          + " other,",
      "spread over the time; each is an alert of its own that nothing holds back.",
      ""
    })
public final class LatencyBench extends Bench {
  private static final int USUAL_SECONDS = 60;
  private static final int WARM_UP_SECONDS = 15;

  /** Forced open before the measuring, as in a server that has run for a while. */
  private static final int WARM_UP_DOORS = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LAST_SECONDS = 20;

  private final InstantSource clock;
  private final Output output;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Messages a second that flow meanwhile (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many doors are forced open (default: ${DEFAULT-VALUE}).")
  private int events;

  @Option(
      names = "--devices",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many devices publish (default: ${DEFAULT-VALUE}).")
  private int devices;

  public LatencyBench(InstantSource clock, Output output) {
    super("latency", output);
    this.clock = clock;
    this.output = output;
  }

  @Override
  void measure(int seconds, Figures figures)
      throws CommandFailure, IOException, InterruptedException {
    if (rate < 1 || events < 1 || devices < 1) {
      throw CommandFailure.wrongUse(
          "bench latency: --rate, --events and --devices; expected 1 or more");
    }
    int length = seconds == 0 ? USUAL_SECONDS : seconds;
    try (Hook hook = Hook.open();
        Scratch scratch = Scratch.make();
        IngestStand stand =
            IngestStand.start(scratch.directory(), devices, WARM_UP_DOORS + events, hook.url());
        Publisher flow = Publisher.connect(stand.broker(), serials -> {}, PATIENCE);
        Publisher doors = Publisher.connect(stand.broker(), serials -> {}, PATIENCE)) {
      output.out().println("broker: " + stand.brokerName());
      IngestLoad load = new IngestLoad(flow, clock, devices);
      CompletableFuture<Long> warming = flow(load, WARM_UP_SECONDS);
      force(doors, hook, 0, WARM_UP_DOORS, WARM_UP_SECONDS);
      warming.join();
      hook.await(WARM_UP_DOORS, LAST_SECONDS);
      hook.forget();
      IngestResult.Split before = stand.split();
      CompletableFuture<Long> flowing = flow(load, length);
      force(doors, hook, WARM_UP_DOORS, events, length);
      long sent = flowing.join();
      hook.await(events, LAST_SECONDS);
      figures.add("messages per second, published", (double) sent / length, "/s");
      figures.add("doors forced open", events, "");
      figures.add("webhooks missing", events - hook.called(), "");
      hook.durations().tell("event published to webhook called", figures);
      IngestResult.tell(stand.split().since(before), length, figures);
    }
  }

  private CompletableFuture<Long> flow(IngestLoad load, int length) {
    CompletableFuture<Long> sent = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                sent.complete(load.run(rate, length));
              } catch (InterruptedException | RuntimeException e) {
                sent.completeExceptionally(e);
              }
            },
            "flow");
    thread.setDaemon(true);
    thread.start();
    return sent;
  }

  private void force(Publisher doors, Hook hook, int first, int count, int length)
      throws InterruptedException {
    long began = System.nanoTime();
    long apart = TimeUnit.SECONDS.toNanos(length) / count;
    for (int door = first; door < first + count; door++) {
      TimeUnit.NANOSECONDS.sleep(began + (door - first) * apart - System.nanoTime());
      byte[] body =
          ("{\"ts\":" + clock.millis() + ",\"event\":\"forced_open\"}")
              .getBytes(StandardCharsets.ISO_8859_1);
      hook.expect("gate-" + door);
      doors.publish(door + 1, "wuchang/bench/gate-" + door + "/event", body);
    }
  }
}
