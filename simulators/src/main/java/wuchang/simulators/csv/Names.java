package wuchang.simulators.csv;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What names mean, found again by their characters without making strings of them. */
final class Names<T> {
  private record Name<T>(char[] characters, T meaning) {}

  private final Function<String, T> meaning;
  private @Nullable Name<T>[] table = empty(64);
  private int size;

  /**
   * @param meaning is asked once for each name
   */
  Names(Function<String, T> meaning) {
    this.meaning = meaning;
  }

  T of(char[] text, int from, int to) {
    int slot = slot(table, text, from, to);
    Name<T> known = table[slot];
    return known != null ? known.meaning() : add(text, from, to);
  }

  private T add(char[] text, int from, int to) {
    Name<T> name =
        new Name<>(
            Arrays.copyOfRange(text, from, to), meaning.apply(new String(text, from, to - from)));
    if (2 * ++size > table.length) {
      grow();
    }
    table[slot(table, text, from, to)] = name;
    return name.meaning();
  }

  private void grow() {
    @Nullable Name<T>[] wider = empty(2 * table.length);
    for (Name<T> name : table) {
      if (name != null) {
        wider[slot(wider, name.characters(), 0, name.characters().length)] = name;
      }
    }
    table = wider;
  }

  /** Where the name stands, or the free place for it. */
  private static <T> int slot(@Nullable Name<T>[] table, char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ hash >>> 15) & table.length - 1;
    for (Name<T> name = table[slot]; name != null; name = table[slot]) {
      if (Arrays.equals(name.characters(), 0, name.characters().length, text, from, to)) {
        return slot;
      }
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
  private static <T> @Nullable Name<T>[] empty(int length) {
    return new Name[length];
  }
}
