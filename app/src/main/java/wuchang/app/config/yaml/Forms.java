package wuchang.app.config.yaml;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The kinds of {@link Form}. */
final class Forms {
  private Forms() {}

  record Text<T>(String expected, Function<String, T> meaning, boolean open) implements Form<T> {
    @Override
    public Optional<T> read(Value value) {
      return value.text(expected).flatMap(text -> understand(text, value));
    }

    private Optional<T> understand(String text, Value value) {
      try {
        return Optional.of(meaning.apply(text));
      } catch (IllegalArgumentException | DateTimeException e) {
        unfit(value, open, expected);
        return Optional.empty();
      }
    }
  }

  record Word<T>(
      String noun, String expected, List<String> known, Function<String, Optional<T>> meaning)
      implements Form<T> {
    @Override
    public Optional<T> read(Value value) {
      return value.text(expected).flatMap(word -> understand(word, value));
    }

    private Optional<T> understand(String word, Value value) {
      Optional<T> found = meaning.apply(word);
      if (found.isEmpty()) {
        value.fault(
            "unknown "
                + noun
                + value.shown()
                + value.where(noun)
                + Words.meant(word, known)
                + "; expected "
                + expected);
      }
      return found;
    }
  }

  record Mapping<T>(String expected, Function<Section, Optional<T>> meaning) implements Form<T> {
    @Override
    public Optional<T> read(Value value) {
      return value.section(expected).flatMap(this::understand);
    }

    private Optional<T> understand(Section section) {
      Optional<T> found = meaning.apply(section);
      section.close();
      return found;
    }
  }

  record Names<K, V>(String expected, Function<Value, Optional<K>> key, Function<K, Form<V>> value)
      implements Form<Map<K, V>> {
    @Override
    public Optional<Map<K, V>> read(Value mapping) {
      return mapping.section(expected).map(this::understand);
    }

    private Map<K, V> understand(Section section) {
      Map<K, V> named = new LinkedHashMap<>();
      section.entries().forEach((at, what) -> key.apply(at).ifPresent(k -> put(named, k, what)));
      return named;
    }

    private void put(Map<K, V> named, K name, Value what) {
      value.apply(name).read(what).ifPresent(v -> named.put(name, v));
    }
  }

  record Either<T>(String expected, Form<T> text, Form<T> other) implements Form<T> {
    @Override
    public Optional<T> read(Value value) {
      return (value.isText() ? text : other).read(value);
    }
  }

  record Many<T>(Form<T> each) implements Form<List<T>> {
    @Override
    public Optional<List<T>> read(Value value) {
      return value
          .list()
          .map(items -> items.stream().map(each::read).toList())
          .filter(items -> items.stream().allMatch(Optional::isPresent))
          .map(items -> items.stream().flatMap(Optional::stream).toList());
    }

    @Override
    public String expected() {
      return "a list, each entry " + each.expected();
    }
  }

  record Mapped<S, T>(Form<S> form, Function<S, T> meaning) implements Form<T> {
    @Override
    public Optional<T> read(Value value) {
      return form.read(value).map(meaning);
    }

    @Override
    public String expected() {
      return form.expected();
    }
  }

  record Some<T>(String expected, Form<T> all, Predicate<T> fits) implements Form<T> {
    @Override
    public Optional<T> read(Value value) {
      Optional<T> found = all.read(value);
      if (found.isPresent() && !fits.test(found.get())) {
        unfit(value, true, expected);
        return Optional.empty();
      }
      return found;
    }
  }

  private static void unfit(Value value, boolean open, String expected) {
    String shown = open ? value.shown() : "";
    value.fault(value.label() + shown + " does not fit; expected " + expected);
  }
}
