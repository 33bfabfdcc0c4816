package wuchang.rules.kernel;

import java.time.Duration;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/**
 * Defrosts that do not go as they should: one that does not end, too many in a day, or none for
 * days on a unit that was known to do so by itself. Behind a closed door only. It lives beside
 * {@link Air}, of which it keeps one of its own: a defrost that is too warm is one, too.
 *
 * @param longest milliseconds an excursion may stay high
 * @param most defrosts within a day
 * @param none milliseconds of known time without one
 * @param maxGap for how long a sample holds, in milliseconds
 */
public record DefrostHealth(long longest, int most, long none, long maxGap)
    implements Kind<DefrostHealth.Seen> {
  private static final long DAY = 86_400_000;

  /** A heater takes longer; what is over sooner is a door that was opened just before. */
  private static final long SHORTEST = 12 * 60_000L;

  /** What is known: the circumstances, and for how long no defrost has begun. */
  public static final class Seen {
    private final Circumstances so;
    private final long at;
    private final long without;

    private Seen(Circumstances so, long at, long without) {
      this.so = so;
      this.at = at;
      this.without = without;
    }
  }

  @Override
  public Seen blank(long from) {
    return new Seen(Circumstances.unknown(Double.POSITIVE_INFINITY), from, 0);
  }

  @Override
  public boolean wants(Metric metric) {
    return Circumstances.matters(metric);
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return metric == Metric.TEMPERATURE;
  }

  @Override
  public Seen remember(Seen was, Observation observation) {
    long at = observation.time().toEpochMilli();
    Circumstances so = was.so.after((Reading) observation);
    boolean defrost =
        so.air().last() != was.so.air().last() && was.so.air().now().stayedHigh() >= SHORTEST;
    return new Seen(so, at, defrost ? 0 : without(was, at));
  }

  @Override
  public Verdict verdict(Seen seen, long at) {
    boolean right = !isOverrun(seen, at) && !isTooOften(seen, at) && !isMissing(seen, at);
    return right ? Verdict.RIGHT : Verdict.CERTAIN;
  }

  @Override
  public long since(Seen seen, long at) {
    if (isOverrun(seen, at)) {
      return seen.so.air().now().onset();
    }
    return isTooOften(seen, at) ? newest(seen) : at - none;
  }

  @Override
  public long changes(Seen seen, long at) {
    long next = NEVER;
    if (isGoing(seen)) {
      next = sooner(next, seen.so.air().now().onset() + longest, at);
    }
    if (isTooOften(seen, at)) {
      next = sooner(next, tooOften(seen) + DAY + 1, at);
    }
    return seen.so.air().rhythm().period() > 0 && seen.at + none - seen.without <= seen.at + maxGap
        ? sooner(next, seen.at + none - seen.without, at)
        : next;
  }

  @Override
  public Evidence evidence(Seen seen, long at) {
    if (isOverrun(seen, at)) {
      long lasted = at - seen.so.air().now().onset();
      return Evidence.NONE.with("fault", "overrun").with("lasted", Duration.ofMillis(lasted));
    }
    return isTooOften(seen, at)
        ? Evidence.NONE.with("fault", "too_often").with("lasted", Duration.ofMillis(DAY))
        : Evidence.NONE.with("fault", "missing").with("lasted", Duration.ofMillis(none));
  }

  /** Once it was high for too long it stays so until it is over: it is one fault, not several. */
  private boolean isOverrun(Seen seen, long at) {
    Air air = seen.so.air();
    long due = air.now().onset() + longest;
    boolean isHigh = air.now().high() == air.at();
    return isGoing(seen) && (air.now().high() >= due || isHigh && at >= due);
  }

  /** Whether an excursion goes on that began as a defrost does. */
  private static boolean isGoing(Seen seen) {
    Air.Excursion now = seen.so.air().now();
    return now != Air.Excursion.NONE && now.beganAsDefrost();
  }

  private boolean isTooOften(Seen seen, long at) {
    int recent = 0;
    for (long time : seen.so.air().rhythm().times()) {
      recent += time >= at - DAY ? 1 : 0;
    }
    return recent > most;
  }

  /** The defrost that must be a day past for the day not to have too many. */
  private long tooOften(Seen seen) {
    var times = seen.so.air().rhythm().times();
    return times.get(times.size() - 1 - most);
  }

  /** The one that was too many: since then it is wrong, and no other finding begins with it. */
  private static long newest(Seen seen) {
    var times = seen.so.air().rhythm().times();
    return times.get(times.size() - 1);
  }

  private boolean isMissing(Seen seen, long at) {
    return seen.so.air().rhythm().period() > 0 && without(seen, at) >= none;
  }

  private long without(Seen seen, long at) {
    return seen.without + Math.min(at - seen.at, maxGap);
  }

  private static long sooner(long next, long candidate, long at) {
    return candidate > at ? Math.min(next, candidate) : next;
  }
}
