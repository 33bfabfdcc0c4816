package wuchang.app.config.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a value is understood, and what to say when it is not. A form notes its own faults, so that
 * reading a key is one line: {@code section.get("port", PORT, 8080)}.
 */
public interface Form<T> {
  /** What the value means, or empty after its faults have been noted. */
  Optional<T> read(Value value);

  /** What is expected; a fault says «expected» before it. */
  String expected();

  /**
   * A text that a function understands. Its {@link IllegalArgumentException} or {@link
   * java.time.DateTimeException} is the value's fault, said in our words: theirs could repeat what
   * the environment brought in.
   */
  static <T> Form<T> of(String expected, Function<String, T> meaning) {
    return new Forms.Text<>(expected, meaning, true);
  }

  /** As {@link #of}, but the value is never shown: it is a secret or personal. */
  static <T> Form<T> hidden(String expected, Function<String, T> meaning) {
    return new Forms.Text<>(expected, meaning, false);
  }

  /** One of some words; {@code noun} is what they are. */
  static <T> Form<T> word(
      String noun, Collection<String> known, Function<String, Optional<T>> meaning) {
    return word(noun, "one of " + String.join(" ", known), known, meaning);
  }

  /** One of so many words that a fault says what is expected instead of naming them all. */
  static <T> Form<T> word(
      String noun,
      String expected,
      Collection<String> known,
      Function<String, Optional<T>> meaning) {
    return new Forms.Word<>(noun, expected, List.copyOf(known), meaning);
  }

  /** The id of something that the file defines; {@code of} names it with its article. */
  static <T> Form<T> reference(
      String noun, String of, Collection<String> known, Function<String, T> id) {
    String some = String.join(" ", known.stream().limit(20).toList());
    String which = known.isEmpty() ? "; the file defines none" : ": " + some;
    return word(
        noun,
        "the id of " + of + which + (known.size() > 20 ? " …" : ""),
        known,
        word -> known.contains(word) ? Optional.of(id.apply(word)) : Optional.empty());
  }

  /** A mapping; a key that the function does not ask for is a fault. */
  static <T> Form<T> section(String expected, Function<Section, Optional<T>> meaning) {
    return new Forms.Mapping<>(expected, meaning);
  }

  /** A mapping whose keys are names: what the keys mean, and what stands at each. */
  static <K, V> Form<Map<K, V>> mapping(
      String expected, Function<Value, Optional<K>> key, Function<K, Form<V>> value) {
    return new Forms.Names<>(expected, key, value);
  }

  /** One of two ways to say the same: a text, or something else. */
  static <T> Form<T> either(String expected, Form<T> text, Form<T> other) {
    return new Forms.Either<>(expected, text, other);
  }

  /** A list of such values; empty when any of them was refused. */
  default Form<List<T>> list() {
    return new Forms.Many<>(this);
  }

  /** The same, made into something else. */
  default <U> Form<U> map(Function<T, U> meaning) {
    return new Forms.Mapped<>(this, meaning);
  }

  /** The same, but only the values that fit. */
  default Form<T> only(String expected, Predicate<T> fits) {
    return new Forms.Some<>(expected, this, fits);
  }
}
