package wuchang.app.bench;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code wuchang bench}: the benchmarks that were handed in, each a command of its own. */
@Command(
    name = "bench",
    description = {
      "Measures how fast Wuchang is on this machine.",
      "It starts what it needs, and prints a table with the machine, versions,",
      "rates, percentiles, processor time and peak memory. Close other programs before.",
      ""
    },
    synopsisSubcommandLabel = "BENCHMARK",
    commandListHeading = "%nBenchmarks (each has --help):%n")
public final class BenchCommand {
  private BenchCommand() {}

  /** The command with its benchmarks. */
  public static CommandLine of(List<?> benchmarks) {
    CommandLine command = new CommandLine(new BenchCommand());
    benchmarks.forEach(command::addSubcommand);
    return command;
  }
}
