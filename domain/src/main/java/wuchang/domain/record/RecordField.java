package wuchang.domain.record;

import java.util.List;
import wuchang.domain.Text;

/**
 * One field of a form.
 *
 * @param choices the words it can have, of a choice
 * @param least the smallest number it can be, in the unit that its label names
 */
public record RecordField(
    String name,
    Type type,
    boolean needed,
    List<String> choices,
    double least,
    double most,
    Text label) {
  /** What a field holds. */
  public enum Type {
    TEXT,
    NUMBER,
    FLAG,
    TIME,
    DATE,
    CHOICE,
    PERSON,
    AREA,
    DEVICE
  }

  public RecordField {
    choices = List.copyOf(choices);
  }

  static RecordField of(String name, Type type, String zh, String en) {
    return new RecordField(
        name,
        type,
        false,
        List.of(),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        new Text(zh, en));
  }

  static RecordField text(String name, String zh, String en) {
    return of(name, Type.TEXT, zh, en);
  }

  static RecordField number(String name, double least, double most, String zh, String en) {
    return new RecordField(name, Type.NUMBER, false, List.of(), least, most, new Text(zh, en));
  }

  static RecordField choice(String name, List<String> choices, String zh, String en) {
    return new RecordField(name, Type.CHOICE, false, choices, 0, 0, new Text(zh, en));
  }

  /** What people read for one of the choices, or for a state. */
  public static Text words(String choice) {
    return RecordWords.of(choice);
  }

  /** The same, but it must be there. */
  RecordField required() {
    return new RecordField(name, type, true, choices, least, most, label);
  }
}
