package wuchang.ingest.frame;

import java.util.Arrays;

/** What DL/T 645 and CJ/T 188 have in common: the frame's start, its check sum, and BCD. */
final class Wire {
  static final int START = 0x68;
  private static final int END = 0x16;
  private static final int PREAMBLE = 0xFE;

  private Wire() {}

  /** Where the next frame starts, behind the bytes that only wake the meter; −1 for none. */
  static int start(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] & 0xFF) == PREAMBLE) {
      at++;
    }
    return at < bytes.length ? at : -1;
  }

  /** The whole frame, when its length, check sum and end are right. */
  static byte[] checked(byte[] bytes, int start, int length) throws Unreadable {
    if (bytes.length - start < length) {
      throw Unreadable.frame(
          "the frame ends after " + (bytes.length - start) + " bytes; expected " + length);
    }
    byte[] frame = Arrays.copyOfRange(bytes, start, start + length);
    int sum = 0;
    for (int i = 0; i < length - 2; i++) {
      sum += frame[i] & 0xFF;
    }
    int said = frame[length - 2] & 0xFF;
    if (said != (sum & 0xFF)) {
      throw Unreadable.frame("the check sum is %02X; expected %02X".formatted(said, sum & 0xFF));
    }
    if ((frame[length - 1] & 0xFF) != END) {
      throw Unreadable.frame("the last byte is %02X; expected 16".formatted(frame[length - 1]));
    }
    return frame;
  }

  /** An address, which stands lowest byte first; that of a broadcast is no decimal number. */
  static String address(byte[] frame, int from, int count) {
    StringBuilder digits = new StringBuilder(2 * count);
    for (int i = from + count - 1; i >= from; i--) {
      digits.append("%02X".formatted(frame[i]));
    }
    return digits.toString();
  }

  /** The digits of bytes that stand lowest first. */
  static String digits(byte[] frame, int from, int count) throws Unreadable {
    StringBuilder digits = new StringBuilder(2 * count);
    for (int i = from + count - 1; i >= from; i--) {
      int high = frame[i] >> 4 & 0x0F;
      int low = frame[i] & 0x0F;
      if (high > 9 || low > 9) {
        throw Unreadable.frame("%02X is no pair of decimal digits".formatted(frame[i]));
      }
      digits.append((char) ('0' + high)).append((char) ('0' + low));
    }
    return digits.toString();
  }
}
