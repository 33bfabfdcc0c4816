package wuchang.domain.reading;

import java.util.OptionalDouble;

/**
 * What is known of a counter, in its own unit.
 *
 * @param modulus the value at which it begins anew; empty when it has none
 * @param mostPerHour what cannot be exceeded in an hour, whatever happens
 * @param resolution its smallest step; 0 when that is not known
 */
public record Nameplate(OptionalDouble modulus, double mostPerHour, double resolution) {
  private static final double HOUR = 3_600_000;

  /** What can pass in so many milliseconds; a step may just have been under way. */
  double most(long millis) {
    return mostPerHour * millis / HOUR + resolution;
  }
}
