package wuchang.ingest.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * DL/T 645-2007, the electricity meters' protocol of China, as transparent units pass it on: {@code
 * 68 address 68 control length data sum 16}. Each data byte has 33H added. Values are BCD.
 */
public final class Dlt645 {
  private static final int HEAD = 10;
  private static final int OFFSET = 0x33;
  private static final int ANSWER = 0x91;
  private static final int MORE_FOLLOWS = 0x20;
  private static final int REFUSED = 0xD1;

  /** Decimals of the quantities that have some; currents, powers and factors carry a sign. */
  private record Shape(int decimals, boolean signed) {}

  private static final Map<String, Shape> SHAPES =
      Map.of(
          "00", new Shape(2, false),
          "0201", new Shape(1, false),
          "0202", new Shape(3, true),
          "0203", new Shape(4, true),
          "0204", new Shape(4, true),
          "0206", new Shape(3, true),
          "0280", new Shape(2, false));

  private Dlt645() {}

  /** All frames of a payload; what a master asks is a frame without values. */
  public static List<MeterFrame> read(byte[] payload) throws Unreadable {
    byte[] bytes = Hex.frame(payload);
    List<MeterFrame> frames = new ArrayList<>();
    int at = Wire.start(bytes, 0);
    while (at >= 0) {
      int length = length(bytes, at);
      frames.add(frame(Wire.checked(bytes, at, length)));
      at = Wire.start(bytes, at + length);
    }
    if (frames.isEmpty()) {
      throw Unreadable.frame("there is no frame in it; expected 68 … 16");
    }
    return frames;
  }

  private static int length(byte[] bytes, int at) throws Unreadable {
    boolean started =
        bytes.length - at >= HEAD && bytes[at] == Wire.START && bytes[at + 7] == Wire.START;
    if (!started) {
      throw Unreadable.frame("no frame starts at byte " + at + "; expected 68 address 68");
    }
    return HEAD + (bytes[at + 9] & 0xFF) + 2;
  }

  private static MeterFrame frame(byte[] frame) throws Unreadable {
    String address = Wire.address(frame, 1, 6);
    int control = frame[8] & 0xFF;
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    int dataBytes = frame.length - HEAD - 2;
    for (int i = HEAD; i < HEAD + dataBytes; i++) {
      frame[i] = (byte) (frame[i] - OFFSET);
    }
    if (control == REFUSED) {
      throw Unreadable.frame("meter " + address + " answers with an error");
    }
    if ((control & ~MORE_FOLLOWS) == ANSWER) {
      if (dataBytes <= 4) {
        throw Unreadable.frame("the answer has " + dataBytes + " bytes; expected more than 4");
      }
      value(frame, dataBytes - 4, values);
    }
    return new MeterFrame(address, values);
  }

  private static void value(byte[] frame, int count, ObjectNode values) throws Unreadable {
    StringBuilder id = new StringBuilder(8);
    for (int i = HEAD + 3; i >= HEAD; i--) {
      id.append("%02X".formatted(frame[i]));
    }
    Shape shape = shape(id.toString());
    int last = HEAD + 4 + count - 1;
    boolean negative = shape.signed() && (frame[last] & 0x80) != 0;
    if (negative) {
      frame[last] &= 0x7F;
    }
    if (count > 8) {
      throw Unreadable.frame(id + " has " + count + " bytes; a block of values is not understood");
    }
    String digits = Wire.digits(frame, HEAD + 4, count);
    BigDecimal value = new BigDecimal(digits).movePointLeft(shape.decimals());
    values.put(id.toString(), negative ? value.negate() : value);
  }

  private static Shape shape(String id) {
    Shape shape = SHAPES.get(id.substring(0, 4));
    return shape != null ? shape : SHAPES.getOrDefault(id.substring(0, 2), new Shape(0, false));
  }
}
