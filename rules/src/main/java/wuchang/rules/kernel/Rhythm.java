package wuchang.rules.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When something that repeats has happened, and whether it does so in a stable period: within a
 * fifth of it, three times at least, over three days at least, with one miss at a time.
 *
 * @param times the last beginnings, oldest first
 * @param period in milliseconds; 0 while there is none
 */
record Rhythm(List<Long> times, long period) {
  static final Rhythm UNKNOWN = new Rhythm(List.of(), 0);

  private static final long HOUR = 3_600_000;
  private static final long LEAST_SPAN = 72 * HOUR;
  private static final long SHORTEST = 2 * HOUR;
  private static final long LONGEST = 50 * HOUR;
  private static final long FORGOTTEN = 8 * 24 * HOUR;
  private static final int MOST = 40;

  /** A unit that defrosts by the clock does so up to so often a day, at uneven distances. */
  private static final int PER_PERIOD = 6;

  private static final int LEAST = 3;
  private static final double TOLERANCE = 0.2;

  Rhythm {
    times = List.copyOf(times);
  }

  Rhythm with(long at) {
    List<Long> kept = new ArrayList<>(times);
    kept.add(at);
    while (kept.size() > MOST || kept.get(0) < at - FORGOTTEN) {
      kept.remove(0);
    }
    return new Rhythm(kept, periodOf(kept));
  }

  /** Whether a beginning at an instant is one more of them. */
  boolean expects(long at) {
    return period > 0 && earlier(times, at, period).isPresent();
  }

  private static long periodOf(List<Long> times) {
    int last = times.size() - 1;
    for (int back = 1; back <= Math.min(PER_PERIOD, last); back++) {
      long period = times.get(last) - times.get(last - back);
      if (period >= SHORTEST && period <= LONGEST && isStable(times, period)) {
        return period;
      }
    }
    return 0;
  }

  private static boolean isStable(List<Long> times, long period) {
    long newest = times.get(times.size() - 1);
    long at = newest;
    int seen = 1;
    Optional<Long> before = earlier(times, at, period);
    while (before.isPresent()) {
      at = before.get();
      seen++;
      before = earlier(times, at, period);
    }
    return seen >= LEAST && newest - at >= LEAST_SPAN;
  }

  private static Optional<Long> earlier(List<Long> times, long at, long period) {
    return find(times, at, period, 1).or(() -> find(times, at, period, 2));
  }

  /** The one nearest to so many periods before an instant; of two, too, a fifth of one counts. */
  private static Optional<Long> find(List<Long> times, long at, long period, int periods) {
    long before = periods * period;
    return times.stream()
        .filter(t -> Math.abs(at - t - before) <= TOLERANCE * period)
        .min(Comparator.comparingLong(t -> Math.abs(at - t - before)));
  }
}
