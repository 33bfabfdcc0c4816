package wuchang.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import wuchang.app.config.Config;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.domain.site.Site;

/**
 * {@code wuchang check}: whether a configuration can be used, and everything that speaks against.
 */
@Command(
    name = "check",
    description = {
      "Checks a configuration and runs the examples of the rules in force.",
      "",
      "Valid: one line with the counts on standard output, exit code 0.",
      "Invalid: every fault on standard output, a line each, FILE:LINE:COL: what is wrong, and what"
          + " was expected; exit code 2.",
      "An example that does not come out as it says: a line on standard output, exit code 1.",
      "Warnings, such as a limit looser than the profile's, go to standard error as"
          + " FILE:LINE:COL: warning: …, and change no exit code.",
      "",
      "Environment variables and files with secrets are read, and never shown.",
      ""
    })
public final class CheckCommand implements Callable<Integer> {
  private final ConfigReader reader;
  private final RuleExamples examples;
  private final Output output;

  @Mixin private ConfigFile file = new ConfigFile();

  public CheckCommand(ConfigReader reader, RuleExamples examples, Output output) {
    this.reader = reader;
    this.examples = examples;
    this.output = output;
  }

  @Override
  public Integer call() {
    return file.read(reader, output).match(valid -> judge(valid.config()), this::refuse);
  }

  private int refuse(Outcome.Invalid invalid) {
    invalid.faults().forEach(output.out()::println);
    return ExitCode.WRONG_USE;
  }

  private int judge(Config config) {
    List<String> failures = examples.failures(config);
    failures.forEach(output.out()::println);
    if (!failures.isEmpty()) {
      return ExitCode.FAILED;
    }
    output
        .out()
        .println(
            file.path() + " is valid: site: " + config.site().id() + ", " + counts(config.site()));
    return ExitCode.DONE;
  }

  private static String counts(Site site) {
    return "areas: %d, devices: %d, people: %d, meals: %d, channels: %d, shifts: %d, rule changes: %d"
        .formatted(
            site.areas().size(),
            site.devices().size(),
            site.people().size(),
            site.calendar().meals().size(),
            site.channels().size(),
            site.rota().size(),
            ruleChanges(site));
  }

  private static int ruleChanges(Site site) {
    return site.rules().size()
        + site.areas().values().stream().mapToInt(area -> area.rules().size()).sum()
        + site.devices().values().stream().mapToInt(device -> device.rules().size()).sum();
  }
}
