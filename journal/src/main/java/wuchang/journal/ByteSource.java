package wuchang.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteSink} wrote. Past the end it throws {@link IndexOutOfBoundsException}. */
final class ByteSource {
  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  int get() {
    return bytes[at++] & 0xFF;
  }

  long getVarint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  int getCount() {
    return Math.toIntExact(getVarint());
  }

  long getSigned() {
    long value = getVarint();
    return value >>> 1 ^ -(value & 1);
  }

  int getInt() {
    return get() << 24 | get() << 16 | get() << 8 | get();
  }

  long getLong() {
    return (long) getInt() << 32 | getInt() & 0xFFFFFFFFL;
  }

  String getText() {
    int length = getCount();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  byte[] getRest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    at = bytes.length;
    return rest;
  }
}
