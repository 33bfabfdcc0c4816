package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/**
 * The power factor, whichever way the current leads, while there is a load worth the name: what
 * small power supplies do at night is nobody's bill. Without such a load it counts as 1.
 *
 * @param load W
 */
public record LoadedPowerFactor(double load) implements Signal<LoadedPowerFactor.Known> {
  /** The newest values; NaN before the first. */
  public record Known(double power, double factor) {}

  @Override
  public Known blank() {
    return new Known(Double.NaN, Double.NaN);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.POWER || metric == Metric.POWER_FACTOR;
  }

  @Override
  public Known remember(Known was, Reading reading) {
    return reading.metric() == Metric.POWER
        ? new Known(Math.abs(reading.value()), was.factor())
        : new Known(was.power(), Math.abs(reading.value()));
  }

  @Override
  public double value(Known known) {
    return Double.isNaN(known.factor()) || known.power() >= load ? known.factor() : 1;
  }

  @Override
  public Unit unit() {
    return Unit.ONE;
  }
}
