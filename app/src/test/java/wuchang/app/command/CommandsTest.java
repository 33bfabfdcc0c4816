package wuchang.app.command;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import wuchang.app.cli.Cli;
import wuchang.app.cli.Output;
import wuchang.app.config.ConfigReader;
import wuchang.rules.catalogue.Catalogue;

class CommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path directory;

  @BeforeEach
  void a_site_of_its_own() throws Exception {
    String example = Files.readString(Path.of("..", "wuchang.example.yaml"));
    Files.writeString(
        directory.resolve("wuchang.yaml"),
        example.replace(
            "\nrules:\n", "\nrules:\n  FRG-01: {above: 41 °F}\n  DOOR-01: {enabled: false}\n"));
  }

  @Test
  void rules_are_listed_with_the_values_in_force() throws Exception {
    assertThat(run("rules", "--format", "json")).isZero();

    JsonNode rules = new ObjectMapper().readTree(out.toString());
    assertThat(rules.findValuesAsText("id")).contains("FRG-01").doesNotContain("DOOR-01");
    JsonNode fridge = rules.get(rules.findValuesAsText("id").indexOf("FRG-01"));
    assertThat(fridge.get("principle").asText()).isEqualTo("standardise");
    assertThat(fridge.get("kind").asText()).isEqualTo("threshold");
    assertThat(fridge.get("severity").asText()).isEqualTo("major");
    assertThat(fridge.get("basis").asText()).isNotBlank();
    JsonNode above = fridge.get("parameters").get(0);
    assertThat(above.get("name").asText()).isEqualTo("above");
    assertThat(above.get("unit").asText()).isEqualTo("°C");
    assertThat(above.get("default").asDouble()).isEqualTo(8);
    assertThat(above.get("values").get("fridge-1").asDouble()).isEqualTo(5);
  }

  @Test
  void rules_come_as_a_table_and_as_a_page_in_both_languages() {
    assertThat(run("rules", "--lang", "en")).isZero();
    assertThat(out.toString()).contains("Fridge too warm").contains("SEVERITY");
    assertThat(run("rules", "--format", "md")).isZero();
    assertThat(out.toString()).contains("## FRG-01 冷藏超温");
    assertThat(run("rules", "--format", "pdf")).isEqualTo(2);
    assertThat(err.toString()).contains("«pdf»").contains("table, json or md");
  }

  @Test
  void a_token_is_all_that_token_prints() {
    assertThat(run("user", "list")).isZero();
    assertThat(run("user", "token", "nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("«nobody»");
  }

  @Test
  void a_role_that_is_none_is_named() {
    assertThat(run("user", "add", "li", "--role", "boss")).isEqualTo(2);
    assertThat(err.toString()).contains("«boss»").contains("management");
  }

  @Test
  void a_replay_names_a_broker_that_is_not_one() {
    assertThat(run("replay", "--csv", "x.csv", "--site", "east", "--broker", "http://x"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--broker");
  }

  @Test
  void a_replay_looks_at_its_file_before_it_connects() {
    String file = directory.resolve("gone.csv").toString();
    assertThat(run("replay", "--csv", file, "--site", "east", "--broker", "tcp://127.0.0.1:1"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("gone.csv").doesNotContain("127.0.0.1");
  }

  private int run(String... arguments) {
    Catalogue catalogue = Catalogue.shipped();
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(catalogue), name -> Optional.empty());
    Output output = new Output(new PrintWriter(out, true), new PrintWriter(err, true));
    InstantSource clock = InstantSource.system();
    Cli cli =
        new Cli(
            output,
            List.of(
                new RulesCommand(reader, catalogue, output),
                new ReplayCommand(clock, output),
                new CommandLine(new UserCommand(reader, clock, output))));
    return cli.run(withConfig(arguments));
  }

  private String[] withConfig(String... arguments) {
    if (arguments[0].equals("replay")) {
      return arguments;
    }
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", directory.resolve("wuchang.yaml").toString()));
    return all.toArray(String[]::new);
  }
}
