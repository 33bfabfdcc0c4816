package wuchang.rules.kind;

import java.time.Duration;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Hot food that has cooled below its limit, and the time it spends so, summed up over the batch. A
 * batch begins when it is hot, and is over when the probe is as cool as a kitchen: a drained bath
 * gets there within the hour, food does not.
 *
 * @param hot °C below which time counts
 * @param gone °C at which there is no food any more
 * @param longest milliseconds
 * @param maxGap for how long a sample holds, in milliseconds
 */
public record DangerZone(double hot, double gone, long longest, long maxGap)
    implements Kind<DangerZone.Batch> {
  private static final long NONE = Long.MIN_VALUE;

  /**
   * A batch, up to its newest sample.
   *
   * @param since when it first fell below; NONE while it has not
   */
  public record Batch(boolean food, double value, long at, long sum, long since) {}

  @Override
  public Batch blank(long from) {
    return new Batch(false, Double.NaN, from, 0, NONE);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.TEMPERATURE;
  }

  @Override
  public Batch remember(Batch was, Observation observation) {
    double value = ((Reading) observation).value();
    long at = observation.time().toEpochMilli();
    boolean food = value >= hot || was.food() && value > gone;
    if (!food) {
      return new Batch(false, value, at, 0, NONE);
    }
    long since = was.since() == NONE && value < hot ? at : was.since();
    return new Batch(true, value, at, sum(was, at), since);
  }

  @Override
  public Verdict verdict(Batch batch, long at) {
    if (Double.isNaN(batch.value())) {
      return Verdict.UNKNOWN;
    }
    return batch.food() && sum(batch, at) >= longest ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Batch batch, long at) {
    return batch.since();
  }

  @Override
  public long changes(Batch batch, long at) {
    long due = batch.at() + longest - batch.sum();
    return counts(batch) && due > at && due <= batch.at() + maxGap ? due : NEVER;
  }

  @Override
  public Evidence evidence(Batch batch, long at) {
    return Evidence.NONE
        .with("value", batch.value(), Unit.CELSIUS)
        .with("limit", hot, Unit.CELSIUS)
        .with("sum", Duration.ofMillis(sum(batch, at)));
  }

  private boolean counts(Batch batch) {
    return batch.food() && batch.value() < hot;
  }

  private long sum(Batch was, long at) {
    return counts(was) ? was.sum() + Math.min(at - was.at(), maxGap) : was.sum();
  }
}
