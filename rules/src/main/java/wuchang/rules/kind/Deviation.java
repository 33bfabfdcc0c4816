package wuchang.rules.kind;

import java.time.Instant;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A probe that a check has found to be off by more than a limit, until a later check finds it
 * right, or it was left right.
 *
 * @param limit in K; exactly as much is allowed
 */
public record Deviation(String device, double limit) implements Kind<Deviation.Check> {
  private static final Check NONE = new Check(Long.MIN_VALUE, 0);

  /** The last check: when, and by how much the probe was off afterwards. */
  public record Check(long at, double off) {}

  @Override
  public Check blank(long from) {
    return NONE;
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
  public Check remember(Check was, Observation observation) {
    BookEntry entry = (BookEntry) observation;
    if (!entry.fields().is("device", device)) {
      return was;
    }
    double found = entry.fields().number("deviation").orElse(0);
    return new Check(entry.time().toEpochMilli(), entry.fields().number("left").orElse(found));
  }

  @Override
  public Verdict verdict(Check check, long at) {
    return Math.abs(check.off()) > limit ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Check check, long at) {
    return check.at();
  }

  @Override
  public Evidence evidence(Check check, long at) {
    return Evidence.NONE
        .with("calibrated", Instant.ofEpochMilli(check.at()))
        .with("value", check.off(), Unit.KELVIN)
        .with("limit", limit, Unit.KELVIN);
  }
}
