package wuchang.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.app.config.yaml.Fault;

/** The option {@code --config}, to be mixed into commands ({@code @Mixin}). */
public final class ConfigFile {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "wuchang.yaml",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  private Path path = Path.of("wuchang.yaml");

  public Path path() {
    return path;
  }

  /** What came of reading the file; its warnings go to standard error. */
  public Outcome read(ConfigReader reader, Output output) {
    Outcome outcome = reader.read(path);
    outcome.warnings().forEach(w -> output.err().println(w.place() + ": warning: " + w.text()));
    return outcome;
  }

  /**
   * The configuration; its warnings go to standard error.
   *
   * @throws CommandFailure with every fault when it is invalid
   */
  public Config load(ConfigReader reader, Output output) throws CommandFailure {
    Outcome outcome = read(reader, output);
    if (outcome instanceof Outcome.Invalid invalid) {
      throw CommandFailure.invalid(invalid.faults().stream().map(Fault::toString).toList());
    }
    return ((Outcome.Valid) outcome).config();
  }
}
