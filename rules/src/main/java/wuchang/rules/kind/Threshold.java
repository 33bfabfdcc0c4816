package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A number beyond its limit. It is clearly right again only beyond the clear limit, so that a value
 * that trembles on the limit does not ring twice. The limit itself is still right.
 *
 * @param above whether more is wrong, or less
 */
public record Threshold<S>(Signal<S> signal, boolean above, double limit, double clear)
    implements Kind<S> {
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
    if (above ? value > limit : value < limit) {
      return Verdict.WRONG;
    }
    return (above ? value <= clear : value >= clear) ? Verdict.RIGHT : Verdict.BETWEEN;
  }

  @Override
  public long since(S memory, long at) {
    return at;
  }

  @Override
  public Evidence evidence(S memory, long at) {
    return Evidence.NONE
        .with("value", round(signal.value(memory)), signal.unit())
        .with("limit", limit, signal.unit());
  }

  /** To a thousandth: an estimate has no more digits worth telling. */
  static double round(double value) {
    return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : 0;
  }
}
