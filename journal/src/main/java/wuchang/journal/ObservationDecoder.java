package wuchang.journal;

import static wuchang.journal.ObservationForm.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import wuchang.domain.DeviceId;
import wuchang.domain.RecordId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;

/** Reads what {@link ObservationEncoder} wrote. */
final class ObservationDecoder {
  private final ByteSource source;
  private final List<DeviceId> devices = new ArrayList<>();
  private final List<Metric> metrics = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private Instant time = Instant.EPOCH;
  private Instant arrived = Instant.EPOCH;

  ObservationDecoder(ByteSource source) {
    this.source = source;
  }

  Observation read() {
    int head = source.get();
    Provenance provenance = provenance(head);
    DeviceId device = name(devices, DeviceId::of);
    if ((head & RECORD) == RECORD) {
      times(head);
      return entry(provenance);
    }
    if ((head & GATE) != 0) {
      times(head);
      return gateEvent(device, provenance);
    }
    Metric metric = name(metrics, Metric::of);
    times(head);
    Flaw flaw = (head & FLAWED) != 0 ? Flaw.valueOf(word()) : Flaw.NONE;
    return new Reading(device, metric, time, value(head), flaw, provenance, arrived);
  }

  private GateEvent gateEvent(DeviceId device, Provenance provenance) {
    GateEvent.What what = GateEvent.What.valueOf(word());
    return new GateEvent(
        device, time, what, word(), word(), word(), word(), word(), provenance, arrived);
  }

  private BookEntry entry(Provenance provenance) {
    String word = word();
    RecordKind kind =
        RecordKind.of(word)
            .orElseThrow(() -> new IllegalStateException("«" + word + "» is no kind of record"));
    RecordId id = RecordId.of(source.getText());
    int version = source.getCount();
    String who = word();
    String by = word();
    Map<String, Object> fields = new TreeMap<>();
    for (int left = source.getCount(); left > 0; left--) {
      fields.put(word(), field());
    }
    RecordFields said = new RecordFields(fields);
    return new BookEntry(id, version, kind, time, who, by, said, provenance, arrived);
  }

  private Object field() {
    return switch (source.get()) {
      case NO -> false;
      case YES -> true;
      case NUMBER -> Double.longBitsToDouble(source.getLong());
      case TEXT -> source.getText();
      default -> throw new IllegalStateException("a field of a record of an unknown form");
    };
  }

  private double value(int head) {
    return (head & THOUSANDTHS) != 0
        ? source.getSigned() / SCALE
        : Double.longBitsToDouble(source.getLong());
  }

  // The usual provenances are shared: a million readings need no million of them.
  private static Provenance provenance(int head) {
    return switch (head & (OWN_TIME | REPLAY | RETAINED)) {
      case OWN_TIME -> Provenance.LIVE;
      case OWN_TIME | REPLAY -> Provenance.HISTORY;
      case 0 -> Provenance.UNTIMED;
      default ->
          new Provenance((head & OWN_TIME) != 0, (head & REPLAY) != 0, (head & RETAINED) != 0);
    };
  }

  private void times(int head) {
    long step = source.getSigned();
    time = step == 0 ? wholeMillis(time) : Instant.ofEpochMilli(time.toEpochMilli() + step);
    if ((head & SAME_ARRIVAL) == 0) {
      arrived = Instant.ofEpochMilli(arrived.toEpochMilli() + source.getSigned());
    }
    if ((head & NANOS) != 0) {
      time = time.plusNanos(source.getVarint());
      arrived = wholeMillis(arrived).plusNanos(source.getVarint());
    }
  }

  private static Instant wholeMillis(Instant at) {
    return at.getNano() % NANOS_PER_MILLI == 0 ? at : Instant.ofEpochMilli(at.toEpochMilli());
  }

  private String word() {
    return name(words, Function.identity());
  }

  private <T> T name(List<T> known, Function<String, T> made) {
    int number = source.getCount();
    if (number == known.size()) {
      known.add(made.apply(source.getText()));
    }
    return known.get(number);
  }
}
