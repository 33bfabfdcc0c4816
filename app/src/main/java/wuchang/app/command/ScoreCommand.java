package wuchang.app.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.app.config.yaml.Fault;
import wuchang.app.laboratory.FindingsFile;
import wuchang.app.laboratory.ScoreFile;
import wuchang.app.laboratory.TruthFile;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.rules.lab.Found;
import wuchang.rules.lab.Label;
import wuchang.rules.lab.Scoreboard;
import wuchang.simulators.csv.InvalidReadings;

/** {@code wuchang score}: findings marked against what really happened. */
@Command(
    name = "score",
    description = {
      "Marks findings against what really happened.",
      "Findings are as «backtest» writes them, the truth is device,start,end,kind. The marks say per",
      "rule how many labels were found, how soon, and how many findings were false alarms.",
      ""
    })
public final class ScoreCommand implements Callable<Integer> {
  private final ConfigReader reader;
  private final Output output;

  @Mixin private ResultFile out = new ResultFile();

  @Option(names = "--findings", required = true, paramLabel = "FILE", description = "The findings.")
  private Path findings = Path.of("");

  @Option(names = "--truth", required = true, paramLabel = "FILE", description = "The labels.")
  private Path truth = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration, which knows the areas; without it a device is alone.")
  private @Nullable Path config;

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "When the time looked at began (default: with the first label or finding).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "T",
      description = "When it ended (default: with the last label or finding).")
  private @Nullable String to;

  public ScoreCommand(ConfigReader reader, Output output) {
    this.reader = reader;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandFailure {
    out.check();
    try {
      List<Found> found = FindingsFile.read(findings);
      List<Label> labels = TruthFile.read(truth);
      Scoreboard board = new Scoreboard(found, labels, areas());
      out.write(ScoreFile.write(board.marks(days(board))), output);
      return ExitCode.DONE;
    } catch (InvalidReadings e) {
      throw CommandFailure.invalid(e.faults());
    } catch (NoSuchFileException e) {
      throw CommandFailure.invalid(
          List.of(e.getMessage() + ": there is no such file; expected findings or labels"));
    } catch (IOException e) {
      throw CommandFailure.failed("wuchang score: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private OptionalDouble days(Scoreboard board) throws CommandFailure {
    if (from == null && to == null) {
      return board.daysKnown();
    }
    if (from == null || to == null) {
      throw CommandFailure.wrongUse("wuchang score: expected --from and --to, or neither");
    }
    return Scoreboard.days(
        Moment.parse("--from", from, ZoneOffset.UTC), Moment.parse("--to", to, ZoneOffset.UTC));
  }

  private Map<DeviceId, AreaId> areas() throws CommandFailure {
    if (config == null) {
      return Map.of();
    }
    Outcome outcome = reader.read(config);
    if (outcome instanceof Outcome.Invalid invalid) {
      throw CommandFailure.invalid(invalid.faults().stream().map(Fault::toString).toList());
    }
    Config valid = ((Outcome.Valid) outcome).config();
    return valid.site().devices().values().stream()
        .collect(Collectors.toMap(Device::id, Device::area));
  }
}
