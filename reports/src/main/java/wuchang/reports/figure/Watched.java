package wuchang.reports.figure;

import java.time.Duration;
import java.util.OptionalDouble;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;

/**
 * A series that documents give figures of.
 *
 * @param low below this a value is out of range; empty where there is no such limit
 * @param high above this a value is out of range
 * @param holds for how long a good reading stands for what came after it
 */
public record Watched(
    DeviceId device, Metric metric, OptionalDouble low, OptionalDouble high, Duration holds) {
  public boolean hasLimit() {
    return low.isPresent() || high.isPresent();
  }

  boolean isOutside(double value) {
    return low.isPresent() && value < low.getAsDouble()
        || high.isPresent() && value > high.getAsDouble();
  }
}
