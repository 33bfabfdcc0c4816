package wuchang.rules.kind;

import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Counter;
import wuchang.domain.reading.Metering;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A water meter that runs backwards: its counter goes back several times without going on between,
 * or its gauge is below zero as often. One bad reading is not that, and a counter that begins anew
 * is not either.
 *
 * @param times in a row
 * @param least m³/h by which a gauge must be below zero
 */
public record ReverseFlow(Metric metric, Nameplate plate, int times, double least)
    implements Kind<ReverseFlow.Known> {
  private static final long NONE = Long.MIN_VALUE;

  /**
   * What is known.
   *
   * @param shown what the counter showed last, believed or not
   * @param falls how often in a row the counter went back
   * @param below how often in a row the gauge was below zero
   * @param fell when the counter went back first
   * @param turned when the gauge was below zero first
   * @param back m³ that the counter has gone back by
   */
  public record Known(
      Metering meter, double shown, int falls, int below, long fell, long turned, double back) {}

  @Override
  public Known blank(long from) {
    return new Known(Metering.NEW, Double.NaN, 0, 0, NONE, NONE, 0);
  }

  @Override
  public boolean wants(Metric other) {
    return other.equals(metric) || other == Metric.FLOW_RATE;
  }

  @Override
  public Known remember(Known was, Observation observation) {
    Reading reading = (Reading) observation;
    long at = reading.time().toEpochMilli();
    return reading.metric() == Metric.FLOW_RATE
        ? gauge(was, reading.value(), at)
        : counter(was, reading.value(), at);
  }

  private Known gauge(Known was, double value, long at) {
    boolean backwards = value < -least;
    return new Known(
        was.meter(),
        was.shown(),
        was.falls(),
        backwards ? was.below() + 1 : 0,
        was.fell(),
        was.below() == 0 ? at : was.turned(),
        was.back());
  }

  private Known counter(Known was, double value, long at) {
    Metering.Advance step = was.meter().next(at, value, plate);
    boolean reverse = step.kind() == Counter.Kind.REVERSE && step.meter().doubts() == 0;
    boolean falls = reverse && value < was.shown();
    boolean stands = value == was.shown();
    int row = falls ? was.falls() + 1 : stands ? was.falls() : 0;
    double back = row == 0 ? 0 : falls ? was.back() + was.shown() - value : was.back();
    long fell = falls && was.falls() == 0 ? at : was.fell();
    return new Known(step.meter(), value, row, was.below(), fell, was.turned(), back);
  }

  @Override
  public Verdict verdict(Known known, long at) {
    boolean backwards = known.falls() >= times || known.below() >= times;
    return backwards ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Known known, long at) {
    return known.falls() >= times ? known.fell() : known.turned();
  }

  @Override
  public Evidence evidence(Known known, long at) {
    return Evidence.NONE.with("value", NightFlow.litres(known.back()), Unit.LITRE);
  }
}
