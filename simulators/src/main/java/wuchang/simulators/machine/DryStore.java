package wuchang.simulators.machine;

import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;

/**
 * A store for rice, flour and oil: its thick walls follow the kitchen's warmth within half a day,
 * and its goods hold the moisture, so the air is damper when it is cooler.
 *
 * @param air °C
 * @param vapour Pa of the air's moisture
 */
record DryStore(double air, double vapour) implements Machine {
  /** Seconds in which it follows the kitchen. */
  private static final double LAG = 6 * 3_600;

  /** How much of the kitchen's warmth comes through. */
  private static final double SHARE = 0.5;

  private static final double COOL = 18;

  static DryStore usual(RandomGenerator random) {
    return new DryStore(22, Dice.between(random, 1_250, 1_500));
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    double towards = COOL + SHARE * (moment.ambient() - COOL);
    double warmed = air + moment.seconds() / LAG * (towards - air);
    return Turn.silent(new DryStore(warmed, vapour));
  }

  @Override
  public Map<Metric, Double> readings() {
    return new Shown()
        .with(Metric.HUMIDITY, Steam.relative(vapour, air), 0)
        .with(Metric.TEMPERATURE, air, 1)
        .values();
  }
}
