package wuchang.simulators.machine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import wuchang.domain.reading.Metric;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.csv.Row;

/**
 * One day of a real device, by milliseconds since midnight.
 *
 * @param rows at least one
 */
public record Trace(NavigableMap<Long, Map<Metric, Double>> rows) {
  static final long DAY = Duration.ofDays(1).toMillis();

  public Trace {
    rows = Collections.unmodifiableNavigableMap(new TreeMap<>(rows));
    if (rows.isEmpty() || rows.firstKey() < 0 || rows.lastKey() >= DAY) {
      throw new IllegalArgumentException("a trace needs rows, all within a day");
    }
  }

  /**
   * Reads a trace; its devices do not matter, and a row after a day takes the place of the row a
   * day before.
   *
   * @throws wuchang.simulators.csv.InvalidReadings when it is none
   */
  public static Trace read(ReadingsFile file) throws IOException, InterruptedException {
    NavigableMap<Long, Map<Metric, Double>> rows = new TreeMap<>();
    file.forEach(
        row -> {
          if (row instanceof Row.Value value && !Double.isNaN(value.value())) {
            rows.computeIfAbsent(timeOfDay(row.time()), time -> new LinkedHashMap<>())
                .put(value.metric(), value.value());
          }
        });
    return new Trace(rows);
  }

  private static long timeOfDay(Instant time) {
    return Duration.between(time.truncatedTo(ChronoUnit.DAYS), time).toMillis();
  }
}
