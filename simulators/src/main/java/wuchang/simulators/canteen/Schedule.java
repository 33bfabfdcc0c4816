package wuchang.simulators.canteen;

import java.time.Duration;
import java.time.Instant;

/**
 * When a device sends by itself: every interval, at its own offset, so that not all speak at once.
 */
record Schedule(Duration interval, long offsetMillis) {
  /** How often it may be time to send in a step, at least once. */
  long timesIn(Duration step) {
    return Math.max(1, (step.toMillis() + interval.toMillis() - 1) / interval.toMillis());
  }

  /** The newest time to send after one instant and up to another, as milliseconds; else −1. */
  long dueIn(Instant after, Instant upTo) {
    long every = interval.toMillis();
    long due = Math.floorDiv(upTo.toEpochMilli() - offsetMillis, every) * every + offsetMillis;
    return due > after.toEpochMilli() ? due : -1;
  }
}
