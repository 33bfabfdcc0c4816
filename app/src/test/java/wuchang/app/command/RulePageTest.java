package wuchang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import wuchang.rules.catalogue.Catalogue;

/** {@code docs/rules.md} is the catalogue; {@code -Dwuchang.write-docs=true} writes it anew. */
class RulePageTest {
  private static final Path PAGE = Path.of("../docs/rules.md");

  @Test
  void the_page_in_docs_is_the_catalogue() throws Exception {
    String wanted = RulePage.of(Catalogue.shipped());
    if (Boolean.getBoolean("wuchang.write-docs")) {
      Files.writeString(PAGE, wanted);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/rules.md; mvn test -Dtest=RulePageTest -Dwuchang.write-docs=true writes it")
        .isEqualTo(wanted);
  }

  @Test
  void it_names_no_paper_that_a_reader_cannot_have() {
    assertThat(RulePage.of(Catalogue.shipped()))
        .doesNotContain("DOMAIN.md", "PAYLOADS.md", "CONTRACT.md", "DESIGN.md");
  }
}
