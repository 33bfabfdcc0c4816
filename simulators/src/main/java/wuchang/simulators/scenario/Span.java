package wuchang.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a scenario lasts, and when it begins if that is fixed.
 *
 * @param lasts more than nothing
 */
public record Span(Optional<Instant> from, Duration lasts) {
  public Span {
    if (lasts.isNegative() || lasts.isZero()) {
      throw new IllegalArgumentException("a span of " + lasts + "; expected more than nothing");
    }
  }

  /** The same length from then on. */
  public Span from(Instant start) {
    return new Span(Optional.of(start), lasts);
  }

  /** The stretch it is; one without a beginning ends then. */
  public Stretch endingAt(Instant end) {
    Instant start = from.orElse(end.minus(lasts));
    return new Stretch(start, start.plus(lasts));
  }
}
