package wuchang.rules.kind;

import java.time.Duration;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Time between two limits, summed up (the 2-hour / 4-hour rule): from so much on it is wrong. The
 * sum begins anew after so long without a break at or beyond the safe limit. Time of which nothing
 * is known counts for neither.
 *
 * @param low above it time counts; at or below it goods recover where {@code recovers}
 * @param high below it time counts; at or above it a batch is done where it does not recover
 * @param longest milliseconds
 * @param reset milliseconds
 * @param maxGap for how long a sample holds, in milliseconds
 */
public record Exposure<S>(
    Signal<S> signal, double low, double high, long longest, long reset, long maxGap)
    implements Kind<Exposure.Sum<S>> {
  private static final long NONE = Long.MIN_VALUE;

  /**
   * What has been summed up to the last sample.
   *
   * @param since when the sum began
   * @param safe how long it has been safe without a break
   */
  public record Sum<S>(S signal, long at, long sum, long since, long safe) {}

  @Override
  public Sum<S> blank(long from) {
    return new Sum<>(signal.blank(), NONE, 0, NONE, 0);
  }

  @Override
  public boolean wants(Metric metric) {
    return signal.wants(metric);
  }

  @Override
  public Sum<S> remember(Sum<S> was, Observation observation) {
    long at = observation.time().toEpochMilli();
    Sum<S> now = at(was, at);
    S next = signal.remember(was.signal(), (Reading) observation);
    double value = signal.value(next);
    long since = now.since() == NONE && counts(value) ? at : now.since();
    return new Sum<>(next, at, now.sum(), since, counts(value) ? 0 : now.safe());
  }

  @Override
  public Verdict verdict(Sum<S> memory, long at) {
    Sum<S> now = at(memory, at);
    if (Double.isNaN(signal.value(memory.signal()))) {
      return Verdict.UNKNOWN;
    }
    if (now.sum() >= longest) {
      return Verdict.CERTAIN;
    }
    return now.since() == NONE ? Verdict.RIGHT : Verdict.BETWEEN;
  }

  @Override
  public long since(Sum<S> memory, long at) {
    return memory.since();
  }

  @Override
  public long changes(Sum<S> memory, long at) {
    if (memory.at() == NONE) {
      return NEVER;
    }
    double value = signal.value(memory.signal());
    long next = NEVER;
    if (counts(value)) {
      next = memory.at() + longest - memory.sum();
    } else if (isSafe(value) && memory.since() != NONE) {
      next = memory.at() + reset - memory.safe();
    }
    return next > at && next <= memory.at() + maxGap ? next : NEVER;
  }

  @Override
  public Evidence evidence(Sum<S> memory, long at) {
    return Evidence.NONE
        .with("value", Threshold.round(signal.value(memory.signal())), signal.unit())
        .with("limit", low, signal.unit())
        .with("sum", Duration.ofMillis(at(memory, at).sum()));
  }

  /** The sum at an instant that is not before the last sample. */
  private Sum<S> at(Sum<S> was, long at) {
    if (was.at() == NONE) {
      return was;
    }
    long passed = Math.min(at - was.at(), maxGap);
    double value = signal.value(was.signal());
    if (counts(value)) {
      return new Sum<>(was.signal(), at, was.sum() + passed, was.since(), 0);
    }
    long safe = isSafe(value) ? was.safe() + passed : was.safe();
    return safe >= reset
        ? new Sum<>(was.signal(), at, 0, NONE, safe)
        : new Sum<>(was.signal(), at, was.sum(), was.since(), safe);
  }

  private boolean counts(double value) {
    return value > low && value < high;
  }

  private boolean isSafe(double value) {
    return value <= low;
  }
}
