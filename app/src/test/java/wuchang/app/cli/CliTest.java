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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.FewRules;

class CliTest {
  private static final String VALID = "site: {id: east}\nareas: [{id: kitchen}]\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Output output = new Output(new PrintWriter(out), new PrintWriter(err));

  /** Fails in the way its option says. */
  @Command(name = "fall", description = "Falls.")
  static final class Fall implements Callable<Integer> {
    @Option(names = "--how")
    private String how = "";

    @Override
    public Integer call() throws CommandFailure {
      switch (how) {
        case "failed" -> throw CommandFailure.failed("the port 1883 is taken");
        case "wrong" -> throw CommandFailure.wrongUse("--seed is no number");
        case "bug" -> throw new IllegalStateException("nobody thought of this");
        default -> {
          return ExitCode.DONE;
        }
      }
    }
  }

  @Command(name = "user", description = "Accounts.")
  static final class User {}

  @Command(name = "add", description = "Adds an account.")
  static final class UserAdd implements Callable<Integer> {
    @Override
    public Integer call() {
      return ExitCode.DONE;
    }
  }

  private int run(String... arguments) {
    return run(List.of(), arguments);
  }

  private int run(List<String> failures, String... arguments) {
    ConfigReader reader = new ConfigReader(new FewRules(), name -> Optional.empty());
    CommandLine user = new CommandLine(new User()).addSubcommand(new UserAdd());
    List<Object> commands =
        List.of(new CheckCommand(reader, config -> failures, output), new Fall(), user);
    return new Cli(output, commands).run(arguments);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("wuchang.yaml"), yaml);
  }

  private List<String> outLines() {
    return out.toString().lines().toList();
  }

  private List<String> errLines() {
    return err.toString().lines().toList();
  }

  @Test
  void check_of_a_valid_file_is_one_line_with_the_counts() throws IOException {
    Path file = file(VALID);

    assertThat(run("check", "--config", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(outLines())
        .containsExactly(
            file
                + " is valid: site: east, areas: 1, devices: 0, people: 0, meals: 0, channels: 0,"
                + " shifts: 0, rule changes: 0");
    assertThat(errLines()).isEmpty();
  }

  @Test
  void check_of_an_invalid_file_is_every_fault_on_standard_output() throws IOException {
    Path file = file("site: {id: east, diner: 3}\nhttp: {port: x}\nrules: {FRG-01: {above: 9 °C}}");

    assertThat(run("check", "--config=" + file)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(outLines())
        .containsExactly(
            file
                + ":1:18: unknown key «diner»; did you mean «diners»?; expected in site one of id"
                + " name profile timezone diners",
            file + ":2:14: port «x» does not fit; expected a whole number from 0 to 65535");
    assertThat(errLines())
        .containsExactly(
            file + ":3:25: warning: FRG-01 above «9 °C» is looser than the 8 °C of the profile CN");
  }

  @Test
  void warnings_change_neither_the_line_nor_the_exit_code() throws IOException {
    Path file = file(VALID + "rules: {FRG-01: {above: 9 °C}}");

    assertThat(run("check", "--config", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(outLines()).singleElement().asString().contains("is valid", "rule changes: 1");
    assertThat(errLines()).singleElement().asString().contains(":3:25: warning: ");
  }

  @Test
  void an_example_of_a_rule_that_does_not_hold_fails_the_check() throws IOException {
    Path file = file(VALID);

    assertThat(run(List.of("FRG-01 «x»: expected none"), "check", "--config", file.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(outLines()).containsExactly("FRG-01 «x»: expected none");
  }

  @Test
  void a_missing_file_is_named() {
    assertThat(run("check", "--config", "nowhere.yaml")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(outLines())
        .containsExactly("nowhere.yaml:1:1: there is no such file; expected a configuration");
  }

  @ParameterizedTest
  @CsvSource({
    "chekc, wuchang: unknown command «chekc»",
    "chekc --help, wuchang: unknown command «chekc»",
    "--verbose, wuchang: unknown option «--verbose»",
    "check --confg, wuchang check: unknown option «--confg»; did you mean --config?",
    "check file.yaml, wuchang check: unknown argument «file.yaml»",
    "check --config, wuchang check: Missing required parameter for option '--config' (FILE)",
    "user, wuchang user: no command given",
    "user delete, wuchang user: unknown command «delete»",
    "user add --rol, wuchang user add: unknown option «--rol»",
    "@file, wuchang: unknown command «@file»",
    "'', wuchang: no command given"
  })
  void wrong_use_is_one_line_and_exit_code_2(String line, String said) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");

    assertThat(run(arguments)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(errLines()).singleElement().asString().startsWith(said).endsWith(" --help");
    assertThat(outLines()).isEmpty();
  }

  @Test
  void what_is_wrong_cannot_make_a_second_line() {
    assertThat(run("a\nb")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(errLines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "check --help", "user --help", "user add -h"})
  void help_goes_to_standard_output(String line) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("Usage: wuchang").contains("--help");
    assertThat(errLines()).isEmpty();
  }

  @Test
  void help_lists_the_commands_that_exist_and_no_others() {
    run("--help");

    assertThat(out.toString())
        .containsPattern("\\n  check +Checks")
        .containsPattern("\\n  user +Accounts")
        .contains("130")
        .doesNotContain("serve", "backtest");
  }

  @Test
  void the_help_of_check_says_where_faults_go() {
    run("check", "--help");

    assertThat(out.toString()).contains("FILE:LINE:COL", "standard output", "wuchang.yaml");
  }

  @Test
  void the_version_names_java_too() {
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("wuchang ").contains("Java " + Runtime.version());
  }

  @Test
  void a_failure_is_a_line_and_its_exit_code() {
    assertThat(run("fall", "--how", "failed")).isEqualTo(ExitCode.FAILED);
    assertThat(run("fall", "--how", "wrong")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(errLines())
        .containsExactly("wuchang: the port 1883 is taken", "wuchang: --seed is no number");
  }

  @Test
  void a_bug_shows_its_trace() {
    assertThat(run("fall", "--how", "bug")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("this is a bug", "nobody thought of this", "Fall.call");
  }
}
