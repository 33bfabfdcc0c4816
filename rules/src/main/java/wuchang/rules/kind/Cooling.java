package wuchang.rules.kind;

import java.time.Instant;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Cooked food that is cooled in two stages, each in its time: from hot to lukewarm, and on to cold.
 * A batch begins when the probe was hot, and is over when it is cold, hot anew, or warms for good:
 * then the probe has left the food.
 *
 * @param hot °C at which a batch begins
 * @param middle °C at which the first stage ends
 * @param cold °C at which the second ends
 * @param first milliseconds for the first stage
 * @param second milliseconds for the second stage
 */
public record Cooling(double hot, double middle, double cold, long first, long second)
    implements Kind<Cooling.Batch> {
  private static final long NONE = Long.MIN_VALUE;

  /** A probe that is so much warmer than the coldest it was in a batch, for so long, is out. */
  private static final double OUT = 3;

  private static final long OUT_FOR = 15 * 60_000L;

  /**
   * A batch.
   *
   * @param hotAt when it was last hot; NONE without a batch
   * @param middleAt when it came to the end of the first stage, or NONE
   * @param lowest the coldest so far, °C
   * @param outSince since when it has been warmer than that, or NONE
   */
  public record Batch(long hotAt, long middleAt, double value, double lowest, long outSince) {
    private static Batch none(double value) {
      return new Batch(NONE, NONE, value, value, NONE);
    }
  }

  @Override
  public Batch blank(long from) {
    return Batch.none(Double.NaN);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.TEMPERATURE;
  }

  @Override
  public Batch remember(Batch was, Observation observation) {
    double value = ((Reading) observation).value();
    long at = observation.time().toEpochMilli();
    if (value >= hot) {
      return new Batch(at, NONE, value, value, NONE);
    }
    long out = was.outSince() == NONE ? at : was.outSince();
    boolean warmer = value > was.lowest() + OUT;
    if (was.hotAt() == NONE || value <= cold || warmer && at - out >= OUT_FOR) {
      return Batch.none(value);
    }
    long middleAt = was.middleAt() == NONE && value <= middle ? at : was.middleAt();
    double lowest = Math.min(was.lowest(), value);
    return new Batch(was.hotAt(), middleAt, value, lowest, warmer ? out : NONE);
  }

  @Override
  public Verdict verdict(Batch batch, long at) {
    if (Double.isNaN(batch.value())) {
      return Verdict.UNKNOWN;
    }
    return batch.hotAt() != NONE && at >= due(batch) ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Batch batch, long at) {
    return batch.middleAt() == NONE ? batch.hotAt() : batch.middleAt();
  }

  @Override
  public long changes(Batch batch, long at) {
    return batch.hotAt() != NONE && due(batch) > at ? due(batch) : NEVER;
  }

  @Override
  public Evidence evidence(Batch batch, long at) {
    return Evidence.NONE
        .with("value", batch.value(), Unit.CELSIUS)
        .with("limit", batch.middleAt() == NONE ? middle : cold, Unit.CELSIUS)
        .with("began", Instant.ofEpochMilli(batch.hotAt()));
  }

  private long due(Batch batch) {
    return batch.middleAt() == NONE ? batch.hotAt() + first : batch.middleAt() + second;
  }
}
