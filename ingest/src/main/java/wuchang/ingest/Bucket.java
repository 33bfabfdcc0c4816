package wuchang.ingest;

import java.time.Duration;
import java.time.Instant;

/** A token bucket that fills with the time of arrival. It begins full. For one thread at a time. */
final class Bucket {
  private final double capacity;
  private double tokens;
  private Instant at;

  Bucket(double capacity, Instant now) {
    this.capacity = capacity;
    this.tokens = capacity;
    this.at = now;
  }

  /** Takes so many tokens if they are there, and none otherwise. */
  boolean take(double wanted, double perSecond, Instant now) {
    fill(perSecond, now);
    if (tokens < wanted) {
      return false;
    }
    tokens -= wanted;
    return true;
  }

  /** Takes so many tokens, or all there are; whether there were enough. */
  boolean drain(double wanted, double perSecond, Instant now) {
    fill(perSecond, now);
    boolean enough = tokens >= wanted;
    tokens = Math.max(0, tokens - wanted);
    return enough;
  }

  /** How full it is, from 0 to 1. */
  double level(double perSecond, Instant now) {
    fill(perSecond, now);
    return tokens / capacity;
  }

  private void fill(double perSecond, Instant now) {
    if (now.isAfter(at)) {
      double seconds = Duration.between(at, now).toNanos() / 1e9;
      tokens = Math.min(capacity, tokens + seconds * perSecond);
      at = now;
    }
  }
}
