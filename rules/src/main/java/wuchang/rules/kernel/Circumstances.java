package wuchang.rules.kernel;

import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;

/**
 * What a cold unit is going through, whatever its rules say: its door, and the shape of its air.
 * Kept once for all tiers of a device; immutable.
 */
record Circumstances(Door door, Air air) {
  /**
   * Of a device of which nothing is known.
   *
   * @param peak the warmest air that a defrost brings, in °C
   */
  static Circumstances unknown(double peak) {
    return new Circumstances(Door.UNKNOWN, Air.unknown(peak));
  }

  static boolean matters(Metric metric) {
    return metric == Metric.TEMPERATURE || metric == Metric.DOOR_OPEN;
  }

  /** What is known after an observation; doubtful ones and those of other metrics say nothing. */
  Circumstances after(Observation observation) {
    return observation instanceof Reading reading
            && reading.quality() == Quality.GOOD
            && matters(reading.metric())
        ? afterGood(reading)
        : this;
  }

  private Circumstances afterGood(Reading reading) {
    long at = reading.time().toEpochMilli();
    if (reading.metric() == Metric.TEMPERATURE) {
      return new Circumstances(door, air.after(at, reading.value(), door));
    }
    Door now = door.after(at, reading.value() != 0);
    return new Circumstances(now, now.open() ? air.opened() : air);
  }
}
