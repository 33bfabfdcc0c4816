package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/** The newest value of one metric, as it is sent. */
public record Raw(Metric metric) implements Signal<Double> {
  @Override
  public Double blank() {
    return Double.NaN;
  }

  @Override
  public boolean wants(Metric other) {
    return metric.equals(other);
  }

  @Override
  public Double remember(Double memory, Reading reading) {
    return reading.value();
  }

  @Override
  public double value(Double memory) {
    return memory;
  }

  @Override
  public Unit unit() {
    return metric.unit();
  }
}
