package wuchang.domain.reading;

import java.time.Instant;
import wuchang.domain.DeviceId;

/**
 * One value of one metric. Booleans are 0 and 1. For one (device, metric, time) the first that was
 * journalled stays.
 *
 * @param value in the metric's unit; NaN only when the flaw is {@link Flaw#MISSING}
 */
public record Reading(
    DeviceId device,
    Metric metric,
    Instant time,
    double value,
    Flaw flaw,
    Provenance provenance,
    Instant arrived)
    implements Observation {

  /** A flawless live reading that arrives as it is measured, as tests and examples need them. */
  public static Reading of(DeviceId device, Metric metric, Instant time, double value) {
    return new Reading(device, metric, time, value, Flaw.NONE, Provenance.LIVE, time);
  }

  public Quality quality() {
    return flaw.quality();
  }
}
