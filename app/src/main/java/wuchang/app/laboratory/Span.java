package wuchang.app.laboratory;

import java.time.Instant;

/** A stretch of the past, both ends included. */
public record Span(Instant from, Instant to) {
  public static final Span ALL = new Span(Instant.MIN, Instant.MAX);

  boolean contains(Instant time) {
    return !time.isBefore(from) && !time.isAfter(to);
  }

  /** Whether its end was asked for. */
  boolean hasEnd() {
    return !to.equals(Instant.MAX);
  }
}
