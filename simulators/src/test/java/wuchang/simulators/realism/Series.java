package wuchang.simulators.realism;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.csv.Row;

/** One metric of one device over time. */
record Series(NavigableMap<Instant, Double> values) {
  /** That metric of that device in a file of readings. */
  static Series read(Path file, String device, Metric metric)
      throws IOException, InterruptedException {
    NavigableMap<Instant, Double> values = new TreeMap<>();
    DeviceId wanted = DeviceId.of(device);
    ReadingsFile.at(file)
        .forEach(
            row -> {
              if (row instanceof Row.Value value
                  && value.device().equals(wanted)
                  && value.metric().equals(metric)) {
                values.put(value.time(), value.value());
              }
            });
    return new Series(values);
  }

  Series between(Instant from, Instant to) {
    return new Series(values.subMap(from, true, to, false));
  }

  /** The value that so many of hundred are below. */
  double percentile(double percent) {
    List<Double> sorted = values.values().stream().sorted().toList();
    return sorted.get((int) Math.round(percent / 100 * (sorted.size() - 1)));
  }

  double median() {
    return percentile(50);
  }

  double mean() {
    return values.values().stream().mapToDouble(v -> v).average().orElseThrow();
  }

  /** The share of the samples above a limit. */
  double shareAbove(double limit) {
    return values.values().stream().filter(v -> v > limit).count() / (double) values.size();
  }

  /** Minutes from each rise above a limit to the next; gaps of more than two samples break it. */
  List<Double> periods(double limit, Duration interval) {
    NavigableMap<Instant, Double> rises = new TreeMap<>();
    List<Double> periods = new java.util.ArrayList<>();
    Instant before = Instant.MIN;
    double was = limit + 1;
    for (var entry : values.entrySet()) {
      Instant at = entry.getKey();
      if (before.equals(Instant.MIN)
          || Duration.between(before, at).compareTo(interval.multipliedBy(2)) > 0) {
        rises.clear();
      } else if (was <= limit && entry.getValue() > limit) {
        if (!rises.isEmpty()) {
          periods.add(Duration.between(rises.lastKey(), at).toSeconds() / 60.0);
        }
        rises.put(at, entry.getValue());
      }
      before = at;
      was = entry.getValue();
    }
    return periods;
  }
}
