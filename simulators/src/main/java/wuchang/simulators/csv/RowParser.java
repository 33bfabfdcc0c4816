package wuchang.simulators.csv;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.record.RecordKind;

/** Makes rows of the fields of one file. Remembers devices and metrics, of which it has few. */
final class RowParser {
  static final List<String> HEADER = List.of("time", "device", "metric", "value");

  private static final String EVENT = "event:";
  private static final String RECORD = "event:record:";
  private static final int TIME = 0;
  private static final int DEVICE = 1;
  private static final int METRIC = 2;
  private static final int VALUE = 3;

  private final Times times = new Times();
  private final Names<DeviceId> devices = new Names<>(DeviceId::of);
  private final Names<Object> metrics = new Names<>(RowParser::metric);
  private long serial;

  /**
   * The row that the next fields are.
   *
   * @throws IllegalArgumentException saying what is wrong, and what was expected
   */
  Row parse(Fields fields) {
    serial++;
    char[] text = fields.characters();
    long millis = times.millis(text, fields.start(TIME), fields.end(TIME));
    Instant time = Instant.ofEpochMilli(millis);
    DeviceId device = devices.of(text, fields.start(DEVICE), fields.end(DEVICE));
    Object metric = metrics.of(text, fields.start(METRIC), fields.end(METRIC));
    if (metric instanceof Metric measured) {
      boolean empty = fields.start(VALUE) == fields.end(VALUE);
      double value =
          empty ? Double.NaN : Numbers.parse(text, fields.start(VALUE), fields.end(VALUE));
      return new Row.Value(serial, time, device, measured, value);
    }
    return metric instanceof GateEvent.What what
        ? new Row.Event(serial, time, device, what, fields.text(VALUE))
        : note((RecordKind) metric, time, device, fields.text(VALUE));
  }

  private static Object metric(String name) {
    if (name.startsWith(RECORD)) {
      return kind(name.substring(RECORD.length()));
    }
    return name.startsWith(EVENT) ? event(name.substring(EVENT.length())) : Metric.of(name);
  }

  private Row note(RecordKind kind, Instant time, DeviceId device, String json) {
    return new Row.Note(serial, time, device, kind, json, Notes.entry(kind, time, device, json));
  }

  private static RecordKind kind(String word) {
    return RecordKind.of(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    quoted(word)
                        + " is no kind of record; expected one of "
                        + Arrays.stream(RecordKind.values())
                            .map(RecordKind::word)
                            .collect(Collectors.joining(" "))));
  }

  private static GateEvent.What event(String word) {
    return GateEvent.What.of(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    quoted(word) + " is no event; expected one of " + knownEvents()));
  }

  private static String knownEvents() {
    return Arrays.stream(GateEvent.What.values())
        .map(GateEvent.What::word)
        .collect(Collectors.joining(" "));
  }

  static String quoted(String text) {
    return "«" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "»";
  }
}
