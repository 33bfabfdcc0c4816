package wuchang.ingest.frame;

/** Reads a payload from its beginning; what is not there is a fault that says where. */
final class Bytes {
  private final byte[] bytes;
  private int at;

  Bytes(byte[] bytes) {
    this(bytes, 0);
  }

  Bytes(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A second look at the same bytes, from here. */
  Bytes again() {
    return new Bytes(bytes, at);
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  int left() {
    return bytes.length - at;
  }

  int at() {
    return at;
  }

  void skip(int count) throws Unreadable {
    need(count);
    at += count;
  }

  int u8() throws Unreadable {
    need(1);
    return bytes[at++] & 0xFF;
  }

  int u16le() throws Unreadable {
    int low = u8();
    return low | u8() << 8;
  }

  int i16le() throws Unreadable {
    return (short) u16le();
  }

  long u32le() throws Unreadable {
    long low = u16le();
    return low | (long) u16le() << 16;
  }

  float f32le() throws Unreadable {
    return Float.intBitsToFloat((int) u32le());
  }

  int u16be() throws Unreadable {
    int high = u8();
    return high << 8 | u8();
  }

  int i16be() throws Unreadable {
    return (short) u16be();
  }

  int u24be() throws Unreadable {
    int high = u8();
    return high << 16 | u16be();
  }

  long u32be() throws Unreadable {
    long high = u16be();
    return high << 16 | u16be();
  }

  private void need(int count) throws Unreadable {
    if (left() < count) {
      throw Unreadable.frame(
          "it ends at byte " + bytes.length + "; expected " + count + " more from byte " + at);
    }
  }
}
