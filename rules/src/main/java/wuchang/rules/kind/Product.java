package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/**
 * The temperature of the goods, estimated from that of the air (DOMAIN.md B2.4): a first-order lag,
 * as a glycol bottle around the probe would be. Food spoils by this one, not by the air.
 *
 * @param tau the lag in milliseconds; 0 when the probe is buffered already
 */
public record Product(Metric metric, long tau) implements Signal<Product.Estimate> {
  /** The estimate and when it was made. */
  public record Estimate(long at, double value) {}

  @Override
  public Estimate blank() {
    return new Estimate(0, Double.NaN);
  }

  @Override
  public boolean wants(Metric other) {
    return metric.equals(other);
  }

  @Override
  public Estimate remember(Estimate was, Reading reading) {
    long at = reading.time().toEpochMilli();
    if (Double.isNaN(was.value()) || tau == 0) {
      return new Estimate(at, reading.value());
    }
    double share = -Math.expm1(-(double) (at - was.at()) / tau);
    return new Estimate(at, was.value() + (reading.value() - was.value()) * share);
  }

  @Override
  public double value(Estimate memory) {
    return memory.value();
  }

  @Override
  public Unit unit() {
    return metric.unit();
  }
}
