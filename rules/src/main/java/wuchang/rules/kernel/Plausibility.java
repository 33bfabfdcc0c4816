package wuchang.rules.kernel;

import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Quality;
import wuchang.domain.reading.Reading;

/**
 * Believes a temperature only if it could have come from the last believed one: a jump is a loose
 * plug, not a fridge. The allowance grows with time, so a real change is believed a few minutes
 * later. Within a minute the allowance is that of a whole minute, for probes that speak every
 * second in steps of half a degree.
 */
record Plausibility(double jump, long at, double value) {
  private static final double MINUTE = 60_000;

  static Plausibility of(double jump) {
    return new Plausibility(jump, Phase.FROZEN, 0);
  }

  /** The reading as it should be judged: itself, or marked as a jump. */
  Reading judged(Reading reading) {
    if (!isChecked(reading) || at == Phase.FROZEN) {
      return reading;
    }
    double minutes = Math.max(1, (reading.time().toEpochMilli() - at) / MINUTE);
    return Math.abs(reading.value() - value) <= jump * minutes
        ? reading
        : new Reading(
            reading.device(),
            reading.metric(),
            reading.time(),
            reading.value(),
            Flaw.JUMP,
            reading.provenance(),
            reading.arrived());
  }

  /** What is known after a judged reading. */
  Plausibility after(Reading judged) {
    return isChecked(judged)
        ? new Plausibility(jump, judged.time().toEpochMilli(), judged.value())
        : this;
  }

  private boolean isChecked(Reading reading) {
    return reading.metric() == Metric.TEMPERATURE
        && reading.quality() != Quality.BAD
        && jump < Double.POSITIVE_INFINITY;
  }
}
