package wuchang.simulators.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import wuchang.domain.reading.Metric;

/** Collects what sensors show, each value rounded to its sensor's resolution. */
final class Shown {
  private final Map<Metric, Double> values = new LinkedHashMap<>();

  /** A value with so many decimals. */
  Shown with(Metric metric, double value, int decimals) {
    double scale = StrictMath.pow(10, decimals);
    // Adding 0.0 turns a negative zero into a zero: no display shows −0.
    values.put(metric, Math.round(value * scale) / scale + 0.0);
    return this;
  }

  Shown with(Metric metric, boolean value) {
    values.put(metric, value ? 1.0 : 0.0);
    return this;
  }

  Map<Metric, Double> values() {
    return Collections.unmodifiableMap(values);
  }
}
