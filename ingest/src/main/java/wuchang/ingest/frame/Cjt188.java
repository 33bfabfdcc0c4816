package wuchang.ingest.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * CJ/T 188-2004, the water, gas and heat meters' protocol of China: {@code 68 type address control
 * length data sum 16}. Read is the present total of a water meter; the status bytes differ from
 * maker to maker and are kept as they are.
 */
public final class Cjt188 {
  private static final int HEAD = 11;
  private static final int ANSWER = 0x81;
  private static final int REFUSED = 0xC1;
  private static final int WATER_BYTES = 22;
  private static final int LITRES = 0x29;
  private static final int CUBIC_METRES = 0x2C;

  private Cjt188() {}

  /** All frames of a payload; what a master asks is a frame without values. */
  public static List<MeterFrame> read(byte[] payload) throws Unreadable {
    byte[] bytes = Hex.frame(payload);
    List<MeterFrame> frames = new ArrayList<>();
    int at = Wire.start(bytes, 0);
    while (at >= 0) {
      if (bytes.length - at < HEAD || bytes[at] != Wire.START) {
        throw Unreadable.frame("no frame starts at byte " + at + "; expected 68 type address");
      }
      int length = HEAD + (bytes[at + 10] & 0xFF) + 2;
      frames.add(frame(Wire.checked(bytes, at, length)));
      at = Wire.start(bytes, at + length);
    }
    if (frames.isEmpty()) {
      throw Unreadable.frame("there is no frame in it; expected 68 … 16");
    }
    return frames;
  }

  private static MeterFrame frame(byte[] frame) throws Unreadable {
    String address = Wire.address(frame, 2, 7);
    int control = frame[9] & 0xFF;
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    if (control == REFUSED) {
      throw Unreadable.frame("meter " + address + " answers with an error");
    }
    int type = frame[1] & 0xFF;
    if (control == ANSWER && isMetering(frame) && type >= 0x10 && type <= 0x19) {
      water(frame, values);
    }
    return new MeterFrame(address, values);
  }

  /** Some meters send the identifier's bytes the other way round. */
  private static boolean isMetering(byte[] frame) {
    if (frame.length < HEAD + 4) {
      return false;
    }
    int id = (frame[HEAD] & 0xFF) << 8 | frame[HEAD + 1] & 0xFF;
    return id == 0x1F90 || id == 0x901F;
  }

  private static void water(byte[] frame, ObjectNode values) throws Unreadable {
    int bytes = frame.length - HEAD - 2;
    if (bytes < WATER_BYTES) {
      throw Unreadable.frame("a water meter's answer has 22 bytes of data; found " + bytes);
    }
    values.put("water_total", cubicMetres(frame, HEAD + 3));
    values.put("settlement_total", cubicMetres(frame, HEAD + 8));
    String time = Wire.digits(frame, HEAD + 13, 7);
    values.put(
        "time",
        "%s-%s-%sT%s:%s:%s"
            .formatted(
                time.substring(0, 4),
                time.substring(4, 6),
                time.substring(6, 8),
                time.substring(8, 10),
                time.substring(10, 12),
                time.substring(12)));
    values.put("status", "%02X%02X".formatted(frame[HEAD + 20], frame[HEAD + 21]));
  }

  private static BigDecimal cubicMetres(byte[] frame, int at) throws Unreadable {
    BigDecimal value = new BigDecimal(Wire.digits(frame, at, 4)).movePointLeft(2);
    return switch (frame[at + 4] & 0xFF) {
      case CUBIC_METRES -> value;
      case LITRES -> value.movePointLeft(3);
      default ->
          throw Unreadable.frame(
              "the unit is %02X; expected 2C (m³) or 29 (L)".formatted(frame[at + 4]));
    };
  }
}
