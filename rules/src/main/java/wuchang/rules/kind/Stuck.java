package wuchang.rules.kind;

import java.time.Duration;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A probe that keeps saying the very same: with a fine enough resolution nothing real is so still.
 * How fine it is shows in the smallest step it ever took. Time without data does not count.
 *
 * @param longest milliseconds
 * @param count so many equal samples at least
 * @param resolution the coarsest resolution that is judged
 * @param maxGap for how long a sample holds, in milliseconds
 */
public record Stuck(Metric metric, long longest, int count, double resolution, long maxGap)
    implements Kind<Stuck.Value> {
  private static final double ROUNDING = 1e-6;

  /**
   * The value and since when it has been the same.
   *
   * @param held for how long it was known to be the same, up to its newest sample
   * @param step the smallest step between two different values so far
   */
  public record Value(double value, long since, long at, long held, int seen, double step) {}

  @Override
  public Value blank(long from) {
    return new Value(Double.NaN, from, from, 0, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public boolean wants(Metric other) {
    return metric.equals(other);
  }

  @Override
  public boolean doubtsOthers() {
    return true;
  }

  @Override
  public Value remember(Value was, Observation observation) {
    double value = ((Reading) observation).value();
    long at = observation.time().toEpochMilli();
    if (value == was.value()) {
      int seen = Math.min(count, was.seen() + 1);
      return new Value(value, was.since(), at, held(was, at), seen, was.step());
    }
    double step = Math.abs(value - was.value());
    double least = Double.isNaN(step) ? was.step() : Math.min(was.step(), step);
    return new Value(value, at, at, 0, 1, least);
  }

  @Override
  public Verdict verdict(Value memory, long at) {
    boolean fine = memory.step() <= resolution + ROUNDING && memory.seen() >= count;
    return fine && held(memory, at) >= longest ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Value memory, long at) {
    return memory.since();
  }

  @Override
  public long changes(Value memory, long at) {
    long due = memory.at() + longest - memory.held();
    return memory.seen() >= count && due > at && due <= memory.at() + maxGap ? due : NEVER;
  }

  @Override
  public Evidence evidence(Value memory, long at) {
    return Evidence.NONE
        .with("value", memory.value(), metric.unit())
        .with("same_for", Duration.ofMillis(held(memory, at)));
  }

  private long held(Value was, long at) {
    return was.held() + Math.min(at - was.at(), maxGap);
  }
}
