package wuchang.simulators.machine;

import java.time.LocalTime;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.PowerMishap;

/**
 * A meter behind which appliances go on and off. The voltage wanders slowly about its mean and
 * drops by what flows.
 *
 * @param on which loads are on, a bit each
 * @param drift V off the mean; an Ornstein–Uhlenbeck walk of 1.5 V and 20 minutes
 * @param flow what flows now
 * @param kwh of its life
 * @param zero kWh at which its counter began anew
 * @param day how much more or less than usual is cooked today; NaN before the first step
 */
record ElectricityMeter(
    PowerBuild build, int on, double drift, PowerFlow flow, double kwh, double zero, double day)
    implements Machine {
  private static final double DRIFT = 1.5;
  private static final double DRIFT_SECONDS = 1_200;

  /** Heaters and controls are not on all the time that an appliance is. */
  private static final double UNSTEADINESS = 0.015;

  /** Cooling machinery, mostly. */
  private static final double DEVICES_FACTOR = 0.92;

  /** Small power supplies without correction. */
  private static final double ELECTRONICS_FACTOR = 0.65;

  private static final double MOST_ON = 0.97;

  static ElectricityMeter standing(PowerBuild build, double kwh) {
    PowerFlow none = PowerFlow.none(build.volts(), build.phases());
    return new ElectricityMeter(build, 0, 0, none, kwh, 0, Double.NaN);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    double dt = moment.seconds();
    boolean newDay = Double.isNaN(day) || moment.passes(LocalTime.MIDNIGHT);
    double today = newDay ? build.crowd().on(moment.now()) : day;
    int nowOn = switched(moment, today, random);
    double wander = DRIFT * Math.sqrt(2 * dt / DRIFT_SECONDS);
    double nextDrift = drift * (1 - dt / DRIFT_SECONDS) + Dice.around(random, 0, wander);
    PowerFault fault = PowerFault.of(moment, build);
    PowerFlow flowing = flowing(nowOn, moment.fedWatts(), fault, build.volts() + nextDrift, random);
    double passed = kwh + flowing.real().sum() * dt / 3.6e6;
    boolean anew = WaterMeter.isOnset(moment, PowerMishap.ENERGY_COUNTER_RESET);
    return Turn.silent(
        new ElectricityMeter(build, nowOn, nextDrift, flowing, passed, anew ? kwh : zero, today));
  }

  private PowerFlow flowing(
      int nowOn, double fed, PowerFault fault, double open, RandomGenerator random) {
    PowerFlow.Sum sum = new PowerFlow.Sum(build.phases(), fault.shares());
    sum.add(0, build.standbyWatts(), ELECTRONICS_FACTOR);
    sum.add(0, fault.extraWatts(), 1);
    for (int i = 0; i < build.loads().size(); i++) {
      if ((nowOn >> i & 1) == 1) {
        KitchenLoad load = build.loads().get(i);
        double watts = build.watts(load) * Dice.around(random, 1, UNSTEADINESS);
        sum.add(load.phase(), watts, load.powerFactor());
      }
    }
    sum.fed(fed, DEVICES_FACTOR);
    if (fault.reactive() > 0) {
      sum.addReactive(fault.reactive());
    }
    return sum.at(open, build.ohms(), build.leakage(), fault.leakage());
  }

  /** Goes on and off so that the mean time on and the share of the time on come out. */
  private int switched(Moment moment, double today, RandomGenerator random) {
    int next = on;
    for (int i = 0; i < build.loads().size(); i++) {
      KitchenLoad load = build.loads().get(i);
      double share = share(load, moment.bustle(), today);
      boolean isOn = (on >> i & 1) == 1;
      double offPerHour = share >= 1 ? 0 : share <= 0 ? 20 : 60 / load.minutes();
      double onPerHour = share >= 1 ? 60 : share / (1 - share) * 60 / load.minutes();
      if (Dice.happens(random, isOn ? offPerHour : onPerHour, moment.seconds())) {
        next ^= 1 << i;
      }
    }
    return next;
  }

  /** More is cooked for more people; what is on all day stays on. */
  private static double share(KitchenLoad load, Bustle bustle, double today) {
    double usual = load.onShare(bustle);
    return usual >= MOST_ON ? usual : Math.min(MOST_ON, usual * today);
  }

  @Override
  public double supply(int phase) {
    return flow.shares().on(build.phases() == 1 ? 1 : phase);
  }

  /** What the circuit above this one has to bring. */
  @Override
  public double watts() {
    return flow.real().sum();
  }

  @Override
  public Map<Metric, Double> readings() {
    double counted = Math.floor((kwh - zero) * 100) / 100;
    return flow.shown(build.phases())
        .with(Metric.ENERGY_TOTAL, counted % build.modulus(), 2)
        .values();
  }
}
