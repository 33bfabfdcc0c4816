package wuchang.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.scenario.InvalidScenario;
import wuchang.app.scenario.ReadScenario;
import wuchang.app.scenario.ScenarioReader;
import wuchang.domain.Text;
import wuchang.simulators.mqtt.BrokerRefused;
import wuchang.simulators.replay.Speed;
import wuchang.simulators.scenario.Crew;
import wuchang.simulators.scenario.Scenario;
import wuchang.simulators.scenario.ScenarioFault;
import wuchang.simulators.scenario.Simulation;
import wuchang.simulators.scenario.Stretch;
import wuchang.simulators.scenario.Truthful;

/** {@code wuchang simulate}: plays a scenario onto a broker, or writes it as files. */
@Command(
    name = "simulate",
    description = {
      "Plays a simulated site onto a broker, or writes it as files.",
      "--broker publishes; --csv writes readings as fast as it can. --config and --truth write the",
      "configuration that fits and the labels of everything that goes wrong, alone or beside.",
      "What is published is never ahead of now. At speed 1 it begins now; at any other, or as max, so",
      "long ago that it ends now; or at --from. What is older than 5 minutes is marked as history.",
      "A file without --from ends with the site's last midnight.",
      ""
    })
public final class SimulateCommand implements Callable<Integer> {
  private final ScenarioReader reader;
  private final InstantSource clock;
  private final Output output;

  @Option(names = "--scenario", paramLabel = "FILE|NAME", description = "See --list.")
  private @Nullable String scenario;

  @Option(names = "--list", description = "Name the scenarios that are shipped, a line each.")
  private boolean list;

  @ArgGroup(exclusive = false)
  private @Nullable BrokerOptions broker;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description = "Of publishing: so many times as fast as our time (default: the scenario's).")
  private @Nullable String speed;

  @Option(names = "--seed", paramLabel = "N", description = "Default: the scenario's.")
  private @Nullable Long seed;

  @Option(
      names = "--from",
      paramLabel = "T",
      description =
          "When it begins: 2026-03-02T00:00:00+08:00, or a date; it lasts as long as ever.")
  private @Nullable String from;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write readings, publish nothing.")
  private @Nullable Path csv;

  @Option(names = "--config", paramLabel = "FILE", description = "Write the configuration.")
  private @Nullable Path config;

  @Option(names = "--truth", paramLabel = "FILE", description = "Write the labels.")
  private @Nullable Path truth;

  @Option(
      names = "--acked",
      paramLabel = "FILE",
      description =
          "Append the serial numbers of the messages that the broker acknowledged, one a line.")
  private @Nullable Path acked;

  @Option(
      names = "--sent",
      paramLabel = "FILE",
      description = "Write what each serial number is: serial,device,time.")
  private @Nullable Path sent;

  public SimulateCommand(ScenarioReader reader, InstantSource clock, Output output) {
    this.reader = reader;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandFailure {
    try {
      return list ? showList() : run();
    } catch (ScenarioFault e) {
      throw CommandFailure.invalid(List.of(e.getMessage() + wayOut()));
    } catch (InvalidScenario e) {
      throw CommandFailure.invalid(e.faults());
    } catch (BrokerRefused e) {
      throw CommandFailure.failed("wuchang simulate: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw unwritten(e.getCause());
    } catch (IOException e) {
      throw unwritten(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  /**
   * What is published ends now, in the midst of a day; what happens at a time of day may not fit.
   */
  private String wayOut() {
    return broker != null && from == null ? "; --from with a date begins it with that day" : "";
  }

  private int showList() throws IOException {
    for (Map.Entry<String, Text> each : reader.shipped().entrySet()) {
      output.out().println("%-15s %s".formatted(each.getKey(), each.getValue().en()));
    }
    return ExitCode.DONE;
  }

  private int run() throws CommandFailure, InvalidScenario, IOException, InterruptedException {
    checkUse();
    ReadScenario read = reader.read(String.valueOf(scenario));
    Scenario played = seed == null ? read.scenario() : read.scenario().seeded(seed);
    Play play = new Play(played, speed(played), start(played), clock.instant());
    Stretch stretch = broker == null ? play.recorded() : play.published();
    try (Crew crew = new Crew(Runtime.getRuntime().availableProcessors())) {
      Simulation simulation = new Simulation(played, stretch, play.step(broker != null), crew);
      if (config != null) {
        Files.writeString(config, read.configuration());
      }
      play(simulation, play, stretch, crew);
      if (truth != null) {
        Files.write(truth, labels(simulation), StandardCharsets.UTF_8);
      }
    }
    return ExitCode.DONE;
  }

  private void play(Simulation simulation, Play play, Stretch stretch, Crew crew)
      throws CommandFailure, IOException, InterruptedException {
    if (broker != null) {
      if (truth != null) {
        // As far as it is known before; who publishes for days does not wait for the end.
        Files.write(truth, labels(simulation), StandardCharsets.UTF_8);
      }
      Sending sending =
          new Sending(broker.broker(), Optional.ofNullable(acked), Optional.ofNullable(sent));
      output.out().println(sending.send(simulation, stretch, play, clock));
    } else if (csv != null) {
      output.out().println(new Writing(simulation, stretch, crew).to(csv));
    } else if (truth != null) {
      new Writing(simulation, stretch, crew).unwritten();
    }
  }

  private void checkUse() throws CommandFailure {
    if (scenario == null) {
      throw wrong("--scenario is missing; expected a file or a name, see --list");
    }
    if (broker != null && csv != null) {
      throw wrong("--csv writes readings instead of publishing; expected --csv or --broker");
    }
    if (broker == null && csv == null && config == null && truth == null) {
      throw wrong("nothing to do; expected --broker, --csv, --config or --truth");
    }
    if (broker == null && (acked != null || sent != null)) {
      throw wrong("--acked and --sent go with --broker");
    }
  }

  private Speed speed(Scenario played) throws CommandFailure {
    try {
      return speed == null ? played.speed() : Speed.parse(speed);
    } catch (IllegalArgumentException e) {
      throw wrong("--speed: " + e.getMessage());
    }
  }

  private Optional<Instant> start(Scenario played) throws CommandFailure {
    if (from == null) {
      return Optional.empty();
    }
    Instant start = Moment.parse("--from", from, played.site().zone());
    if (broker != null && start.isAfter(clock.instant())) {
      throw wrong("--from " + from + " is in the future; expected a time that is over");
    }
    return Optional.of(start);
  }

  private List<String> labels(Simulation simulation) {
    List<Truthful> truth = broker == null ? simulation.writtenTruth() : simulation.truth();
    List<String> lines = new ArrayList<>();
    lines.add(Truthful.HEADER);
    truth.forEach(row -> lines.add(row.csv()));
    return lines;
  }

  /** Some of these exceptions say no more than the file. */
  private static CommandFailure unwritten(IOException e) {
    return CommandFailure.failed(
        e instanceof FileSystemException file
            ? "wuchang simulate: %s cannot be written: %s"
                .formatted(
                    file.getFile(),
                    file instanceof NoSuchFileException ? "no such folder" : file.getMessage())
            : "wuchang simulate: " + e);
  }

  private static CommandFailure wrong(String what) {
    return CommandFailure.wrongUse("wuchang simulate: " + what);
  }
}
