package wuchang.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.domain.SiteId;
import wuchang.simulators.csv.InvalidReadings;
import wuchang.simulators.mqtt.AckedFile;
import wuchang.simulators.mqtt.Acknowledged;
import wuchang.simulators.mqtt.Broker;
import wuchang.simulators.mqtt.BrokerRefused;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.replay.Progress;
import wuchang.simulators.replay.Replay;
import wuchang.simulators.replay.ReplayOptions;
import wuchang.simulators.replay.Replayed;
import wuchang.simulators.replay.Speed;
import wuchang.simulators.replay.TerminalProgress;

/** {@code wuchang replay}: plays a file of readings onto a broker. */
@Command(
    name = "replay",
    description = {
      "Plays a file of readings (time,device,metric,value) onto a broker, at QoS 1.",
      "Consecutive rows of one device and time become one message. Without --live each message",
      "carries \"replay\":true: it is history, and pages nobody.",
      ""
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Output output;

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The readings.")
  private Path csv = Path.of("");

  @Option(
      names = "--site",
      required = true,
      paramLabel = "ID",
      description = "The site in the topics.")
  private String site = "";

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "1",
      description = "So many times as fast as it was (default: ${DEFAULT-VALUE}).")
  private String speed = "1";

  @Option(names = "--shift-to-now", description = "Move all times so that the newest is now.")
  private boolean shiftToNow;

  @Option(names = "--live", description = "As news: without the mark of history.")
  private boolean live;

  @Option(
      names = "--acked",
      paramLabel = "FILE",
      description =
          "Append the numbers of the rows that the broker acknowledged, one a line; rows count"
              + " from 1 after the header.")
  private @Nullable Path acked;

  public ReplayCommand(InstantSource clock, Output output) {
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandFailure {
    try {
      Replayed replayed = run(options());
      output.out().println("rows %d messages %d".formatted(replayed.rows(), replayed.messages()));
      return ExitCode.DONE;
    } catch (InvalidReadings e) {
      throw CommandFailure.invalid(e.faults());
    } catch (BrokerRefused e) {
      throw CommandFailure.failed("wuchang replay: " + e.getMessage());
    } catch (IOException e) {
      throw CommandFailure.failed("wuchang replay: " + csv + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private ReplayOptions options() throws CommandFailure {
    try {
      return new ReplayOptions(csv, SiteId.of(site), Speed.parse(speed), shiftToNow, live);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUse("wuchang replay: " + e.getMessage());
    }
  }

  private Replayed run(ReplayOptions options)
      throws CommandFailure, IOException, InterruptedException {
    Broker onto = broker.broker();
    Replay replay = Replay.of(options, clock, progress());
    Optional<AckedFile> file =
        acked == null ? Optional.empty() : Optional.of(AckedFile.append(acked));
    try {
      Acknowledged sink = file.isPresent() ? file.get() : serials -> {};
      try (Publisher publisher = Publisher.connect(onto, sink, PATIENCE)) {
        return replay.onto(publisher);
      }
    } finally {
      if (file.isPresent()) {
        file.get().close();
      }
    }
  }

  private static Progress progress() {
    PrintStream terminal = System.err;
    return System.console() == null ? (done, all) -> {} : new TerminalProgress(terminal);
  }
}
