package wuchang.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.cli.Cli;
import wuchang.app.cli.Output;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.rules.catalogue.Catalogue;

class BenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path directory;

  @Test
  void a_benchmark_tells_the_machine_and_its_figures_as_a_table_and_as_json() throws Exception {
    Path json = directory.resolve("rules.json");

    assertThat(run("bench", "rules", "--seconds", "1", "--json", json.toString())).isZero();

    assertThat(out.toString()).contains("cores").contains("java").contains("readings per second");
    JsonNode all = new ObjectMapper().readTree(Files.readString(json));
    assertThat(all.get("bench").asText()).isEqualTo("rules");
    assertThat(all.get("machine").get("cores").asInt()).isPositive();
    JsonNode figures = all.get("figures");
    assertThat(figures.get("readings per second").get("value").asDouble()).isPositive();
    assertThat(figures.get("evaluations per reading").get("value").asDouble()).isGreaterThan(1);
    assertThat(figures.get("episodes that can still change").get("value").asInt()).isPositive();
    assertThat(figures.get("CPU of this process").get("unit").asText()).isEqualTo("s");
  }

  @Test
  void the_journals_benchmark_counts_what_it_forced_to_disk_and_leaves_nothing() throws Exception {
    assertThat(run("bench", "journal", "--seconds", "1")).isZero();

    assertThat(out.toString())
        .contains("readings appended per second")
        .contains("read and dropped");
    try (var left = Files.list(Path.of(""))) {
      assertThat(left.filter(each -> each.toString().startsWith(".wuchang-bench"))).isEmpty();
    }
  }

  @Test
  void a_benchmark_that_is_none_is_wrong_use() {
    assertThat(run("bench", "weather")).isEqualTo(2);
    assertThat(run("bench")).isEqualTo(2);
    assertThat(run("bench", "rules", "--seconds", "-1")).isEqualTo(2);
    assertThat(run("bench", "ingest", "--rate", "-1")).isEqualTo(2);
    assertThat(run("bench", "ingest", "--devices", "0")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(5);
    assertThat(err.toString()).contains("--devices 0; expected 1 or more");
  }

  @Test
  void figures_have_the_digits_that_say_something() {
    assertThat(new Figures.Figure("", 2_809_563.4, "/s").shown()).isEqualTo("2,809,563 /s");
    assertThat(new Figures.Figure("", 0.5402, "ms").shown()).isEqualTo("0.540 ms");
    assertThat(new Figures.Figure("", 435.6, "ms").shown()).isEqualTo("436 ms");
    assertThat(new Figures.Figure("", 0, "").shown()).isEqualTo("0");
  }

  private int run(String... arguments) {
    Catalogue catalogue = Catalogue.shipped();
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());
    Output output = new Output(new PrintWriter(out, true), new PrintWriter(err, true));
    RulesBench rules = new RulesBench(reader, catalogue, output);
    return new Cli(
            output,
            List.of(
                BenchCommand.of(
                    List.of(
                        rules,
                        new JournalBench(reader, output),
                        new IngestBench(reader, catalogue, InstantSource.system(), output)))))
        .run(arguments);
  }
}
