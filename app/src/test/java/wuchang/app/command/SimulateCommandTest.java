package wuchang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.cli.Cli;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.app.scenario.ScenarioReader;
import wuchang.rules.catalogue.Catalogue;

class SimulateCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-05T06:30:00Z");
  private static final String TINY =
      """
      span: {days: 0.05}
      site: {id: s}
      areas:
        - {id: a}
      devices:
        - {id: f1, kind: fridge, area: a, interval: 60s}
      mishaps:
        - {kind: door-left-open, device: f1, at: 20m, lasts: 30m, severity: 0.5}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;

  @Test
  void the_scenarios_are_listed_a_line_each() {
    assertThat(run("--list")).isZero();
    assertThat(out.toString().lines()).hasSize(11).anyMatch(l -> l.startsWith("busy-month  "));
  }

  @Test
  void a_scenario_is_written_as_readings_configuration_and_labels() throws Exception {
    Path scenario = Files.writeString(folder.resolve("tiny.yaml"), TINY);
    Path csv = folder.resolve("r.csv");
    Path config = folder.resolve("wuchang.yaml");
    Path truth = folder.resolve("truth.csv");

    assertThat(
            run(
                "--scenario", scenario.toString(),
                "--csv", csv.toString(),
                "--config", config.toString(),
                "--truth", truth.toString(),
                "--from", "2026-11-04T00:00:00Z"))
        .isZero();

    assertThat(Files.readAllLines(csv).get(0)).isEqualTo("time,device,metric,value");
    assertThat(Files.readAllLines(csv)).anyMatch(l -> l.endsWith(",f1,door_open,1"));
    assertThat(Files.readAllLines(csv))
        .noneMatch(l -> l.compareTo("2026-11-04T01:12:00") > 0 && l.startsWith("2"));
    assertThat(Files.readAllLines(truth))
        .containsExactly(
            "device,start,end,kind,area,mishap,severity",
            "f1,2026-11-04T00:20:00Z,2026-11-04T00:50:00Z,DOOR-01,a,door-left-open,0.5");
    assertThat(Files.readString(config)).contains("broker:", "storage:", "http:", "data: data/s");
    assertThat(out.toString()).startsWith("rows ");
  }

  @Test
  void a_file_without_a_start_ends_with_the_last_midnight() throws Exception {
    Path scenario = Files.writeString(folder.resolve("tiny.yaml"), TINY);
    Path truth = folder.resolve("truth.csv");

    assertThat(run("--scenario", scenario.toString(), "--truth", truth.toString())).isZero();
    assertThat(Files.readAllLines(truth).get(1)).startsWith("f1,2026-11-04T15:08:00Z,");
  }

  @Test
  void a_date_is_its_beginning_at_the_site() throws Exception {
    Path scenario = Files.writeString(folder.resolve("tiny.yaml"), TINY);
    Path truth = folder.resolve("truth.csv");

    assertThat(
            run("--scenario", scenario.toString(), "--truth", "" + truth, "--from", "2026-11-04"))
        .isZero();
    assertThat(Files.readAllLines(truth).get(1)).startsWith("f1,2026-11-03T16:20:00Z,");
  }

  @Test
  void wrong_use_is_named() throws Exception {
    Path broken =
        Files.writeString(folder.resolve("broken.yaml"), TINY.replace("f1, at", "f2, at"));
    assertThat(run("--csv", "x.csv")).isEqualTo(2);
    assertThat(run("--scenario", "nowhere", "--csv", "x.csv")).isEqualTo(2);
    assertThat(err.toString()).contains("no such scenario").contains("busy-month");
    assertThat(run("--scenario", broken.toString(), "--csv", "x.csv")).isEqualTo(2);
    assertThat(err.toString()).contains("broken.yaml:8:36: unknown device «f2»");
    assertThat(run("--scenario", "smoke")).isEqualTo(2);
    assertThat(run("--scenario", "smoke", "--csv", "x.csv", "--from", "yesterday")).isEqualTo(2);
    assertThat(
            run(
                "--scenario",
                "smoke",
                "--broker",
                "tcp://127.0.0.1:1",
                "--from",
                "2026-11-06T00:00:00Z"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("in the future");
    assertThat(run("--scenario", "smoke", "--csv", "x.csv", "--acked", "y")).isEqualTo(2);
    assertThat(run("--scenario", "smoke", "--truth", "y", "--speed", "0")).isEqualTo(2);
  }

  @Test
  void what_does_not_fit_before_now_is_told_with_a_way_out() throws Exception {
    String[] publish = {
      "--scenario", "inspection-day", "--broker", "tcp://127.0.0.1:1", "--speed", "600"
    };

    assertThat(run(publish)).isEqualTo(2);
    assertThat(err.toString())
        .contains("expected within the span from 2026-11-0")
        .contains("; --from with a date begins it with that day");
  }

  @Test
  void who_interrupts_it_finds_no_half_of_a_file() throws Exception {
    Path scenario = Files.writeString(folder.resolve("tiny.yaml"), TINY);
    Path csv = folder.resolve("r.csv");

    Thread.currentThread().interrupt();
    int code = run("--scenario", scenario.toString(), "--csv", csv.toString());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(code).isEqualTo(130);
    assertThat(folder).isDirectoryNotContaining("glob:**/r.csv*");
  }

  @Test
  void what_cannot_be_done_fails() throws Exception {
    Path scenario = Files.writeString(folder.resolve("tiny.yaml"), TINY);
    Path nowhere = folder.resolve("no").resolve("r.csv");
    assertThat(run("--scenario", scenario.toString(), "--csv", nowhere.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wuchang simulate: " + nowhere + " cannot be written: no such folder");
  }

  private int run(String... options) {
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(Catalogue.shipped()), name -> Optional.empty());
    Output output = new Output(new PrintWriter(out, true), new PrintWriter(err, true));
    InstantSource fixed = () -> NOW;
    SimulateCommand command = new SimulateCommand(new ScenarioReader(reader), fixed, output);
    List<String> arguments = new java.util.ArrayList<>(List.of("simulate"));
    arguments.addAll(List.of(options));
    return new Cli(output, List.of(command)).run(arguments.toArray(String[]::new));
  }
}
