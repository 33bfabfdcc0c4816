package wuchang.simulators.machine;

import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.ColdMishap;

/**
 * A fridge, freezer or sample fridge: air and goods as two coupled lags, a coil that cools the air
 * and gathers its moisture as frost, a door that lets the kitchen in.
 *
 * @param air °C
 * @param goods °C of the goods' middle
 * @param probe °C as the probe has it, lagging
 * @param vapour Pa in the air
 * @param noise what the probe's electronics add now, K
 * @param failed the share of its capacity that is lost
 */
record ColdCabinet(
    ColdBox box,
    ColdHabits habits,
    Refrigeration cooling,
    Door door,
    double air,
    double goods,
    double probe,
    double vapour,
    double noise,
    double failed,
    boolean meters)
    implements Machine {

  /** Seconds in which the coil dries moving air by two thirds; air through an open door; goods. */
  private static final double DRYING = 60;

  private static final double AIRING = 20;
  private static final double GOODS_MOISTURE = 4_000;

  /** Frost gives its moisture back more slowly than the coil took it. */
  private static final double SUBLIMATION = 0.08;

  /** The kitchen's air at 60 % of saturation. */
  private static final double KITCHEN_HUMIDITY = 0.6;

  private static final double NOISE = 0.04;

  /** A cabinet that has run for long. */
  static ColdCabinet running(
      ColdBox box, ColdPlant plant, ColdHabits habits, boolean meters, RandomGenerator random) {
    double inside = plant.setPoint() + Dice.around(random, 0, plant.differential() / 4);
    return new ColdCabinet(
        box,
        habits,
        Refrigeration.resting(plant),
        Door.CLOSED,
        inside,
        plant.setPoint(),
        inside,
        Steam.saturation(plant.setPoint() - 4),
        0,
        0,
        meters);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    boolean loading = Dice.happens(random, habits.loads(moment.bustle()), moment.seconds());
    ColdHabits.Load load = loading ? habits.load(random) : new ColdHabits.Load(goods, 0, 0);
    Door.Swing swing =
        loading
            ? door.openedFor(moment, load.seconds(), random)
            : door.next(moment, habits.openings(moment.bustle()), random);
    double warmed = goods + load.share() * (load.celsius() - goods);
    return new Turn(after(moment, swing, warmed, random), swing.sayings());
  }

  private ColdCabinet after(
      Moment moment, Door.Swing swing, double goodsNow, RandomGenerator random) {
    double dt = moment.seconds();
    boolean moves = cooling.airMoves(air, swing.share() < 0.5);
    double toCoil = cooling.fromAir(air, moves);
    double toGoods = box.goodsExchange(moves) * (air - goodsNow);
    double fromKitchen =
        (box.wallLoss() + swing.share() * box.doorExchange() * ajar(moment))
            * (moment.ambient() - air);
    double fan = moves ? cooling.plant().fanWatts() : 0;
    double nextAir = air + dt * (fromKitchen + fan - toCoil - toGoods) / box.airHeat();
    double onCoil = onCoil(dt, moves);
    return new ColdCabinet(
        box,
        habits,
        cooling.next(moment, nextAir, toCoil, frost(onCoil)),
        swing.door(),
        nextAir,
        goodsNow + dt * toGoods / box.goodsHeat(goodsNow),
        probe + (nextAir - probe) * dt / box.probeLag(),
        nextVapour(moment, swing.share(), onCoil),
        Dice.around(random, 0, NOISE),
        Refrigeration.failed(moment),
        meters);
  }

  /** A door that is left open may only be ajar. */
  private static double ajar(Moment moment) {
    double severity = moment.troubles().severity(ColdMishap.DOOR_LEFT_OPEN);
    return severity > 0 ? severity : 1;
  }

  /** Pa that the coil takes from the air's vapour; negative when a warm coil gives some back. */
  private double onCoil(double dt, boolean moves) {
    double excess = vapour - Steam.saturation(Math.min(cooling.coil(), air + 5));
    boolean dry = excess < 0 && cooling.frost() <= 0;
    double rate = excess < 0 ? SUBLIMATION : 1;
    return dry ? 0 : rate * excess * dt / (moves ? DRYING : 5 * DRYING);
  }

  private double frost(double onCoil) {
    double mass = Steam.mass(onCoil, box.cubicMetres(), air);
    return Math.max(-cooling.frost(), mass);
  }

  private double nextVapour(Moment moment, double open, double onCoil) {
    double dt = moment.seconds();
    double kitchen = KITCHEN_HUMIDITY * Steam.saturation(moment.ambient());
    double wet = Steam.saturation(goods);
    double next =
        vapour
            - onCoil
            + (kitchen - vapour) * Math.min(1, open * dt / AIRING)
            + (wet - vapour) * dt / GOODS_MOISTURE;
    return Math.max(1, Math.min(next, Steam.saturation(air + 1)));
  }

  @Override
  public Map<Metric, Double> readings() {
    Shown shown =
        new Shown()
            .with(Metric.TEMPERATURE, probe + noise, 1)
            .with(Metric.DOOR_OPEN, door.isOpen());
    if (meters) {
      shown.with(Metric.HUMIDITY, Steam.relative(vapour, probe), 0).with(Metric.POWER, watts(), 0);
    }
    return shown.values();
  }

  @Override
  public double watts() {
    return cooling.watts(failed);
  }
}
