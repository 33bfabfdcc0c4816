package wuchang.app.laboratory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Device;
import wuchang.ingest.Value;
import wuchang.simulators.csv.Row;

/**
 * Rows as numbers, and observations of them again: a device and a metric are their places in a
 * list, an event is below zero. Used by one thread.
 */
final class Coding {
  private static final GateEvent.What[] EVENTS = GateEvent.What.values();

  /** Stands for what a record is, and for the device of one. */
  static final int RECORD = Integer.MIN_VALUE;

  private final List<Device> devices;
  private final List<BookEntry> entries = new ArrayList<>();
  private final Map<DeviceId, Integer> places = new HashMap<>();
  private final Register<Metric> metrics = new Register<>();
  private final Register<String> people = new Register<>();
  private @Nullable DeviceId lastId;
  private int lastPlace = -1;

  Coding(List<Device> devices) {
    this.devices = List.copyOf(devices);
    for (Device device : devices) {
      places.put(device.id(), places.size());
    }
  }

  /** The number of a device; −1 when it is none of the site. */
  int device(DeviceId id) {
    // A device often says several things at once, and a file has one object for its id.
    if (id != lastId) {
      lastId = id;
      lastPlace = places.getOrDefault(id, -1);
    }
    return lastPlace;
  }

  int what(Row.Value row) {
    return metrics.place(row.metric());
  }

  int what(Row.Event row) {
    return -1 - row.what().ordinal();
  }

  /** Records are numbered as they come; {@link #RECORD} says that a number is one. */
  int entry(BookEntry entry) {
    entries.add(entry);
    return entries.size() - 1;
  }

  int who(Row.Event row) {
    return people.place(row.who());
  }

  /** What a row says, checked as the intake checks it. */
  Observation observation(long time, int device, int what, double value) {
    if (what == RECORD) {
      return entries.get((int) value);
    }
    Device from = devices.get(device);
    Instant at = Instant.ofEpochMilli(time);
    if (what < 0) {
      String who = people.get((int) value);
      return new Row.Event(0, at, from.id(), EVENTS[-1 - what], who).said(at, Provenance.LIVE);
    }
    Metric metric = metrics.get(what);
    return new Reading(
        from.id(), metric, at, value, Value.flaw(from.kind(), metric, value), Provenance.LIVE, at);
  }

  /** Things and their places in a list. */
  private static final class Register<T> {
    private final Map<T, Integer> places = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    int place(T thing) {
      return places.computeIfAbsent(
          thing,
          added -> {
            things.add(added);
            return things.size() - 1;
          });
    }

    T get(int place) {
      return things.get(place);
    }
  }
}
