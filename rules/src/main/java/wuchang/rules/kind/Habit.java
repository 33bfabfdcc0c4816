package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was usual on the days before, apart for days on which the canteen works and those on which
 * it does not. Three days make a habit; days of more than four weeks ago are forgotten, so that
 * what has lasted longer becomes the habit. On a day off, what is usual on working days is allowed,
 * too, for a holiday of weeks must not leave it without a measure. Immutable.
 */
public record Habit(List<Value> working, List<Value> off) {
  static final Habit NONE = new Habit(List.of(), List.of());

  /** So many days make a habit. */
  static final int LEAST = 3;

  /** Days of so many days ago and more no longer count. */
  static final int FORGOTTEN = 28;

  /** A day and what was seen on it. */
  public record Value(long day, double value) {}

  public Habit {
    working = List.copyOf(working);
    off = List.copyOf(off);
  }

  /** With one more day; only the newest {@code most} of its like are kept. */
  Habit with(long day, boolean worked, double value, int most) {
    List<Value> kept = new ArrayList<>(worked ? working : off);
    kept.add(new Value(day, value));
    List<Value> newest = kept.subList(Math.max(0, kept.size() - most), kept.size());
    return worked ? new Habit(newest, off) : new Habit(working, newest);
  }

  /** The value below which a share of them lie, by nearest rank; empty without a habit. */
  OptionalDouble percentile(long day, boolean worked, double share) {
    double[] values = usual(day, worked);
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    int rank = (int) Math.ceil(share * values.length);
    return OptionalDouble.of(values[Math.max(1, rank) - 1]);
  }

  /** The middle one; the mean of the two in the middle. */
  OptionalDouble median(long day, boolean worked) {
    double[] values = usual(day, worked);
    int n = values.length;
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((values[(n - 1) / 2] + values[n / 2]) / 2);
  }

  /** The values that count on a day, smallest first; none when they are too few. */
  private double[] usual(long day, boolean worked) {
    double[] values = recent(working, day);
    double[] usual = values.length >= LEAST || worked ? values : recent(off, day);
    return usual.length >= LEAST ? usual : new double[0];
  }

  private static double[] recent(List<Value> values, long day) {
    double[] recent =
        values.stream()
            .filter(v -> v.day() >= day - FORGOTTEN && v.day() < day)
            .mapToDouble(Value::value)
            .toArray();
    Arrays.sort(recent);
    return recent;
  }
}
