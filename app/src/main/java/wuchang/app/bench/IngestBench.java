package wuchang.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.simulators.mqtt.Publisher;

/** {@code wuchang bench ingest}: what a whole server takes in, from the publisher to the table. */
@Command(
    name = "ingest",
    description = {
      "The whole intake: from the publisher to the store.",
      "A broker (Mosquitto if it is installed, else the embedded one), the server and an embedded",
      "PostgreSQL, each a process; this process publishes at QoS 1, three values a message. Without",
      "--rate it searches the highest rate that lasts, and then measures at it.",
      ""
    })
public final class IngestBench extends Bench {
  private static final int USUAL_SECONDS = 60;
  private static final int FIRST_RATE = 2_000;
  private static final int HIGHEST_RATE = 64_000;
  private static final int HALVINGS = 2;
  private static final int STEP_SECONDS = 10;
  private static final int LONG_TRIES = 4;
  private static final double LESS = 0.85;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What may wait at the end of a rate that lasts: so many seconds of it. */
  private static final double BEHIND_SECONDS = 1.5;

  /** How much of a rate must really have been published. */
  private static final double KEPT = 0.97;

  private final ConfigReader reader;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final Output output;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Messages a second; without: the highest rate that lasts is searched.")
  private int rate;

  @Option(
      names = "--devices",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many devices publish (default: ${DEFAULT-VALUE}).")
  private int devices;

  public IngestBench(ConfigReader reader, Catalogue catalogue, InstantSource clock, Output output) {
    super("ingest", output);
    this.reader = reader;
    this.catalogue = catalogue;
    this.clock = clock;
    this.output = output;
  }

  @Override
  void measure(int seconds, Figures figures)
      throws CommandFailure, IOException, InterruptedException {
    require("--rate", rate, 0);
    require("--devices", devices, 1);
    try (Scratch scratch = Scratch.make();
        IngestStand stand = IngestStand.start(scratch.directory(), devices);
        Publisher publisher = Publisher.connect(stand.broker(), serials -> {}, PATIENCE)) {
      output.out().println("broker: " + stand.brokerName());
      IngestLoad load = new IngestLoad(publisher, clock, devices);
      IngestRun run = new IngestRun(stand, publisher, load, clock);
      int length = seconds == 0 ? USUAL_SECONDS : seconds;
      IngestResult result = rate > 0 ? run.measure(rate, length) : lasting(run, length);
      result.tell(figures);
      figures.add("lasts (1: yes)", lasts(result) ? 1 : 0, "");
      figures.add("values missing in the end", run.missing(), "");
      tellLooks(stand, figures);
    }
  }

  /** A rule of several severities looks once for each of them. */
  private void tellLooks(IngestStand stand, Figures figures)
      throws IOException, InterruptedException {
    Site site = Herd.site(IngestStand.site(1), reader);
    Device device = List.copyOf(site.devices().values()).get(1);
    new Onlookers(HerdRules.over(catalogue), site)
        .tell(device, IngestLoad.METRICS, clock.instant(), figures);
    figures.add("looks at a value", (double) stand.looks() / stand.stored(), "");
  }

  /** What lasts for seconds need not last for a minute: then somewhat less is tried. */
  private IngestResult lasting(IngestRun run, int seconds)
      throws IOException, InterruptedException {
    int tried = search(run);
    IngestResult result = told(run.measure(tried, seconds));
    for (int again = 0; again < LONG_TRIES && !lasts(result); again++) {
      run.drain(TimeUnit.MINUTES.toSeconds(2));
      tried = (int) (tried * LESS);
      result = told(run.measure(tried, seconds));
    }
    return result;
  }

  private static void require(String option, int value, int least) throws CommandFailure {
    if (value < least) {
      throw CommandFailure.wrongUse(
          "bench ingest: "
              + option
              + " "
              + value
              + "; expected "
              + Math.max(1, least)
              + " or more");
    }
  }

  /** Doubles the rate until it does not last, and halves the gap some times. */
  private int search(IngestRun run) throws IOException, InterruptedException {
    int lasted = 0;
    int failed = HIGHEST_RATE;
    for (int next = FIRST_RATE; next < failed; next *= 2) {
      if (lasts(run, next)) {
        lasted = next;
      } else {
        failed = next;
      }
    }
    for (int i = 0; i < HALVINGS; i++) {
      int middle = (lasted + failed) / 2;
      if (lasts(run, middle)) {
        lasted = middle;
      } else {
        failed = middle;
      }
    }
    return Math.max(lasted, 100);
  }

  private boolean lasts(IngestRun run, int tried) throws IOException, InterruptedException {
    IngestResult result = told(run.measure(tried, STEP_SECONDS));
    run.drain(TimeUnit.MINUTES.toSeconds(2));
    return lasts(result);
  }

  private static boolean lasts(IngestResult result) {
    return result.messagesPerSecond() >= KEPT * result.rate()
        && result.behind() <= BEHIND_SECONDS * IngestLoad.VALUES * result.rate();
  }

  private IngestResult told(IngestResult result) {
    output
        .err()
        .printf(
            "%,d msg/s: published %,.0f/s, %,d values behind at the end: %s%n",
            result.rate(),
            result.messagesPerSecond(),
            result.behind(),
            lasts(result) ? "lasts" : "does not last");
    return result;
  }
}
