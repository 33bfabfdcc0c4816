package wuchang.app;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import wuchang.app.bench.BacktestBench;
import wuchang.app.bench.BenchCommand;
import wuchang.app.bench.IdleBench;
import wuchang.app.bench.IngestBench;
import wuchang.app.bench.JournalBench;
import wuchang.app.bench.LatencyBench;
import wuchang.app.bench.RulesBench;
import wuchang.app.bench.StoreBench;
import wuchang.app.cli.CheckCommand;
import wuchang.app.cli.Cli;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.Ending;
import wuchang.app.cli.Output;
import wuchang.app.command.BacktestCommand;
import wuchang.app.command.BackupCommand;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.command.DemoCommand;
import wuchang.app.command.ExportCommand;
import wuchang.app.command.ReplayCommand;
import wuchang.app.command.RestoreCommand;
import wuchang.app.command.RulesCommand;
import wuchang.app.command.RulesDirectory;
import wuchang.app.command.ScoreCommand;
import wuchang.app.command.ServeCommand;
import wuchang.app.command.SimulateCommand;
import wuchang.app.command.UserCommand;
import wuchang.app.command.VerifyCommand;
import wuchang.app.config.ConfigReader;
import wuchang.app.laboratory.Experiment;
import wuchang.app.scenario.ScenarioReader;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.Trial;

/** Where it begins: the commands, each with what it needs. */
public final class Main {
  /**
   * Paho tells the same by its callbacks, where we log it in one line; held, or it is collected.
   */
  private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

  private Main() {}

  public static void main(String[] arguments) {
    PAHO.setLevel(Level.OFF);
    Output output = Output.standard();
    Ending ending = Ending.install(output);
    try {
      ending.exit(cli(output, ending, catalogue()).run(arguments));
    } catch (CommandFailure e) {
      e.lines().forEach(output.err()::println);
      ending.exit(e.exitCode());
    }
  }

  private static Catalogue catalogue() throws CommandFailure {
    String own = System.getenv(RulesDirectory.VARIABLE);
    Catalogue shipped = Catalogue.shipped();
    return own == null || own.isEmpty() ? shipped : RulesDirectory.in(Path.of(own), shipped);
  }

  static Cli cli(Output output, Ending ending, Catalogue catalogue) {
    ConfigReader reader =
        new ConfigReader(
            new CatalogueVocabulary(catalogue),
            name -> java.util.Optional.ofNullable(System.getenv(name)));
    SystemClock clock = SystemClock.real();
    return new Cli(
        output,
        List.of(
            new DemoCommand(reader, catalogue, output, ending),
            new ServeCommand(reader, catalogue, clock, output, ending),
            new CheckCommand(
                reader,
                config -> Trial.failures(catalogue.rules()).stream().map(Object::toString).toList(),
                output),
            new RulesCommand(reader, catalogue, output),
            new SimulateCommand(new ScenarioReader(reader), clock, output),
            new ReplayCommand(clock, output),
            new BacktestCommand(reader, catalogue, output, Experiment.Limits.usual()),
            new ScoreCommand(reader, output),
            new ExportCommand(reader, catalogue, clock, output),
            new VerifyCommand(output),
            new BackupCommand(reader, clock, output),
            new RestoreCommand(reader, output),
            BenchCommand.of(
                List.of(
                    new RulesBench(reader, catalogue, output),
                    new BacktestBench(reader, catalogue, output),
                    new JournalBench(reader, output),
                    new StoreBench(reader, output),
                    new IngestBench(reader, catalogue, clock, output),
                    new LatencyBench(clock, output),
                    new IdleBench(reader, clock, output))),
            new CommandLine(new UserCommand(reader, clock, output))));
  }
}
