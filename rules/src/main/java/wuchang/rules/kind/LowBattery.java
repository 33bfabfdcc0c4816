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
 * it is said anew. Of a device that never speaks of a battery nothing is known; while it says that
 * it has power from outside ({@code external_power}), an empty battery is no matter (PAYLOADS.md
 * D10).
 *
 * @param limit percent, itself too little
 * @param clear percent above the limit at which it is full again for sure
 */
public record LowBattery(double limit, double clear) implements Kind<LowBattery.Charge> {
  private static final Metric EXTERNAL = Metric.of("external_power");

  /** What was said last: percent, NaN before; and whether it has power from outside. */
  public record Charge(double left, boolean powered) {}

  @Override
  public Charge blank(long from) {
    return new Charge(Double.NaN, false);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.BATTERY_PCT || metric.equals(EXTERNAL);
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Charge remember(Charge was, Observation observation) {
    Reading reading = (Reading) observation;
    return reading.metric() == Metric.BATTERY_PCT
        ? new Charge(reading.value(), was.powered())
        : new Charge(was.left(), reading.value() != 0);
  }

  @Override
  public Verdict verdict(Charge charge, long at) {
    double left = charge.left();
    if (Double.isNaN(left)) {
      return Verdict.UNKNOWN;
    }
    if (charge.powered()) {
      return Verdict.RIGHT;
    }
    if (left <= limit) {
      return Verdict.WRONG;
    }
    return left <= limit + clear ? Verdict.BETWEEN : Verdict.RIGHT;
  }

  @Override
  public long since(Charge charge, long at) {
    return at;
  }

  @Override
  public Evidence evidence(Charge charge, long at) {
    return Evidence.NONE
        .with("value", charge.left(), Unit.PERCENT)
        .with("limit", limit, Unit.PERCENT);
  }
}
