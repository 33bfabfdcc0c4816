package wuchang.console.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import wuchang.domain.Text;
import wuchang.domain.record.RecordField;
import wuchang.domain.record.RecordForm;
import wuchang.domain.record.RecordKind;
import wuchang.domain.record.RecordLife;

/**
 * The form of one kind of record, for whoever draws it: the page has no list of its own.
 *
 * @param states in which it can be, the first one first; none for a kind without
 */
public record RecordFormView(
    String kind, Text label, List<FieldView> fields, List<StateView> states) {
  /** A word of the API, and what people read for it. */
  public record ChoiceView(String value, Text label) {
    static ChoiceView of(String word) {
      return new ChoiceView(word, RecordField.words(word));
    }
  }

  /**
   * One state.
   *
   * @param next those that may follow it
   */
  public record StateView(String value, Text label, List<String> next) {
    static StateView of(RecordLife life, String state) {
      return new StateView(state, RecordField.words(state), life.next().get(state));
    }
  }

  /**
   * One field.
   *
   * @param type text, number, flag, time, date, choice, person, area or device
   * @param least the smallest number; null for any
   */
  public record FieldView(
      String name,
      String type,
      boolean needed,
      List<ChoiceView> choices,
      Optional<Double> least,
      Optional<Double> most,
      Text label) {
    static FieldView of(RecordField field) {
      return new FieldView(
          field.name(),
          field.type().name().toLowerCase(Locale.ROOT),
          field.needed(),
          field.choices().stream().map(ChoiceView::of).toList(),
          bound(field, field.least()),
          bound(field, field.most()),
          field.label());
    }

    private static Optional<Double> bound(RecordField field, double value) {
      return DoubleStream.of(value)
          .filter(number -> field.type() == RecordField.Type.NUMBER && Double.isFinite(number))
          .boxed()
          .findFirst();
    }
  }

  public static RecordFormView of(RecordKind kind) {
    RecordForm form = RecordForm.of(kind);
    return new RecordFormView(
        kind.word(),
        kind.label(),
        form.fields().stream().map(FieldView::of).toList(),
        form.life().stream()
            .flatMap(life -> life.states().stream().map(state -> StateView.of(life, state)))
            .toList());
  }
}
