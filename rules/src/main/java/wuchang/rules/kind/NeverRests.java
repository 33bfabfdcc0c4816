package wuchang.rules.kind;

import java.util.Arrays;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.kind.Averaged.Mean;
import wuchang.rules.kind.Slots.Slot;

/**
 * A compressor that hardly rests, though it did in the same hours of the day before. It runs while
 * its power is above half of what it draws when it runs: the 90th percentile of the last 27 hours,
 * which the heater of a defrost does not reach. Time is counted in stretches of five minutes.
 *
 * @param duty percent of the time, above which it is wrong
 * @param rested percent of the same time of the day before, below which it was right
 * @param clear percent of the time from which on it is right again
 * @param window milliseconds
 */
public record NeverRests(double duty, double rested, double clear, long window, long maxGap)
    implements Kind<NeverRests.Known> {
  private static final long NONE = Long.MIN_VALUE;
  private static final long WIDTH = 300_000;
  private static final long DAY = 86_400_000;
  private static final double RUNNING = 0.9;

  /** So much of a window must be known. */
  private static final double KNOWN = 0.9;

  /**
   * What is known.
   *
   * @param means W by stretch, the newest last; NaN where nothing is known; never changed in place
   * @param end of the newest stretch
   * @param level W above which it runs, found anew every hour; NaN while it is not known
   * @param since when it began not to rest
   */
  @SuppressWarnings("ArrayRecordComponent") // copied on every change; compared by nobody
  public record Known(
      Mean<Double> power,
      double[] means,
      long end,
      double level,
      double now,
      double before,
      long since) {}

  @Override
  public boolean comparesDays() {
    return true;
  }

  @Override
  public Known blank(long from) {
    double[] none = new double[(int) ((DAY + window) / WIDTH)];
    Arrays.fill(none, Double.NaN);
    return new Known(averaged().blank(), none, NONE, Double.NaN, Double.NaN, Double.NaN, NONE);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.POWER;
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Mean<Double> power = averaged().next(was.power(), (Reading) observation);
    Known now =
        new Known(power, was.means(), was.end(), was.level(), was.now(), was.before(), was.since());
    for (Slot slot : power.slots().closed()) {
      if (slot.isNearlyWhole()) {
        now = slot(now, slot);
      }
    }
    return now;
  }

  @Override
  public Verdict verdict(Known known, long at) {
    if (known.since() != NONE) {
      return Verdict.CERTAIN;
    }
    return Double.isNaN(known.now()) || Double.isNaN(known.before())
        ? Verdict.UNKNOWN
        : Verdict.RIGHT;
  }

  @Override
  public long since(Known known, long at) {
    return known.since();
  }

  @Override
  public Evidence evidence(Known known, long at) {
    return Evidence.NONE
        .with("value", Math.round(known.now()), Unit.PERCENT)
        .with("limit", duty, Unit.PERCENT)
        .with("usual", Math.round(known.before()), Unit.PERCENT);
  }

  private Averaged<Double> averaged() {
    return new Averaged<>(new Raw(Metric.POWER), maxGap, WIDTH);
  }

  private Known slot(Known was, Slot slot) {
    double[] means = shifted(was, slot);
    boolean newHour = slot.to() % (12 * WIDTH) == 0 || Double.isNaN(was.level());
    double level = newHour ? level(means) : was.level();
    int n = (int) (window / WIDTH);
    double now = share(means, means.length - n, n, level);
    double before = share(means, 0, n, level);
    boolean stays = was.since() != NONE && !(now < clear);
    boolean begins = now > duty && before < rested;
    long since = stays ? was.since() : begins ? began(means, n, level, slot.to()) : NONE;
    return new Known(was.power(), means, slot.to(), level, now, before, since);
  }

  /** The first stretch of the window in which it ran. */
  private static long began(double[] means, int n, double level, long end) {
    int first = means.length - n;
    while (!(means[first] > level)) {
      first++;
    }
    return end - (means.length - first) * WIDTH;
  }

  private static double[] shifted(Known was, Slot slot) {
    int length = was.means().length;
    long steps = was.end() == NONE ? length : (slot.to() - was.end()) / WIDTH;
    double[] means = new double[length];
    Arrays.fill(means, Double.NaN);
    if (steps < length) {
      System.arraycopy(was.means(), (int) steps, means, 0, length - (int) steps);
    }
    means[length - 1] = slot.mean();
    return means;
  }

  private static double level(double[] means) {
    double[] known = Arrays.stream(means).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return known.length < KNOWN * means.length
        ? Double.NaN
        : known[(int) Math.ceil(RUNNING * known.length) - 1] / 2;
  }

  /** Percent of the time that it ran; NaN when too little of the time is known. */
  private static double share(double[] means, int from, int n, double level) {
    int known = 0;
    int running = 0;
    for (int i = from; i < from + n; i++) {
      known += Double.isNaN(means[i]) ? 0 : 1;
      running += means[i] > level ? 1 : 0;
    }
    return Double.isNaN(level) || known < KNOWN * n ? Double.NaN : 100.0 * running / known;
  }
}
