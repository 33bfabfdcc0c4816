package wuchang.simulators.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;

/** Makes rows of fields. Remembers devices and metrics, of which a file has few. */
final class RowParser {
  static final List<String> HEADER = List.of("time", "device", "metric", "value");

  private static final String EVENT = "event:";
  private static final String RECORD = "event:record:";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private final Map<String, DeviceId> devices = new HashMap<>();
  private final Map<String, Metric> metrics = new HashMap<>();

  /**
   * The row that these fields are.
   *
   * @throws IllegalArgumentException saying what is wrong, and what was expected
   */
  Row parse(long serial, List<String> fields) {
    if (fields.size() != HEADER.size()) {
      throw new IllegalArgumentException(
          fields.size() + " fields; expected 4: time,device,metric,value");
    }
    Instant time = time(fields.get(0));
    DeviceId device = devices.computeIfAbsent(fields.get(1), DeviceId::of);
    String metric = fields.get(2);
    String value = fields.get(3);
    if (metric.startsWith(RECORD)) {
      return new Row.Note(serial, time, device);
    }
    if (metric.startsWith(EVENT)) {
      return new Row.Event(serial, time, device, event(metric), value);
    }
    Metric measured = metrics.computeIfAbsent(metric, Metric::of);
    return new Row.Value(serial, time, device, measured, number(value));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          quoted(text) + " is no time; expected ISO-8601 such as 2026-11-01T06:00:00Z");
    }
  }

  private static GateEvent.What event(String metric) {
    String word = metric.substring(EVENT.length());
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

  private static double number(String text) {
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(quoted(text) + " is no value; expected a finite number");
    }
    return value;
  }

  static String quoted(String text) {
    return "«" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "»";
  }
}
