package wuchang.rules.kind;

import java.util.List;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/** The highest of the newest values of several metrics: three phases, whichever are sent. */
public record Highest(List<Metric> metrics) implements Signal<List<Double>> {
  public Highest {
    metrics = List.copyOf(metrics);
  }

  @Override
  public List<Double> blank() {
    return metrics.stream().map(metric -> Double.NaN).toList();
  }

  @Override
  public boolean wants(Metric metric) {
    return metrics.contains(metric);
  }

  @Override
  public List<Double> remember(List<Double> memory, Reading reading) {
    Double[] values = memory.toArray(Double[]::new);
    values[metrics.indexOf(reading.metric())] = reading.value();
    return List.of(values);
  }

  @Override
  public double value(List<Double> memory) {
    double highest = Double.NaN;
    for (double value : memory) {
      // Math.max would let a phase that was never sent hide the others.
      highest = Double.isNaN(highest) || value > highest ? value : highest;
    }
    return highest;
  }

  @Override
  public Unit unit() {
    return metrics.get(0).unit();
  }
}
