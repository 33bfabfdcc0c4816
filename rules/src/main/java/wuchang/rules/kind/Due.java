package wuchang.rules.kind;

import java.time.Instant;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A date that has come: a calibration that is due. Nothing a device sends changes it.
 *
 * @param from when what it is about was done
 * @param due from when on it is wrong
 */
public record Due(long from, long due) implements Kind<Boolean> {
  @Override
  public Boolean blank(long began) {
    return true;
  }

  @Override
  public boolean wants(Metric metric) {
    return false;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public boolean isDated() {
    return true;
  }

  @Override
  public Boolean remember(Boolean memory, Observation observation) {
    return memory;
  }

  @Override
  public Verdict verdict(Boolean memory, long at) {
    return at >= due ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Boolean memory, long at) {
    return due;
  }

  @Override
  public long changes(Boolean memory, long at) {
    return at < due ? due : NEVER;
  }

  @Override
  public Evidence evidence(Boolean memory, long at) {
    return Evidence.NONE.with("calibrated", Instant.ofEpochMilli(from));
  }
}
