package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** A number outside two limits; clearly right again when it is so far inside both. */
public record Band<S>(Signal<S> signal, double low, double high, double clear) implements Kind<S> {
  @Override
  public S blank(long from) {
    return signal.blank();
  }

  @Override
  public boolean wants(Metric metric) {
    return signal.wants(metric);
  }

  @Override
  public S remember(S memory, Observation observation) {
    return signal.remember(memory, (Reading) observation);
  }

  @Override
  public Verdict verdict(S memory, long at) {
    double value = signal.value(memory);
    if (Double.isNaN(value)) {
      return Verdict.UNKNOWN;
    }
    if (value > high || value < low) {
      return Verdict.WRONG;
    }
    return value <= high - clear && value >= low + clear ? Verdict.RIGHT : Verdict.BETWEEN;
  }

  @Override
  public long since(S memory, long at) {
    return at;
  }

  @Override
  public Evidence evidence(S memory, long at) {
    double value = signal.value(memory);
    return Evidence.NONE
        .with("value", Threshold.round(value), signal.unit())
        .with("limit", value < low ? low : high, signal.unit());
  }
}
