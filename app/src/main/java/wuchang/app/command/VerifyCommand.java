package wuchang.app.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wuchang.app.cli.CommandFailure;
import wuchang.app.cli.ExitCode;
import wuchang.app.cli.Output;
import wuchang.app.inspection.ChainUnreadable;
import wuchang.app.inspection.Verification;

/** {@code wuchang verify-records}: whether exported records are as they were when they closed. */
@Command(
    name = "verify-records",
    description = {
      "Checks the chain of hashes of exported records.",
      "Takes an inspection package, or a chain.tsv out of one, on any machine. Names the first row",
      "that does not fit, exit code 1. The head that is printed is to be compared with one that",
      "was given out earlier.",
      ""
    })
public final class VerifyCommand implements Callable<Integer> {
  private final Output output;

  @Option(names = "--file", paramLabel = "FILE", required = true, description = "The package.")
  private Path file = Path.of("");

  public VerifyCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws CommandFailure {
    try {
      Verification.Result result = Verification.of(file);
      if (result.fault().isPresent()) {
        throw CommandFailure.failed("wuchang verify-records: " + result.fault().get());
      }
      output
          .out()
          .printf(
              "%d rows fit; readings: %d fit, %d not in the package; documents: %d fit; head %d %s%n",
              result.rows(),
              result.series(),
              result.without(),
              result.documents(),
              result.sequence(),
              result.head());
      return ExitCode.DONE;
    } catch (ChainUnreadable e) {
      throw CommandFailure.invalid(
          List.of("wuchang verify-records: " + file + " " + e.getMessage()));
    } catch (NoSuchFileException e) {
      throw CommandFailure.invalid(
          List.of("wuchang verify-records: " + file + ": there is no such file"));
    } catch (IOException e) {
      throw CommandFailure.failed("wuchang verify-records: " + e.getMessage());
    }
  }
}
