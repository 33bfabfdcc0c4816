package wuchang.console.access;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Slows down who guesses. After some free tries each further one must wait twice as long as the one
 * before; a success or a quiet while forgets. Every try counts before its outcome is known, so that
 * many at once gain nothing. Bounded: the key unused for longest is forgotten first.
 */
public final class Throttle {
  private static final int MOST_KEYS = 10_000;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private record Tries(int count, long last) {}

  private final LongSupplier nanos;
  private final int free;
  private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param nanos elapsed time, as {@link System#nanoTime} gives it
   * @param free how many tries need no waiting
   */
  public Throttle(LongSupplier nanos, int free) {
    this.nanos = nanos;
    this.free = free;
  }

  /** Counts a try and lets it pass, or says how long to wait before the next. */
  public synchronized Optional<Duration> admit(String key) {
    long now = nanos.getAsLong();
    Tries before = tries.getOrDefault(key, new Tries(0, now));
    long quiet = now - before.last();
    if (quiet > 2 * LONGEST_WAIT.toNanos()) {
      before = new Tries(0, now);
    }
    long wait = waitAfter(before.count()).toNanos() - quiet;
    if (wait > 0) {
      return Optional.of(Duration.ofNanos(wait));
    }
    tries.put(key, new Tries(before.count() + 1, now));
    shrink();
    return Optional.empty();
  }

  /** The try was a good one. */
  public synchronized void forget(String key) {
    tries.remove(key);
  }

  private Duration waitAfter(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, 20));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private void shrink() {
    Iterator<String> oldest = tries.keySet().iterator();
    while (tries.size() > MOST_KEYS) {
      oldest.next();
      oldest.remove();
    }
  }
}
