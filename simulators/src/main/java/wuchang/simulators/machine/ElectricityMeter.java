package wuchang.simulators.machine;

import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.PowerMishap;

/**
 * A meter behind which appliances go on and off. The voltage wanders slowly about its mean and
 * drops by what flows; {@code current} is that of the most loaded phase.
 *
 * @param on which loads are on, a bit each
 * @param drift V off the mean; an Ornstein–Uhlenbeck walk of 1.5 V and 20 minutes
 */
record ElectricityMeter(
    PowerBuild build, int on, double drift, Phases power, Phases amps, Phases volts, double kwh)
    implements Machine {
  private static final double DRIFT = 1.5;
  private static final double DRIFT_SECONDS = 1_200;

  /** Heaters and controls are not on all the time that an appliance is. */
  private static final double UNSTEADINESS = 0.015;

  static ElectricityMeter standing(PowerBuild build, double kwh) {
    Phases volts = Phases.evenly(3 * build.volts(), 3);
    return new ElectricityMeter(build, 0, 0, Phases.NONE, Phases.NONE, volts, kwh);
  }

  /** What flows: real power, W, and apparent power, VA, by phase. */
  private record Load(Phases real, Phases apparent) {
    Load plus(Phases watts, double powerFactor) {
      return new Load(real.plus(watts), apparent.plus(watts.map(w -> w / powerFactor)));
    }
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    double dt = moment.seconds();
    int nowOn = switched(moment, random);
    Load load = load(nowOn, moment, random);
    double wander = DRIFT * Math.sqrt(2 * dt / DRIFT_SECONDS);
    double nextDrift = drift * (1 - dt / DRIFT_SECONDS) + Dice.around(random, 0, wander);
    double open = build.volts() + nextDrift;
    Phases flowing = load.apparent().map(va -> va / open);
    return Turn.silent(
        new ElectricityMeter(
            build,
            nowOn,
            nextDrift,
            load.real(),
            flowing,
            flowing.map(a -> open - a * build.ohms()),
            kwh + load.real().sum() * dt / 3.6e6));
  }

  private Load load(int nowOn, Moment moment, RandomGenerator random) {
    double resistive = build.standbyWatts() + moment.fedWatts() + overload(moment);
    Load load =
        new Load(Phases.NONE, Phases.NONE).plus(Phases.evenly(resistive, build.phases()), 1);
    for (int i = 0; i < build.loads().size(); i++) {
      if ((nowOn >> i & 1) == 1) {
        KitchenLoad on = build.loads().get(i);
        load = load.plus(drawn(on, Dice.around(random, 1, UNSTEADINESS)), on.powerFactor());
      }
    }
    return load;
  }

  /** Goes on and off so that the mean time on and the share of the time on come out. */
  private int switched(Moment moment, RandomGenerator random) {
    int next = on;
    for (int i = 0; i < build.loads().size(); i++) {
      KitchenLoad load = build.loads().get(i);
      double share = load.onShare(moment.bustle());
      boolean isOn = (on >> i & 1) == 1;
      double offPerHour = share >= 1 ? 0 : share <= 0 ? 20 : 60 / load.minutes();
      double onPerHour = share >= 1 ? 60 : share / (1 - share) * 60 / load.minutes();
      if (Dice.happens(random, isOn ? offPerHour : onPerHour, moment.seconds())) {
        next ^= 1 << i;
      }
    }
    return next;
  }

  private Phases drawn(KitchenLoad load, double unsteady) {
    double watts = build.watts(load) * unsteady;
    return load.phase() == 0 || build.phases() == 1
        ? Phases.evenly(watts, build.phases())
        : Phases.on(load.phase(), watts);
  }

  /** Heaters are plugged in that alone come near the rating, or over it. */
  private double overload(Moment moment) {
    double severity = moment.troubles().severity(PowerMishap.OVERLOAD);
    double rating = build.ratedAmps() * build.volts() * build.phases();
    return severity > 0 ? rating * (0.85 + 0.35 * severity) : 0;
  }

  /** What the circuit above this one has to bring. */
  @Override
  public double watts() {
    return power.sum();
  }

  @Override
  public Map<Metric, Double> readings() {
    Shown shown = new Shown().with(Metric.POWER, power.sum(), 0);
    if (build.phases() == 3) {
      shown
          .with(Metric.VOLTAGE, volts.sum() / 3, 1)
          .with(Metric.of("voltage_l1"), volts.l1(), 1)
          .with(Metric.of("voltage_l2"), volts.l2(), 1)
          .with(Metric.of("voltage_l3"), volts.l3(), 1)
          .with(Metric.CURRENT, amps.highest(), 2)
          .with(Metric.of("current_l1"), amps.l1(), 2)
          .with(Metric.of("current_l2"), amps.l2(), 2)
          .with(Metric.of("current_l3"), amps.l3(), 2);
    } else {
      shown.with(Metric.VOLTAGE, volts.l1(), 1).with(Metric.CURRENT, amps.l1(), 2);
    }
    return shown
        .with(Metric.ENERGY_TOTAL, Math.floor(kwh * 100) / 100 % build.modulus(), 2)
        .values();
  }
}
