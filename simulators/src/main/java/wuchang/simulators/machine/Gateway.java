package wuchang.simulators.machine;

import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;

/** A gateway that is there. */
record Gateway() implements Machine {
  private static final Map<Metric, Double> ONLINE = Map.of(Metric.ONLINE, 1.0);

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    return Turn.silent(this);
  }

  @Override
  public Map<Metric, Double> readings() {
    return ONLINE;
  }
}
