package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.reading.Metering;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;
import wuchang.domain.reading.Reading;

/**
 * The flow of water in m³/h: the gauge where a meter has one, else what its counter moved since its
 * last value, over a turn of its modulus, too. Where the counter began again, went back or leapt,
 * the flow of that interval is not known.
 */
public record Flow(Nameplate plate) implements Signal<Flow.Meter> {
  private static final double HOUR = 3_600_000;

  /**
   * What is known of a meter.
   *
   * @param gauged whether it has a gauge; its counter is then left alone
   */
  public record Meter(boolean gauged, double flow, Metering counter) {}

  @Override
  public Meter blank() {
    return new Meter(false, Double.NaN, Metering.NEW);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.FLOW_RATE || metric == Metric.WATER_TOTAL;
  }

  @Override
  public Meter remember(Meter was, Reading reading) {
    if (reading.metric() == Metric.FLOW_RATE) {
      return new Meter(true, reading.value(), Metering.NEW);
    }
    if (was.gauged()) {
      return was;
    }
    Metering.Advance step =
        was.counter().next(reading.time().toEpochMilli(), reading.value(), plate);
    double flow = step.isKnown() ? step.moved() * HOUR / (step.to() - step.from()) : Double.NaN;
    return new Meter(false, flow, step.meter());
  }

  @Override
  public double value(Meter memory) {
    return memory.flow();
  }

  @Override
  public Unit unit() {
    return Unit.CUBIC_METRE_PER_HOUR;
  }
}
