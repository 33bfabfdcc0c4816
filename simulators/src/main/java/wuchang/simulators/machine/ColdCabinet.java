package wuchang.simulators.machine;

import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;

/**
 * A fridge, freezer or sample fridge: air and goods as two coupled lags, a coil that cools the air
 * and gathers its moisture as frost, a door that lets the kitchen in.
 *
 * @param use what people do with it now
 * @param air °C
 * @param goods °C of the goods' middle
 * @param probe °C as the probe has it, lagging
 * @param vapour Pa in the air
 * @param noise what the probe's electronics add now, K
 * @param faults what is wrong with its parts
 */
record ColdCabinet(
    ColdBox box,
    Refrigeration cooling,
    ColdUse use,
    double air,
    double goods,
    double probe,
    double vapour,
    double noise,
    ColdFaults faults,
    boolean meters)
    implements Machine {

  /** Seconds in which the coil dries moving air by two thirds; in which an open door airs it. */
  private static final double DRYING = 60;

  private static final double AIRING = 20;

  /** Frost gives its moisture back more slowly than the coil took it. */
  private static final double SUBLIMATION = 0.08;

  /** The kitchen's air at 60 % of saturation. */
  private static final double KITCHEN_HUMIDITY = 0.6;

  /** J/(m³ K) of air; and the share of the vapour streaming by that freezes in the end. */
  private static final double HEAT_OF_AIR = 1_200;

  private static final double LEFT_BEHIND = 0.4;

  private static final double NOISE = 0.04;

  /** Of the coil's exchange: from one defrost to the next a sound unit never loses half of it. */
  private static final double ICED = 0.5;

  /** A cabinet that has run for long. */
  static ColdCabinet running(
      ColdBox box, ColdPlant plant, ColdHabits habits, boolean meters, RandomGenerator random) {
    double inside = plant.setPoint() + Dice.around(random, 0, plant.differential() / 4);
    return new ColdCabinet(
        box,
        Refrigeration.resting(plant, Dice.between(random, 0, 5 * 3_600)),
        ColdUse.none(habits),
        inside,
        plant.setPoint(),
        inside,
        Steam.saturation(plant.setPoint() - 4),
        0,
        ColdFaults.NONE,
        meters);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    ColdUse.Done done = use.next(moment, random);
    ColdFaults now = ColdFaults.of(moment);
    double warmed = goods + done.load() * (done.celsius() - goods);
    return new Turn(after(moment, now, done, warmed, random), done.sayings());
  }

  private ColdCabinet after(
      Moment moment, ColdFaults now, ColdUse.Done done, double loaded, RandomGenerator random) {
    double gap = Math.min(1, done.open() * now.ajar() + now.leak());
    // A switch at the door stops the fan.
    double moving = cooling.airMoves(air) ? now.airflow() * (1 - done.open()) : 0;
    HeatStep step = HeatStep.of(this, moment, now, gap, moving);
    double onCoil = onCoil(moment.seconds(), moving);
    double toGoods = now.emptied() ? 0 : box.goodsExchange(moving) * (step.meanAir() - loaded);
    Refrigeration.Warmed warmed = new Refrigeration.Warmed(step.coil(), frost(moment, gap, onCoil));
    return new ColdCabinet(
        box,
        cooling.next(moment, now, step.air(), warmed),
        done.use(),
        step.air(),
        loaded + moment.seconds() * toGoods / box.goodsHeat(loaded),
        lagging(step.meanAir(), moment.seconds()),
        nextVapour(moment, gap, onCoil),
        Dice.around(random, 0, NOISE),
        now,
        meters);
  }

  /** The probe a step later: its lag by the midpoint rule. */
  private double lagging(double meanAir, double dt) {
    return probe + (meanAir - probe) * dt / (box.probeLag() + dt / 2);
  }

  /** Pa that the coil takes from the air's vapour; negative when a warm coil gives some back. */
  private double onCoil(double dt, double moving) {
    double excess = vapour - Steam.saturation(Math.min(cooling.coil(), air + 5));
    boolean dry = excess < 0 && cooling.frost() <= 0;
    double rate = excess < 0 ? SUBLIMATION : 1;
    double still = 0.2;
    double perSecond = rate * cooling.bared() * (still + (1 - still) * moving) / DRYING;
    return dry ? 0 : excess * dt * perSecond / (1 + dt * perSecond / 2);
  }

  /** What the air's vapour and the kitchen's that streams through the gap leave on the coil, kg. */
  private double frost(Moment moment, double gap, double onCoil) {
    double streams = gap * box.doorExchange() / HEAT_OF_AIR * moment.seconds();
    double excess = kitchenVapour(moment) - vapour;
    double left = LEFT_BEHIND * cooling.bared();
    double streamed = left * Steam.mass(Math.max(0, excess), streams, air);
    double mass = Steam.mass(onCoil, box.cubicMetres(), air);
    return Math.max(-cooling.frost(), mass + streamed);
  }

  private static double kitchenVapour(Moment moment) {
    return KITCHEN_HUMIDITY * Steam.saturation(moment.ambient());
  }

  private double nextVapour(Moment moment, double gap, double onCoil) {
    double dt = moment.seconds();
    double kitchen = kitchenVapour(moment);
    double wet = Steam.saturation(goods);
    double airing = gap / AIRING;
    double next =
        vapour
            - onCoil
            + (kitchen - vapour) * airing * dt / (1 + airing * dt / 2)
            + (wet - vapour) * dt / box.goodsMoisture();
    return Math.max(1, Math.min(next, Steam.saturation(air + 1)));
  }

  @Override
  public Map<Metric, Double> readings() {
    Shown shown =
        new Shown()
            .with(Metric.TEMPERATURE, probe + noise, 1)
            .with(Metric.DOOR_OPEN, use.door().isOpen());
    if (meters) {
      shown.with(Metric.HUMIDITY, Steam.relative(vapour, probe), 0).with(Metric.POWER, watts(), 0);
    }
    return shown.values();
  }

  @Override
  public double watts() {
    return cooling.watts(faults);
  }

  @Override
  public boolean suffers() {
    return cooling.bared() < ICED;
  }
}
