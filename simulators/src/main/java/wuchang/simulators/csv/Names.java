package wuchang.simulators.csv;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What names mean, found again by their characters without making strings of them. Devices speak in
 * turn, so a name is first looked for where it stood the last time: after the name before it.
 */
final class Names<T> {
  private static final class Name<T> {
    private final char[] characters;
    private final T meaning;
    private Name<T> next;

    Name(char[] characters, T meaning) {
      this.characters = characters;
      this.meaning = meaning;
      this.next = this;
    }

    boolean is(char[] text, int from, int to) {
      return Arrays.equals(characters, 0, characters.length, text, from, to);
    }
  }

  private final Function<String, T> meaning;
  private @Nullable Name<T>[] table = empty(64);
  private @Nullable Name<T> last;
  private int size;

  /**
   * @param meaning is asked once for each name
   */
  Names(Function<String, T> meaning) {
    this.meaning = meaning;
  }

  T of(char[] text, int from, int to) {
    Name<T> before = last;
    if (before == null) {
      last = found(text, from, to);
    } else if (!before.is(text, from, to)) {
      if (!before.next.is(text, from, to)) {
        before.next = found(text, from, to);
      }
      last = before.next;
    }
    return last.meaning;
  }

  private Name<T> found(char[] text, int from, int to) {
    Name<T> known = table[slot(table, text, from, to)];
    return known != null ? known : add(text, from, to);
  }

  private Name<T> add(char[] text, int from, int to) {
    Name<T> name =
        new Name<>(
            Arrays.copyOfRange(text, from, to), meaning.apply(new String(text, from, to - from)));
    if (2 * ++size > table.length) {
      grow();
    }
    table[slot(table, text, from, to)] = name;
    return name;
  }

  private void grow() {
    @Nullable Name<T>[] wider = empty(2 * table.length);
    for (Name<T> name : table) {
      if (name != null) {
        wider[slot(wider, name.characters, 0, name.characters.length)] = name;
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
      if (name.is(text, from, to)) {
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
