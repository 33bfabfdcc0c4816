package wuchang.ingest.profile;

import com.fasterxml.jackson.databind.JsonNode;
import wuchang.domain.reading.Metric;

/**
 * One value found in a payload.
 *
 * @param value in the metric's unit; NaN when the device could not read it; infinite when it means
 *     no number at all
 * @param sentinel the site says that this value means a fault
 * @param seen what stands there
 */
public record Measured(Metric metric, double value, boolean sentinel, JsonNode seen) {
  static Measured unreadable(Metric metric, JsonNode seen) {
    return new Measured(metric, Double.POSITIVE_INFINITY, false, seen);
  }

  public boolean isReadable() {
    return !Double.isInfinite(value);
  }
}
