package wuchang.journal;

import static wuchang.journal.ObservationForm.*;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;

/** Writes the observations of one batch, in about ten bytes each; see {@link ObservationForm}. */
final class ObservationEncoder {
  private final ByteSink sink;
  private final Map<Object, Integer> devices = new HashMap<>();
  private final Map<Object, Integer> metrics = new HashMap<>();
  private final Map<Object, Integer> words = new HashMap<>();
  private long time;
  private Instant arrived = Instant.EPOCH;

  ObservationEncoder(ByteSink sink) {
    this.sink = sink;
  }

  void write(Observation observation) {
    if (observation instanceof Reading reading) {
      write(reading);
    } else if (observation instanceof GateEvent event) {
      write(event);
    } else {
      write((BookEntry) observation);
    }
  }

  private void write(Reading reading) {
    double value = reading.value();
    long thousandths = (long) Math.rint(value * SCALE);
    boolean exact = isExact(value, thousandths);
    boolean flawed = reading.flaw() != Flaw.NONE;
    sink.put(head(reading) | (flawed ? FLAWED : 0) | (exact ? THOUSANDTHS : 0));
    name(devices, reading.device());
    name(metrics, reading.metric());
    times(reading);
    if (flawed) {
      name(words, reading.flaw().name());
    }
    if (exact) {
      sink.putSigned(thousandths);
    } else {
      sink.putLong(Double.doubleToRawLongBits(value));
    }
  }

  private void write(GateEvent event) {
    sink.put(GATE | head(event));
    name(devices, event.device());
    times(event);
    name(words, event.what().name());
    name(words, event.person());
    name(words, event.card());
    name(words, event.direction());
    name(words, event.method());
    name(words, event.reason());
  }

  private void write(BookEntry entry) {
    sink.put(RECORD | head(entry));
    name(devices, entry.device());
    times(entry);
    name(words, entry.kind().word());
    sink.putText(entry.id().value());
    sink.putVarint(entry.version());
    name(words, entry.who());
    name(words, entry.by());
    sink.putVarint(entry.fields().values().size());
    entry.fields().values().forEach(this::field);
  }

  private void field(String name, Object value) {
    name(words, name);
    if (value instanceof String text) {
      sink.put(TEXT);
      sink.putText(text);
    } else if (value instanceof Double number) {
      sink.put(NUMBER);
      sink.putLong(Double.doubleToRawLongBits(number));
    } else {
      sink.put((Boolean) value ? YES : NO);
    }
  }

  // -0.0 and NaN fail the comparison of bits and are written whole.
  private static boolean isExact(double value, long thousandths) {
    return Math.abs(value) < 1e12
        && Double.doubleToRawLongBits(thousandths / SCALE) == Double.doubleToRawLongBits(value);
  }

  private int head(Observation observation) {
    Provenance provenance = observation.provenance();
    return (provenance.ownTime() ? OWN_TIME : 0)
        | (provenance.replay() ? REPLAY : 0)
        | (provenance.retained() ? RETAINED : 0)
        | (observation.arrived().equals(arrived) ? SAME_ARRIVAL : 0)
        | (nanos(observation.time()) + nanos(observation.arrived()) > 0 ? NANOS : 0);
  }

  private void times(Observation observation) {
    long millis = observation.time().toEpochMilli();
    sink.putSigned(millis - time);
    time = millis;
    if (!observation.arrived().equals(arrived)) {
      sink.putSigned(observation.arrived().toEpochMilli() - arrived.toEpochMilli());
      arrived = observation.arrived();
    }
    if (nanos(observation.time()) + nanos(arrived) > 0) {
      sink.putVarint(nanos(observation.time()));
      sink.putVarint(nanos(arrived));
    }
  }

  private static int nanos(Instant at) {
    return at.getNano() % NANOS_PER_MILLI;
  }

  private void name(Map<Object, Integer> known, Object name) {
    Integer number = known.putIfAbsent(name, known.size());
    if (number == null) {
      sink.putVarint(known.size() - 1L);
      sink.putText(name.toString());
    } else {
      sink.putVarint(number);
    }
  }
}
