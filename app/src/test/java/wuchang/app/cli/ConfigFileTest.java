package wuchang.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.FewRules;

class ConfigFileTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Output output = new Output(new PrintWriter(out), new PrintWriter(err));

  /** Does with a configuration what every command does first. */
  @Command(name = "use")
  final class Use implements Callable<Integer> {
    @Mixin private ConfigFile file = new ConfigFile();

    @Override
    public Integer call() throws CommandFailure {
      ConfigReader reader = new ConfigReader(new FewRules(), name -> Optional.empty());
      output.out().println(file.load(reader, output).site().id());
      return ExitCode.DONE;
    }
  }

  private int run(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("w.yaml"), yaml);
    return new Cli(output, List.of(new Use())).run("use", "--config", file.toString());
  }

  @Test
  void gives_the_configuration_and_says_its_warnings() throws IOException {
    assertThat(run("site: {id: east}\nrules: {FRG-01: {above: 9 °C}}")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().strip()).isEqualTo("east");
    assertThat(err.toString().lines()).singleElement().asString().contains(":2:25: warning: ");
  }

  @Test
  void an_invalid_one_stops_the_command_with_every_fault_on_standard_error() throws IOException {
    assertThat(run("site: {}\nhttp: []")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.contains("w.yaml:"));
    assertThat(out.toString()).isEmpty();
  }
}
