package wuchang.rules.kind;

import java.time.Instant;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A calibration that is due. What is calibrated is due again so long after; no reading changes it.
 *
 * @param from when it was done, as the configuration knows it; far in the future where it does not
 * @param longest milliseconds
 */
public record Calibrated(String device, long from, long longest) implements Kind<Long> {
  @Override
  public Long blank(long began) {
    return from;
  }

  @Override
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.CALIBRATION;
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
  public Long remember(Long last, Observation observation) {
    BookEntry entry = (BookEntry) observation;
    long at = entry.time().toEpochMilli();
    boolean newer = last >= NEVER / 2 || at > last;
    return entry.fields().is("device", device) && newer ? (Long) at : last;
  }

  @Override
  public Verdict verdict(Long last, long at) {
    return at >= last + longest ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Long last, long at) {
    return last + longest;
  }

  @Override
  public long changes(Long last, long at) {
    return at < last + longest ? last + longest : NEVER;
  }

  @Override
  public Evidence evidence(Long last, long at) {
    return Evidence.NONE.with("calibrated", Instant.ofEpochMilli(last));
  }
}
