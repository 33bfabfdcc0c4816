package wuchang.ingest.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Milesight's uplinks: a chain of channel, type and a value whose length the two tell. Names and
 * words are those of the maker's own codec, so that one mapping fits both. What a channel means
 * depends on the model.
 */
final class Milesight implements RadioDecoder {
  /** How one field is read into the result. */
  private interface Field {
    void read(Bytes bytes, ObjectNode into) throws Unreadable;
  }

  private static final Map<Integer, Field> ANY = any();
  private static final Map<String, Map<Integer, Field>> MODELS =
      Map.of(
          "em300-th", air(),
          "em300-mcs", mcs(),
          "em300-di", di(),
          "ws301", ws301(),
          "ts101", ts201(),
          "ts201", ts201(),
          "ts301", ts301(),
          "ct101", ct101());

  private final Map<Integer, Field> fields;

  private Milesight(Map<Integer, Field> fields) {
    this.fields = fields;
  }

  static Milesight of(String family) {
    Map<Integer, Field> fields = MODELS.get(family);
    if (fields == null) {
      throw new IllegalArgumentException("no Milesight family «" + family + "»");
    }
    return new Milesight(fields);
  }

  @Override
  public ObjectNode decode(byte[] payload, int port) throws Unreadable {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    Bytes bytes = new Bytes(payload);
    while (bytes.hasMore() && !isPadding(bytes)) {
      int at = bytes.at();
      int key = bytes.u16be();
      Field field = fields.getOrDefault(key, ANY.get(key));
      if (field == null) {
        throw Unreadable.frame(
            "byte %d: channel %02X, type %02X is unknown for this model"
                .formatted(at, key >> 8, key & 0xFF));
      }
      field.read(bytes, values);
    }
    return values;
  }

  /** No channel is 0, and no field one byte long: the maker's own example ends so. */
  private static boolean isPadding(Bytes bytes) throws Unreadable {
    return bytes.left() == 1 && bytes.again().u8() == 0;
  }

  private static Map<Integer, Field> any() {
    Map<Integer, Field> any = new HashMap<>();
    any.put(0x0175, (b, into) -> into.put("battery", b.u8()));
    // What a device tells of itself when it joins.
    int[][] lengths = {
      {0xFF01, 1},
      {0xFF08, 6},
      {0xFF09, 2},
      {0xFF0A, 2},
      {0xFF0B, 1},
      {0xFF0F, 1},
      {0xFF16, 8},
      {0xFF18, 2},
      {0xFFFE, 1},
      {0xFFFF, 2}
    };
    for (int[] each : lengths) {
      any.put(each[0], (b, into) -> b.skip(each[1]));
    }
    return any;
  }

  private static Map<Integer, Field> air() {
    Map<Integer, Field> air = new HashMap<>();
    air.put(0x0367, temperature("temperature"));
    air.put(0x0468, (b, into) -> into.put("humidity", b.u8() / 2.0));
    air.put(0x20CE, (b, into) -> airHistory(b, into));
    return air;
  }

  private static Map<Integer, Field> mcs() {
    Map<Integer, Field> mcs = air();
    mcs.put(0x0600, word("magnet_status", "close", "open"));
    mcs.put(0x20CE, (b, into) -> magnet(b, airHistory(b, into)));
    return mcs;
  }

  private static Map<Integer, Field> di() {
    Map<Integer, Field> di = air();
    di.put(0x0500, word("gpio_status", "low", "high"));
    di.put(0x05C8, (b, into) -> into.put("pulse", b.u32le()));
    di.put(0x05E1, (b, into) -> water(b, into));
    di.put(
        0x85E1,
        (b, into) -> {
          water(b, into);
          into.put("water_alarm", waterAlarm(b.u8()));
        });
    di.put(
        0x20CE,
        (b, into) -> {
          ObjectNode past = airHistory(b, into);
          int kind = b.u8();
          int level = b.u8();
          long pulses = b.u32le();
          if (kind == 2) {
            past.put("pulse", pulses);
          } else {
            past.put("gpio_status", level == 1 ? "high" : "low");
          }
        });
    return di;
  }

  private static Map<Integer, Field> ws301() {
    Map<Integer, Field> ws301 = new HashMap<>();
    ws301.put(0x0300, word("magnet_status", "close", "open"));
    ws301.put(0x0400, word("tamper_status", "installed", "uninstalled"));
    return ws301;
  }

  private static Map<Integer, Field> ts201() {
    Map<Integer, Field> ts201 = new HashMap<>();
    ts201.put(0x0367, temperature("temperature"));
    ts201.put(0x8367, alarm("temperature"));
    ts201.put(0x9367, jump("temperature"));
    ts201.put(0xB367, word("temperature_exception", "Read Error", "Overload"));
    ts201.put(
        0x20CE,
        (b, into) -> {
          ObjectNode past = history(b, into);
          int status = b.u8() >> 4;
          int tenths = b.i16le();
          past.put(
              "read_status", status == 0 ? "Success" : status == 1 ? "Read Error" : "Overload");
          if (status == 0) {
            past.put("temperature", tenths / 10.0);
          } else {
            past.putNull("temperature");
          }
        });
    return ts201;
  }

  private static Map<Integer, Field> ts301() {
    Map<Integer, Field> ts301 = new HashMap<>();
    for (int channel = 1; channel <= 2; channel++) {
      int id = channel + 2 << 8;
      String probe = "temperature_chn" + channel;
      ts301.put(id | 0x67, temperature(probe));
      ts301.put(0x8000 | id | 0x67, alarm(probe));
      ts301.put(0x9000 | id | 0x67, jump(probe));
      ts301.put(id, word("magnet_chn" + channel, "closed", "opened"));
    }
    return ts301;
  }

  private static Map<Integer, Field> ct101() {
    Map<Integer, Field> ct101 = new HashMap<>();
    ct101.put(0x0397, (b, into) -> into.put("total_current", b.u32le() / 100.0));
    ct101.put(0x0498, (b, into) -> current(b, into));
    ct101.put(
        0x8498,
        (b, into) -> {
          b.skip(4); // the greatest and the least since the last message
          current(b, into);
          into.put("current_alarm", b.u8());
        });
    ct101.put(0x0967, temperature("temperature"));
    return ct101;
  }

  private static void current(Bytes bytes, ObjectNode into) throws Unreadable {
    int hundredths = bytes.u16le();
    if (hundredths == 0xFFFF) {
      into.put("current_sensor_status", "read failed");
    } else {
      into.put("current", hundredths / 100.0);
    }
  }

  private static Field temperature(String name) {
    return (b, into) -> into.put(name, b.i16le() / 10.0);
  }

  private static Field word(String name, String zero, String one) {
    return (b, into) -> {
      int code = b.u8();
      into.put(name, code == 0 ? zero : code == 1 ? one : "unknown");
    };
  }

  private static Field alarm(String name) {
    return (b, into) -> {
      into.put(name, b.i16le() / 10.0);
      into.put("event", b.u8() == 1 ? "Threshold Alarm" : "Threshold Alarm Release");
    };
  }

  private static Field jump(String name) {
    return (b, into) -> {
      into.put(name, b.i16le() / 10.0);
      into.put(name + "_mutation", b.i16le() / 10.0);
      b.skip(1);
      into.put("event", "Mutation Alarm");
    };
  }

  private static void water(Bytes bytes, ObjectNode into) throws Unreadable {
    into.put("water_conv", bytes.u16le() / 10.0);
    into.put("pulse_conv", bytes.u16le() / 10.0);
    into.put("water", bytes.f32le());
  }

  private static String waterAlarm(int code) {
    return switch (code) {
      case 1 -> "water outage timeout alarm";
      case 2 -> "water outage timeout alarm release";
      case 3 -> "water flow timeout alarm";
      case 4 -> "water flow timeout alarm release";
      default -> "unknown";
    };
  }

  private static ObjectNode history(Bytes bytes, ObjectNode into) throws Unreadable {
    return into.withArray("history").addObject().put("timestamp", bytes.u32le());
  }

  private static ObjectNode airHistory(Bytes bytes, ObjectNode into) throws Unreadable {
    ObjectNode past = history(bytes, into);
    past.put("temperature", bytes.i16le() / 10.0);
    return past.put("humidity", bytes.u8() / 2.0);
  }

  private static void magnet(Bytes bytes, ObjectNode past) throws Unreadable {
    past.put("magnet_status", bytes.u8() == 1 ? "open" : "close");
  }
}
