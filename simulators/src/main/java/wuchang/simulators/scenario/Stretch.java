package wuchang.simulators.scenario;

import java.time.Duration;
import java.time.Instant;

/** The time that is played, without its end. */
public record Stretch(Instant from, Instant to) {
  public Stretch {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("a stretch from " + from + " to " + to + " has no length");
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  boolean contains(Instant onset, Instant end) {
    return !onset.isBefore(from) && !end.isAfter(to);
  }
}
