package wuchang.simulators.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fields of one record, as characters, so that a hundred million rows need no hundred million
 * strings. One object for the whole file: what it says is true until the next record is read.
 */
public final class Fields extends AbstractBaseCsvCallbackHandler<Fields> {
  private final Times times = new Times();
  private char[] characters = new char[256];
  private int[] ends = new int[8];
  private int count;
  private long line;

  Fields() {}

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    count = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    int start = start(count);
    if (start + length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(2 * characters.length, start + length));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    System.arraycopy(buffer, offset, characters, start, length);
    ends[count++] = start + length;
  }

  @Override
  protected Fields buildRecord() {
    return this;
  }

  /** The line on which the record begins, from 1. */
  long line() {
    return line;
  }

  /** How many fields there are. */
  public int count() {
    return count;
  }

  /** The characters of all fields, one after the other. */
  char[] characters() {
    return characters;
  }

  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  /** A field, from 0. */
  public String text(int field) {
    return new String(characters, start(field), end(field) - start(field));
  }

  /**
   * A field that is a time.
   *
   * @throws IllegalArgumentException saying what is wrong, and what was expected
   */
  public Instant time(int field) {
    return Instant.ofEpochMilli(times.millis(characters, start(field), end(field)));
  }

  List<String> texts() {
    return IntStream.range(0, count).mapToObj(this::text).toList();
  }
}
