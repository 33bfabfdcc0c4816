package wuchang.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing row of bytes with the few forms that the codec writes. For one thread. */
final class ByteSink {
  private byte[] bytes;
  private int size;

  ByteSink(int expected) {
    bytes = new byte[expected];
  }

  void put(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /** Seven bits a byte, lowest first; small numbers are short, negative ones take ten bytes. */
  void putVarint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A varint whose lowest bit is the sign, so that small negative numbers are short, too. */
  void putSigned(long value) {
    putVarint(value << 1 ^ value >> 63);
  }

  void putInt(int value) {
    reserve(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  /** Length and UTF-8. An unpaired surrogate becomes '?': nothing after us could keep it either. */
  void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putVarint(utf8.length);
    putBytes(utf8);
  }

  void putBytes(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
