package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** A temperature above its limit, told as the fault of the heater that it is. */
public record Overheated(Threshold<Double> limit) implements Kind<Double> {
  /** Above so many °C; clearly right at or below {@code clear}. */
  public static Overheated above(double celsius, double clear) {
    return new Overheated(new Threshold<>(new Raw(Metric.TEMPERATURE), true, celsius, clear));
  }

  @Override
  public Double blank(long from) {
    return limit.blank(from);
  }

  @Override
  public boolean wants(Metric metric) {
    return limit.wants(metric);
  }

  @Override
  public Double remember(Double memory, Observation observation) {
    return limit.remember(memory, observation);
  }

  @Override
  public Verdict verdict(Double memory, long at) {
    return limit.verdict(memory, at);
  }

  @Override
  public long since(Double memory, long at) {
    return limit.since(memory, at);
  }

  @Override
  public Evidence evidence(Double memory, long at) {
    return Evidence.NONE
        .with("fault", "overheated")
        .with("value", memory, Unit.CELSIUS)
        .with("limit", limit.limit(), Unit.CELSIUS);
  }
}
