package wuchang.rules.kind;

import java.time.Duration;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.kind.Averaged.Mean;
import wuchang.rules.kind.Slots.Slot;

/**
 * Water that runs as steadily as only a forgotten tap does: means of five minutes, none of which
 * differs much from those before. What a counter's steps add to their scatter is taken off, and a
 * short use on top of it is passed over. In cleaning windows taps may run.
 *
 * @param below m³/h that a tap runs at least
 * @param above m³/h that it runs at most
 * @param scatter the coefficient of variation below which it is steady
 * @param longest milliseconds
 * @param step of the counter, m³; 0 when it has a gauge or the step is not known
 */
public record TapRunning(
    Flow flow,
    double below,
    double above,
    double scatter,
    long longest,
    double step,
    Schedule cleaning,
    long maxGap)
    implements Kind<TapRunning.Known> {
  private static final long NONE = Long.MIN_VALUE;
  private static final long HOUR = 3_600_000;
  private static final long WIDTH = HOUR / 12;

  /** A value so many standard deviations off is something else. */
  private static final double OFF = 3;

  /** So many means in a row may be higher, for something else was used besides. */
  private static final int MOST_BESIDES = 2;

  /**
   * Means that fit together, by Welford's sums.
   *
   * @param besides how many of the last were higher, and do not count
   */
  public record Run(long from, long to, int n, double mean, double squares, int besides) {
    static final Run NONE = new Run(TapRunning.NONE, TapRunning.NONE, 0, 0, 0, 0);

    Run besides(Slot slot) {
      return new Run(from, slot.to(), n, mean, squares, besides + 1);
    }

    Run with(Slot slot, double value) {
      double delta = value - mean;
      double next = mean + delta / (n + 1);
      return new Run(
          n == 0 ? slot.from() : from, slot.to(), n + 1, next, squares + delta * (value - next), 0);
    }
  }

  /** What is known. */
  public record Known(Mean<Flow.Meter> flow, Run run) {}

  @Override
  public Known blank(long from) {
    return new Known(averaged().blank(), Run.NONE);
  }

  @Override
  public boolean wants(Metric metric) {
    return flow.wants(metric);
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Mean<Flow.Meter> mean = averaged().next(was.flow(), (Reading) observation);
    Run run = was.run();
    for (Slot slot : mean.slots().closed()) {
      run = next(run, slot, mean.signal().gauged());
    }
    return new Known(mean, run);
  }

  @Override
  public Verdict verdict(Known known, long at) {
    Run run = known.run();
    if (Double.isNaN(averaged().value(known.flow()))) {
      return Verdict.UNKNOWN;
    }
    if (run.n() * WIDTH < longest || !isTap(run.mean())) {
      return Verdict.RIGHT;
    }
    return run.besides() == 0 ? Verdict.CERTAIN : Verdict.BETWEEN;
  }

  @Override
  public long since(Known known, long at) {
    return known.run().from();
  }

  @Override
  public Evidence evidence(Known known, long at) {
    double litres = known.run().mean() / Unit.LITRE_PER_MINUTE.convert(1, flow.unit());
    return Evidence.NONE
        .with("value", Math.round(litres * 10) / 10.0, Unit.LITRE_PER_MINUTE)
        .with("longest", Duration.ofMillis(longest));
  }

  private Averaged<Flow.Meter> averaged() {
    return new Averaged<>(flow, maxGap, WIDTH);
  }

  private Run next(Run run, Slot slot, boolean gauged) {
    if (!slot.isWhole() || cleaning.contains(slot.from())) {
      return Run.NONE;
    }
    double value = slot.mean();
    if (run.n() > 0 && run.to() == slot.from()) {
      Run more = run.with(slot, value);
      if (fits(run, value, gauged) && isSteady(more, gauged)) {
        return more;
      }
      if (run.n() > MOST_BESIDES && value > run.mean() && run.besides() < MOST_BESIDES) {
        return run.besides(slot);
      }
    }
    return isTap(value) ? Run.NONE.with(slot, value) : Run.NONE;
  }

  /** The variance that a counter's steps add to a mean of five minutes. */
  private double coarseness(boolean gauged) {
    double grain = gauged ? 0 : step * HOUR / WIDTH;
    return grain * grain / 6;
  }

  private boolean fits(Run run, double value, boolean gauged) {
    double sigma = Math.sqrt(Math.pow(scatter * run.mean(), 2) + coarseness(gauged));
    return Math.abs(value - run.mean()) <= OFF * sigma;
  }

  private boolean isSteady(Run run, boolean gauged) {
    double variance = run.squares() / (run.n() - 1) - coarseness(gauged);
    return variance < Math.pow(scatter * run.mean(), 2);
  }

  private boolean isTap(double value) {
    return value >= below && value <= above;
  }
}
