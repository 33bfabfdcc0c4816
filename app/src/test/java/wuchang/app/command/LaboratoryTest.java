package wuchang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.cli.Cli;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.app.laboratory.Experiment;
import wuchang.rules.catalogue.Catalogue;

/** {@code backtest} and {@code score} as their user sees them. */
class LaboratoryTest {
  private static final String HEADER = "time,device,metric,value\n";
  private static final String FINDINGS = "rule,device,severity,since,raised_at,until,evidence";
  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path directory;

  @BeforeEach
  void a_site_of_two_fridges() throws Exception {
    write(
        "wuchang.yaml",
        """
        site: {id: east, profile: CN}
        areas: [{id: kitchen}]
        devices:
          - {id: fridge-1, kind: fridge, area: kitchen, interval: 60s}
          - {id: fridge-2, kind: fridge, area: kitchen, interval: 60s}
        """);
    write("readings.csv", "\ufeff" + HEADER + door(0, 15, 1) + door(16, 17, 0));
  }

  @Test
  void findings_have_their_steps_and_stay_open_when_nothing_ends_them() {
    assertThat(backtest("--csv", "readings.csv")).isZero();

    assertThat(lines()).hasSize(3).first().isEqualTo(FINDINGS);
    assertThat(lines().get(1))
        .isEqualTo(
            "DOOR-01,fridge-1,major,2026-11-01T08:00:00Z,2026-11-01T08:02:00Z,"
                + "2026-11-01T08:16:00Z,\"{\"\"limit\"\":{\"\"value\"\":0.5,\"\"unit\"\":\"\"\"\"},"
                + "\"\"value\"\":{\"\"value\"\":1.0,\"\"unit\"\":\"\"\"\"},\"\"steps\"\":["
                + "{\"\"severity\"\":\"\"warning\"\",\"\"at\"\":\"\"2026-11-01T08:02:00Z\"\"},"
                + "{\"\"severity\"\":\"\"major\"\",\"\"at\"\":\"\"2026-11-01T08:10:00Z\"\"}]}\"");
    assertThat(lines().get(2))
        .startsWith("SEN-01,fridge-2,warning,2026-11-01T08:00:00Z,2026-11-01T08:15:00Z,,\"{");
  }

  @Test
  void time_goes_to_the_newest_reading_or_to_where_it_is_told() {
    backtest("--csv", "readings.csv", "--to", "2026-11-01T08:05:00Z");
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1)).startsWith("DOOR-01,fridge-1,warning,").contains("T08:02:00Z,,");

    backtest("--csv", "readings.csv", "--to", "2026-11-01T17:00:00+08:00");
    assertThat(lines()).anyMatch(l -> l.startsWith("SEN-01,fridge-1,") && l.contains("T08:17:00Z"));

    backtest("--csv", "readings.csv", "--from", "2026-11-01T08:16:00Z", "--to", "2026-11-02");
    assertThat(lines()).noneMatch(l -> l.startsWith("DOOR-01"));
  }

  @Test
  void coverage_says_for_how_much_of_a_day_what_was_proven() throws Exception {
    assertThat(
            backtest(
                "--csv", "readings.csv", "--to", "2026-11-01T09:00:00Z", "--coverage", "c.csv"))
        .isZero();

    // In breach from the third minute until ten seconds after the sixteenth; known for ten minutes
    // after the seventeenth.
    List<String> rows = Files.readAllLines(directory.resolve("c.csv"));
    assertThat(rows.get(0)).isEqualTo("day,device,rule,compliant_s,breach_s,unproven_s");
    assertThat(rows).contains("2026-11-01,fridge-1,DOOR-01,770,850,59580");
    assertThat(rows).contains("2026-11-01,fridge-2,FRG-01,0,0,61200");
  }

  @Test
  void unknown_devices_are_named_once_and_a_record_that_no_rule_wants_changes_nothing()
      throws Exception {
    String rows = Files.readString(directory.resolve("readings.csv"));
    write(
        "more.csv",
        rows
            + "2026-11-01T08:00:00Z,attic,temperature,4\n2026-11-01T08:01:00Z,attic,temperature,4\n"
            + "2026-11-01T08:01:00Z,fridge-1,event:record:sample,\"{\"\"g\"\":125}\"\n");
    backtest("--csv", "readings.csv");
    String without = out.toString();

    assertThat(backtest("--csv", "more.csv")).isZero();

    assertThat(out.toString()).isEqualTo(without);
    assertThat(err.toString().lines())
        .containsExactly("wuchang backtest: devices that are not configured are skipped: attic");
  }

  @Test
  void a_draft_is_compared_with_another() throws Exception {
    write("strict.yaml", "rules:\n  DOOR-01: {tolerate: 5m}\n");
    write("lenient.yaml", "rules:\n  DOOR-01: {enabled: false}\n  SEN-01: {tolerate: 1h}\n");

    assertThat(backtest("--csv", "readings.csv", "--rules", "strict.yaml", "--out", "found.csv"))
        .isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(Files.readString(directory.resolve("found.csv"))).contains("T08:05:00Z");

    backtest("--csv", "readings.csv", "--rules", "strict.yaml", "--against", "lenient.yaml");
    assertThat(lines().get(0)).isEqualTo("change," + FINDINGS);
    assertThat(starts()).containsExactly("added,DOOR-01,fridge-1", "added,SEN-01,fridge-2");

    backtest("--csv", "readings.csv", "--rules", "lenient.yaml", "--against", "strict.yaml");
    assertThat(starts()).containsExactly("dropped,DOOR-01,fridge-1", "dropped,SEN-01,fridge-2");

    backtest("--csv", "readings.csv", "--against", "strict.yaml");
    assertThat(starts()).containsExactly("moved,DOOR-01,fridge-1");
    assertThat(lines().get(1)).contains("T08:02:00Z");
  }

  @Test
  void faults_are_named_by_their_places() throws Exception {
    write("bad.yaml", "rules:\n  DOOR-01: {tolerat: 5m}\n");
    assertThat(backtest("--csv", "readings.csv", "--rules", "bad.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("bad.yaml:2:13: unknown key «tolerat»");

    write("empty.yaml", "# nothing\n");
    assertThat(backtest("--csv", "readings.csv", "--rules", "empty.yaml")).isEqualTo(2);
    assertThat(backtest("--csv", "readings.csv", "--rules", "none.yaml")).isEqualTo(2);

    write("bad.csv", HEADER + "2026-11-01T08:00:00Z,fridge-1,door_open,open\nx,y\n");
    assertThat(backtest("--csv", "bad.csv")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .endsWith("bad.csv:2: «open» is no value; expected a finite number");
  }

  @Test
  void wrong_use_is_told_apart_from_failure() {
    assertThat(backtest()).isEqualTo(2);
    assertThat(backtest("--from", "2026-11-01T08:00:00Z")).isEqualTo(2);
    assertThat(backtest("--csv", "none.csv")).isEqualTo(2);
    assertThat(backtest("--csv", "readings.csv", "--to", "tomorrow")).isEqualTo(2);
    assertThat(backtest("--csv", "readings.csv", "--from", "2027-01-01", "--to", "2026-01-01"))
        .isEqualTo(2);
    assertThat(backtest("--csv", "readings.csv", "--out", "no/such/folder.csv")).isEqualTo(1);
    assertThat(backtest("--from", "2026-11-01", "--to", "2026-11-02")).isEqualTo(1);
    assertThat(err.toString()).contains("no database");
  }

  @Test
  void what_backtest_writes_score_reads() throws Exception {
    backtest("--csv", "readings.csv", "--out", "found.csv");
    write(
        "truth.csv",
        "device,start,end,kind,note\n"
            + "fridge-1,2026-11-01T07:59:30Z,2026-11-01T08:16:00Z,DOOR-01,left open\n"
            + "fridge-2,2026-11-01T06:00:00Z,2026-11-02T06:00:00Z,benign:loading,x\n");

    assertThat(score("--findings", "found.csv", "--truth", "truth.csv")).isZero();

    assertThat(lines())
        .containsExactly(
            "rule,labels,found,missed,findings,false,precision,recall,delay_p50_s,delay_p90_s,"
                + "false_per_day",
            "DOOR-01,1,1,0,1,0,1,1,150,150,0",
            "SEN-01,0,0,0,1,0,1,,,,0",
            "all,1,1,0,2,0,1,1,150,150,0");
  }

  @Test
  void a_truth_that_cannot_be_is_refused() throws Exception {
    backtest("--csv", "readings.csv", "--out", "found.csv");
    write(
        "truth.csv",
        "device,start,end,kind\n"
            + "fridge-1,2026-11-01T09:00:00Z,2026-11-01T08:16:00Z,DOOR-01\n"
            + "fridge-1,2026-11-01T07:00:00Z,2026-11-01T08:16:00Z,odd:DOOR-01\n");

    assertThat(score("--findings", "found.csv", "--truth", "truth.csv")).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("truth.csv:2: ").contains("before the start"),
            line -> assertThat(line).contains("truth.csv:3: ").contains("benign:"));
  }

  private static String door(int from, int to, int open) {
    StringBuilder rows = new StringBuilder();
    for (int minute = from; minute <= to; minute++) {
      rows.append(START.plusSeconds(60L * minute)).append(",fridge-1,door_open,").append(open);
      rows.append('\n');
    }
    return rows.toString();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(directory.resolve(name), text);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  /** The first three columns of every row but the header. */
  private List<String> starts() {
    return lines().stream()
        .skip(1)
        .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3)))
        .toList();
  }

  private int backtest(String... arguments) {
    List<String> all = new ArrayList<>(List.of("backtest", "--config", "wuchang.yaml"));
    all.addAll(List.of(arguments));
    return run(all);
  }

  private int score(String... arguments) {
    List<String> all = new ArrayList<>(List.of("score"));
    all.addAll(List.of(arguments));
    return run(all);
  }

  /** Runs a command on the files of the directory. */
  private int run(List<String> arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(CATALOGUE), name -> Optional.empty());
    Output output = new Output(new PrintWriter(out, true), new PrintWriter(err, true));
    Experiment.Limits limits = new Experiment.Limits(1000, 1000, 2);
    Cli cli =
        new Cli(
            output,
            List.of(
                new BacktestCommand(reader, CATALOGUE, output, limits),
                new ScoreCommand(reader, output)));
    return cli.run(
        arguments.stream()
            .map(a -> a.endsWith(".csv") || a.endsWith(".yaml") ? inDirectory(a) : a)
            .toArray(String[]::new));
  }

  private String inDirectory(String name) {
    return directory.resolve(name).toString();
  }
}
