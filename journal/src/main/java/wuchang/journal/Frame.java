package wuchang.journal;

import java.util.zip.CRC32C;

/**
 * What stands in front of every body on disk: the version of its form, then a CRC-32C of the
 * version and the body. That much stays the same in every version, so damage and a newer form can
 * be told apart.
 */
final class Frame {
  /** The form that is written, and the only one that is understood. */
  static final int VERSION = 1;

  private static final int HEAD = 5;

  private Frame() {}

  /** The checksum does not fit: the disk gave back something else than was written. */
  static final class Damaged extends RuntimeException {
    Damaged(String message) {
      super(message);
    }
  }

  /** Begins a body; {@link #seal} completes it. */
  static ByteSink begin(int expected) {
    ByteSink sink = new ByteSink(HEAD + expected);
    sink.put(VERSION);
    sink.putInt(0);
    return sink;
  }

  static byte[] seal(ByteSink sink) {
    byte[] bytes = sink.toBytes();
    int sum = sum(bytes);
    for (int i = 1; i < HEAD; i++) {
      bytes[i] = (byte) (sum >>> (HEAD - 1 - i) * 8);
    }
    return bytes;
  }

  static boolean isIntact(byte[] bytes) {
    return bytes.length >= HEAD && new ByteSource(bytes, 1).getInt() == sum(bytes);
  }

  /**
   * The body, ready to be read.
   *
   * @throws Damaged when the checksum does not fit
   * @throws IllegalStateException when it is of a version that is not known here
   */
  static ByteSource open(byte[] bytes) {
    if (!isIntact(bytes)) {
      throw new Damaged("its checksum does not fit");
    }
    if (bytes[0] != VERSION) {
      throw new IllegalStateException(
          "written in form %d; expected form %d: start the version of Wuchang that wrote it, or a newer one"
              .formatted(bytes[0] & 0xFF, VERSION));
    }
    return new ByteSource(bytes, HEAD);
  }

  private static int sum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, 1);
    crc.update(bytes, HEAD, bytes.length - HEAD);
    return (int) crc.getValue();
  }
}
