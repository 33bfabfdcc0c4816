package wuchang.rules.kind;

import java.time.Instant;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Cooked food that is cooled in two stages, each in its time: from hot to lukewarm, and on to cold.
 * A batch begins when the probe was hot, or a record says so, and is over when it is cold, hot
 * anew, warms for good (then the probe has left the food), or a record says so.
 *
 * @param device by which records name it
 * @param hot °C at which a batch begins
 * @param middle °C at which the first stage ends
 * @param cold °C at which the second ends
 * @param first milliseconds for the first stage
 * @param second milliseconds for the second stage
 */
public record Cooling(
    String device, double hot, double middle, double cold, long first, long second)
    implements Kind<Cooling.Batch> {
  private static final long NONE = Long.MIN_VALUE;

  /** A probe that is so much warmer than the coldest it was in a batch, for so long, is out. */
  private static final double OUT = 3;

  private static final long OUT_FOR = 15 * 60_000L;

  /** Into a batch that a record begins the probe is put within so long. */
  private static final long PUT_IN = 30 * 60_000L;

  /**
   * A batch.
   *
   * @param hotAt when it was last hot; NONE without a batch
   * @param middleAt when it came to the end of the first stage, or NONE
   * @param lowest the coldest so far, °C
   * @param outSince since when it has been warmer than that, or NONE
   * @param putIn when the probe is in the food for sure
   * @param ends when it is over by the record; NEVER where none says so
   */
  public record Batch(
      long hotAt,
      long middleAt,
      double value,
      double lowest,
      long outSince,
      long putIn,
      long ends) {
    private static Batch none(double value) {
      return new Batch(NONE, NONE, value, value, NONE, NONE, NEVER);
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
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.BATCH;
  }

  @Override
  public Batch remember(Batch was, Observation observation) {
    return observation instanceof BookEntry entry
        ? recorded(was, entry)
        : measured(was, observation);
  }

  /** What is written down late is put right from where it stands; an end may come with a begin. */
  private Batch recorded(Batch was, BookEntry entry) {
    if (!entry.fields().is("device", device)) {
      return was;
    }
    long at = entry.time().toEpochMilli();
    long ends = entry.fields().time("ends").map(Instant::toEpochMilli).orElse(NEVER);
    if (ends <= at) {
      return Batch.none(was.value());
    }
    long begins = entry.fields().time("begins").map(Instant::toEpochMilli).orElse(at);
    // What was hot since then has begun since then.
    if (was.hotAt() != NONE && was.hotAt() >= begins) {
      return new Batch(
          was.hotAt(),
          was.middleAt(),
          was.value(),
          was.lowest(),
          was.outSince(),
          was.putIn(),
          ends);
    }
    return new Batch(begins, NONE, was.value(), was.value(), NONE, begins + PUT_IN, ends);
  }

  private Batch measured(Batch was, Observation observation) {
    double value = ((Reading) observation).value();
    long at = observation.time().toEpochMilli();
    if (value >= hot) {
      long ends = at < was.ends() ? was.ends() : NEVER;
      return new Batch(at, NONE, value, value, NONE, at, ends);
    }
    if (was.hotAt() == NONE || at >= was.ends()) {
      return Batch.none(value);
    }
    return at < was.putIn()
        ? new Batch(was.hotAt(), NONE, value, value, NONE, was.putIn(), was.ends())
        : cooled(was, value, at);
  }

  private Batch cooled(Batch was, double value, long at) {
    long out = was.outSince() == NONE ? at : was.outSince();
    boolean warmer = value > was.lowest() + OUT;
    if (value <= cold || warmer && at - out >= OUT_FOR) {
      return Batch.none(value);
    }
    long middleAt = was.middleAt() == NONE && value <= middle ? at : was.middleAt();
    // A record may have begun it before the probe said anything.
    double lowest = Double.isNaN(was.lowest()) ? value : Math.min(was.lowest(), value);
    long outSince = warmer ? out : NONE;
    return new Batch(was.hotAt(), middleAt, value, lowest, outSince, was.putIn(), was.ends());
  }

  @Override
  public Verdict verdict(Batch batch, long at) {
    if (Double.isNaN(batch.value())) {
      return Verdict.UNKNOWN;
    }
    return isGoingOn(batch, at) && at >= due(batch) ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Batch batch, long at) {
    return batch.middleAt() == NONE ? batch.hotAt() : batch.middleAt();
  }

  @Override
  public long changes(Batch batch, long at) {
    if (!isGoingOn(batch, at)) {
      return NEVER;
    }
    return due(batch) > at ? Math.min(due(batch), batch.ends()) : batch.ends();
  }

  private static boolean isGoingOn(Batch batch, long at) {
    return batch.hotAt() != NONE && at < batch.ends();
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
