package wuchang.simulators.mishap;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Looks through a mishap's time, minute by minute, for what else was the case. */
final class Spell {
  private static final Duration LOOK = Duration.ofMinutes(1);

  private Spell() {}

  /** The longest time in it during which that was so. */
  static Duration longest(Mishap mishap, Predicate<Instant> so) {
    Duration longest = Duration.ZERO;
    Duration run = Duration.ZERO;
    for (Instant at = mishap.onset(); at.isBefore(mishap.end()); at = at.plus(LOOK)) {
      Duration left = Duration.between(at, mishap.end());
      run = so.test(at) ? run.plus(left.compareTo(LOOK) < 0 ? left : LOOK) : Duration.ZERO;
      longest = run.compareTo(longest) > 0 ? run : longest;
    }
    return longest;
  }

  /** Whether it became so, and ceased to be so, while the mishap lasted. */
  static boolean holdsOne(Mishap mishap, Predicate<Instant> so) {
    boolean was = so.test(mishap.onset().minus(LOOK));
    boolean begun = false;
    for (Instant at = mishap.onset(); !at.isAfter(mishap.end()); at = at.plus(LOOK)) {
      boolean is = so.test(at);
      if (begun && !is) {
        return true;
      }
      begun |= is && !was;
      was = is;
    }
    return false;
  }
}
