package wuchang.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wuchang.console.view.RecordFormView.StateView;
import wuchang.domain.record.RecordKind;

class RecordFormViewTest {
  @ParameterizedTest
  @EnumSource
  void every_choice_and_state_has_words_in_both_languages(RecordKind kind) {
    RecordFormView form = RecordFormView.of(kind);

    assertThat(form.fields())
        .flatExtracting(field -> field.choices())
        .allSatisfy(choice -> assertThat(choice.label().zh() + choice.label().en()).isNotBlank());
    assertThat(form.states()).allSatisfy(state -> assertThat(state.label().zh()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void what_follows_a_state_is_a_state_of_the_same_form(RecordKind kind) {
    RecordFormView form = RecordFormView.of(kind);

    assertThat(form.states().stream().map(StateView::value).toList())
        .containsAll(form.states().stream().flatMap(state -> state.next().stream()).toList());
  }
}
