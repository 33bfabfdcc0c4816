package wuchang.simulators.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;
import wuchang.simulators.mishap.MishapKind;

/**
 * How often something goes wrong in one canteen.
 *
 * @param often how many times in {@code in}
 * @param in a month, or nothing: in the whole of whatever is played
 * @param where the place in the scenario's file
 */
public record Rate(MishapKind kind, double often, Duration in, Custom custom, String where) {
  /** Thirty days. */
  public static final Duration MONTH = Duration.ofDays(30);

  /** So many times, however long. */
  public static Rate times(MishapKind kind, int times, Custom custom, String where) {
    return new Rate(kind, times, Duration.ZERO, custom, where);
  }

  /** So many times in thirty days. */
  public static Rate perMonth(MishapKind kind, double often, Custom custom, String where) {
    return new Rate(kind, often, MONTH, custom, where);
  }

  /** How many times that is in a stretch; the broken part of a number is left to chance. */
  int count(Stretch stretch, RandomGenerator random) {
    double expected =
        in.isZero() ? often : often * stretch.length().toMillis() / (double) in.toMillis();
    double whole = Math.floor(expected + 1e-9);
    return (int) whole + (random.nextDouble() < expected - whole ? 1 : 0);
  }
}
