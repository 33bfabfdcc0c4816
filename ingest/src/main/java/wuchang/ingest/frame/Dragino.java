package wuchang.ingest.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Dragino's uplinks: fixed fields, the high byte first. Names are those of the maker's codec; its
 * time strings are left out, for they are in the time zone of whatever machine decoded them.
 */
enum Dragino implements RadioDecoder {
  LHT65N {
    @Override
    void read(Bytes bytes, ObjectNode into) throws Unreadable {
      Bytes again = bytes.again();
      again.skip(EXTENSION);
      int extension = again.u8();
      if ((extension & POLLED) != 0) {
        datalog(bytes, into);
        return;
      }
      if ((extension & 0x0F) == STAMPED) {
        into.put("TempC_DS", bytes.i16be() / 100.0);
        housing(bytes, into);
        bytes.skip(5);
        return;
      }
      into.put("BatV", (bytes.u16be() & 0x3FFF) / 1000.0);
      housing(bytes, into);
      bytes.skip(1);
      probe(bytes, extension, into);
    }
  },

  LDS02 {
    @Override
    void read(Bytes bytes, ObjectNode into) throws Unreadable {
      int first = bytes.u16be();
      into.put("BAT_V", (first & 0x3FFF) / 1000.0);
      into.put("MOD", bytes.u8());
      into.put("DOOR_OPEN_STATUS", first >> 15);
      into.put("DOOR_OPEN_TIMES", bytes.u24be());
      into.put("LAST_DOOR_OPEN_DURATION", bytes.u24be());
      into.put("ALARM", bytes.u8() & 1);
    }
  },

  SW3L {
    @Override
    void read(Bytes bytes, ObjectNode into) throws Unreadable {
      int flags = bytes.u8();
      long pulses = bytes.u32be();
      bytes.skip(2); // mode; pulses of the last use
      bytes.u32be();
      into.put("Calculate_flag", flags >> 2);
      into.put("Total_pulse", pulses);
      double litres = (double) pulses / pulsesPerLitre(flags >> 2);
      into.put("Water_flow_value", Math.round(litres * 10) / 10.0);
    }
  };

  /** Where an LHT65N says what hangs on its cable. */
  private static final int EXTENSION = 6;

  private static final int POLLED = 0x40;
  private static final int UNCONNECTED = 0x80;
  private static final int STAMPED = 9;
  private static final int ENTRY_BYTES = 11;

  /** Devices tell of themselves, not of what they measure, on this port. */
  private static final int STATUS_PORT = 5;

  abstract void read(Bytes bytes, ObjectNode into) throws Unreadable;

  static Dragino of(String model) {
    return valueOf(model.toUpperCase(java.util.Locale.ROOT));
  }

  @Override
  public ObjectNode decode(byte[] payload, int port) throws Unreadable {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    if (port != STATUS_PORT) {
      read(new Bytes(payload), values);
    }
    return values;
  }

  private static void housing(Bytes bytes, ObjectNode into) throws Unreadable {
    into.put("TempC_SHT", bytes.i16be() / 100.0);
    into.put("Hum_SHT", bytes.u16be() / 10.0);
  }

  private static void probe(Bytes bytes, int extension, ObjectNode into) throws Unreadable {
    String name =
        switch (extension & 0x0F) {
          case 1 -> "TempC_DS";
          case 2 -> "TempC_TMP117";
          default -> "";
        };
    if (name.isEmpty()) {
      return;
    }
    double value = bytes.i16be() / 100.0;
    if ((extension & UNCONNECTED) != 0) {
      into.putNull(name);
    } else {
      into.put(name, value);
    }
  }

  /** Stored measurements, sent when asked for. */
  private static void datalog(Bytes bytes, ObjectNode into) throws Unreadable {
    while (bytes.left() >= ENTRY_BYTES) {
      ObjectNode past = into.withArray("history").addObject();
      double value = bytes.i16be() / 100.0;
      housing(bytes, past);
      int extension = bytes.u8() & 0x0F;
      if (extension == 1 || extension == STAMPED) {
        past.put("TempC_DS", value);
      } else if (extension == 2) {
        past.put("TempC_TMP117", value);
      }
      past.put("timestamp", bytes.u32be());
    }
  }

  private static int pulsesPerLitre(int flag) {
    return switch (flag) {
      case 1 -> 390;
      case 2 -> 64;
      default -> 450;
    };
  }
}
