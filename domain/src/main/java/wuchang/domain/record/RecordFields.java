package wuchang.domain.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a record says, by the names of its form: texts, numbers ({@code Double}), yes and no. Times
 * are ISO-8601 texts in UTC, dates are ISO-8601 texts. In the order of names, so that equal records
 * are written alike.
 */
public record RecordFields(Map<String, Object> values) {
  public static final RecordFields NONE = new RecordFields(Map.of());

  /**
   * @throws IllegalArgumentException when a value is none of those
   */
  public RecordFields {
    Map<String, Object> sorted = new TreeMap<>();
    values.forEach((name, value) -> sorted.put(name, scalar(name, value)));
    values = Collections.unmodifiableMap(sorted);
  }

  private static Object scalar(String name, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue() + 0.0;
    }
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        "field " + name + " holds no text, number, true or false: " + value);
  }

  /** A text; empty when it is absent or something else. */
  public Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  public boolean is(String name, String text) {
    return text.equals(values.get(name));
  }

  public OptionalDouble number(String name) {
    return values.get(name) instanceof Double number
        ? OptionalDouble.of(number)
        : OptionalDouble.empty();
  }

  public Optional<Boolean> flag(String name) {
    return values.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  public Optional<Instant> time(String name) {
    return text(name).map(Instant::parse);
  }

  public Optional<LocalDate> date(String name) {
    return text(name).map(LocalDate::parse);
  }
}
