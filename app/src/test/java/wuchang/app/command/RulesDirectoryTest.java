package wuchang.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.cli.CommandFailure;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.rules.catalogue.Catalogue;

class RulesDirectoryTest {
  private static final String DAMP =
      """
      rules:
        - id: OWN-01
          name: {zh: 冷柜受潮, en: Damp}
          severity: notice
          applies-to: [fridge]
          threshold: {metric: humidity, above: 90 %, clear: 5 %}
          tolerate: 1h
          say: {zh: "{device}为{value}", en: "{device} is at {value}"}
          do: {zh: 擦干, en: Wipe it dry}
          basis: "our own [E]"
      """;

  @TempDir Path directory;

  @Test
  void a_directory_of_files_adds_rules_of_the_principle_that_the_file_is_named_after()
      throws Exception {
    Files.writeString(directory.resolve("3-clean.yaml"), DAMP);
    Files.writeString(directory.resolve("notes.txt"), "no rules");

    Catalogue all = RulesDirectory.in(directory, Catalogue.shipped());

    assertThat(all.rule(RuleId.of("OWN-01")).orElseThrow().principle()).isEqualTo(Principle.CLEAN);
    assertThat(all.rules()).hasSize(Catalogue.shipped().rules().size() + 1);
  }

  @Test
  void what_is_wrong_about_them_is_named_with_its_place() throws Exception {
    Files.writeString(directory.resolve("damp.yaml"), DAMP);
    assertFault("damp.yaml: is no file of a 常; expected 1-organise.yaml, 2-tidy.yaml");
    Files.delete(directory.resolve("damp.yaml"));

    Files.writeString(directory.resolve("3-clean.yaml"), DAMP.replace("OWN-01", "DIS-01"));
    assertFault("DIS-01: there are two rules with this id");

    Files.writeString(directory.resolve("3-clean.yaml"), DAMP.replace("threshold", "treshold"));
    assertFault("3-clean.yaml: OWN-01: none of its keys is a kind of rule");

    assertThatThrownBy(() -> RulesDirectory.in(directory.resolve("gone"), Catalogue.shipped()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("gone cannot be read");
  }

  private void assertFault(String said) {
    assertThatThrownBy(() -> RulesDirectory.in(directory, Catalogue.shipped()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(said);
  }
}
