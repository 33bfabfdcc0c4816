package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A battery that is nearly empty. Batteries are told of once a day or so: what was said holds until
 * it is said anew. Of a device that never speaks of a battery nothing is known.
 *
 * @param limit percent, itself too little
 * @param clear percent above the limit at which it is full again for sure
 */
public record LowBattery(double limit, double clear) implements Kind<Double> {
  @Override
  public Double blank(long from) {
    return Double.NaN;
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.BATTERY_PCT;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Double remember(Double memory, Observation observation) {
    return ((Reading) observation).value();
  }

  @Override
  public Verdict verdict(Double left, long at) {
    if (Double.isNaN(left)) {
      return Verdict.UNKNOWN;
    }
    if (left <= limit) {
      return Verdict.WRONG;
    }
    return left <= limit + clear ? Verdict.BETWEEN : Verdict.RIGHT;
  }

  @Override
  public long since(Double left, long at) {
    return at;
  }

  @Override
  public Evidence evidence(Double left, long at) {
    return Evidence.NONE.with("value", left, Unit.PERCENT).with("limit", limit, Unit.PERCENT);
  }
}
