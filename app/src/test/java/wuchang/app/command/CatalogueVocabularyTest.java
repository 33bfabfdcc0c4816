package wuchang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wuchang.domain.Dimension;
import wuchang.domain.RuleId;
import wuchang.rules.catalogue.Catalogue;

class CatalogueVocabularyTest {
  private final CatalogueVocabulary vocabulary = new CatalogueVocabulary(Catalogue.shipped());

  @Test
  void knows_the_parameters_of_a_rule_with_what_they_measure() {
    assertThat(vocabulary.parametersOf(RuleId.of("FRG-01")).orElseThrow())
        .containsEntry("above", Dimension.TEMPERATURE)
        .containsEntry("clear", Dimension.TEMPERATURE_DIFFERENCE)
        .containsEntry("tolerate", Dimension.TIME);
  }

  @Test
  void a_rule_that_is_announced_may_be_switched_off_but_not_changed() {
    assertThat(vocabulary.parametersOf(RuleId.of("PRC-02")).orElseThrow()).isEmpty();
    assertThat(vocabulary.parametersOf(RuleId.of("GAT-99"))).isEmpty();
  }
}
