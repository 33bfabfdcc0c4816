package wuchang.simulators.csv;

import java.time.Instant;
import java.util.regex.Pattern;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.record.RecordKind;

/**
 * One data row of a file of readings. Its serial number is its place among the data rows, from 1.
 */
public sealed interface Row {
  long serial();

  Instant time();

  DeviceId device();

  /**
   * @param value NaN where the field is empty: the device was asked, and had nothing to say
   */
  record Value(long serial, Instant time, DeviceId device, Metric metric, double value)
      implements Row {}

  /** An event at a gate; {@code who} is a person or a card, or empty. */
  record Event(long serial, Instant time, DeviceId device, GateEvent.What what, String who)
      implements Row {
    /** Card numbers are long and all digits (PAYLOADS 9.3: ten); anything else names a person. */
    private static final Pattern CARD = Pattern.compile("\\d{8,}");

    /** What the gate said, at a time of its own or another. */
    public GateEvent said(Instant when, Provenance provenance) {
      boolean card = CARD.matcher(who).matches();
      String person = card ? "" : who;
      String number = card ? who : "";
      return new GateEvent(device, when, what, person, number, "", "", "", provenance, when);
    }
  }

  /**
   * A record of something no sensor sees.
   *
   * @param json its fields as they stand in the file
   */
  record Note(
      long serial, Instant time, DeviceId device, RecordKind kind, String json, BookEntry entry)
      implements Row {}
}
