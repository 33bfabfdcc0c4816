package wuchang.app.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final List<String> KNOWN = List.of("fridge", "freezer", "gateway", "FRG-01", "id");

  @ParameterizedTest
  @CsvSource({
    "frige, fridge",
    "fridges, fridge",
    "firdge, fridge",
    "Fridge, fridge",
    "FRG-1, FRG-01",
    "getaway, gateway"
  })
  void finds_the_word_that_was_meant(String written, String meant) {
    assertThat(Words.nearest(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"oven", "x", "ie", "freighter"})
  void does_not_guess_wildly(String written) {
    assertThat(Words.nearest(written, KNOWN)).isEmpty();
  }

  @Test
  void quotes_on_one_line_and_short() {
    assertThat(Words.quoted("a\nb\u202e\u001b[31m")).isEqualTo("«a·b··[31m»");
    assertThat(Words.quoted("东".repeat(61))).isEqualTo("«" + "东".repeat(60) + "…»");
    assertThat(Words.quoted("\uD83D\uDE00".repeat(60))).hasSize(122);
  }
}
