package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/**
 * The flow of water in m³/h: the gauge where a meter has one, else what its counter gained since
 * its last value. A counter that went back says nothing (a reset, or a turn-over): the flow of that
 * interval is not known, and the last one stands.
 */
public record Flow() implements Signal<Flow.Meter> {
  private static final double HOUR = 3_600_000;

  /**
   * What is known of a meter.
   *
   * @param gauged whether it has a gauge; its counter is then left alone
   */
  public record Meter(boolean gauged, double flow, long at, double total) {}

  @Override
  public Meter blank() {
    return new Meter(false, Double.NaN, 0, Double.NaN);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.FLOW_RATE || metric == Metric.WATER_TOTAL;
  }

  @Override
  public Meter remember(Meter was, Reading reading) {
    long at = reading.time().toEpochMilli();
    double value = reading.value();
    if (reading.metric() == Metric.FLOW_RATE) {
      return new Meter(true, value, was.at(), was.total());
    }
    boolean gained = !Double.isNaN(was.total()) && at > was.at() && value >= was.total();
    double flow =
        was.gauged() || !gained ? was.flow() : (value - was.total()) * HOUR / (at - was.at());
    return new Meter(was.gauged(), flow, at, value);
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
