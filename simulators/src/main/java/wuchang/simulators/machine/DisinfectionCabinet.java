package wuchang.simulators.machine;

import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.CabinetMishap;
import wuchang.simulators.mishap.Troubles;

/**
 * A disinfection cabinet of any method: heaters warm its air or water, that warms the dishes; a
 * thermostat, or boiling, ends the rise. One that works by chlorine, ozone or ultraviolet only
 * draws its power for its time.
 *
 * @param heating whether the thermostat lets the heaters burn
 * @param drawn what they draw, W
 * @param air °C where the probe is, in air or water
 * @param dishes °C
 * @param blown what somebody with a hot-air gun adds at the probe, K
 */
record DisinfectionCabinet(
    CabinetBuild build,
    CabinetRound round,
    boolean heating,
    double drawn,
    double air,
    double dishes,
    double blown,
    double noise)
    implements Machine {
  private static final double DIFFERENTIAL = 4;
  private static final double LIMITER_DIFFERENTIAL = 15;

  /** What an open door adds to the loss, W/K. */
  private static final double AIRING = 40;

  private static final double STANDBY_WATTS = 3;
  private static final double NEARLY_EMPTY = 0.25;

  /** J/K of a boiler that has boiled dry. */
  private static final double DRY_HEAT = 12_000;

  /** Fresh water runs in while it is loaded: °C, and the seconds of its lag. */
  private static final double TAP_WATER = 19;

  private static final double FILLING = 40;

  /** A torn seal, at its worst, lets all heat out at 50 K above the kitchen. */
  private static final double LEAK_KELVIN = 50;

  /** Of the power of lamps, pumps and ozone cells, what warms the inside. */
  private static final double WASTE_HEAT = 0.2;

  /** A hot-air gun: how hot it makes the probe, and how fast. */
  private static final double GUN_CELSIUS = 90;

  private static final double GUN_MORE = 45;
  private static final double GUN_LAG = 25;

  /** Of a thermostat that has drifted at its worst, K. */
  private static final double DRIFT = 40;

  static DisinfectionCabinet cold(CabinetBuild build, CabinetPlan plan) {
    return new DisinfectionCabinet(build, CabinetRound.resting(plan), false, 0, 26, 26, 0, 0);
  }

  static double tooLow(Troubles troubles) {
    return DRIFT * troubles.severity(CabinetMishap.THERMOSTAT_LOW);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    CabinetRound.Step step = round.next(moment, build, air, random);
    CabinetRound.Phase phase = step.round().phase();
    double stuck = moment.troubles().severity(CabinetMishap.CABINET_OVERHEAT);
    boolean dry = stuck > 0 && build.isWet();
    double toDishes = toDishes(dry);
    double load = 1 - (1 - NEARLY_EMPTY) * stuck;
    double nextAir = nextAir(moment, step, toDishes, dry);
    boolean heats = moment.isPowered() && heats(moment, phase, nextAir);
    DisinfectionCabinet after =
        new DisinfectionCabinet(
            build,
            step.round(),
            heats,
            heats ? burning(moment) : 0,
            nextAir,
            dishes + moment.seconds() * toDishes / (build.dishesHeat() * load),
            blownOn(moment),
            Dice.around(random, 0, build.isWet() ? 0.06 : 0.15));
    return new Turn(after, step.sayings());
  }

  /** What comes in as heat, W. */
  private double heat() {
    return build.timed() ? drawn * WASTE_HEAT : drawn;
  }

  /** W from air, water or steam, and as radiation. */
  private double toDishes(boolean dry) {
    double exchange = dry ? build.exchange() / 4 : build.exchange();
    return exchange * (air - dishes) + build.radiated() * heat();
  }

  private double nextAir(Moment moment, CabinetRound.Step step, double toDishes, boolean dry) {
    double dt = moment.seconds();
    double loss = build.wallLoss() + step.share() * AIRING + leak(moment);
    double rise = heat() - toDishes - loss * (air - moment.ambient());
    double next = air + dt * rise / (dry ? DRY_HEAT : build.airHeat());
    if (build.isWet() && step.round().phase() == CabinetRound.Phase.LOADING) {
      next += (TAP_WATER - air) * dt / FILLING;
    }
    return dry ? next : Math.min(next, build.boils());
  }

  private double burning(Moment moment) {
    return build.watts() * (1 - moment.troubles().severity(CabinetMishap.CABINET_HEATER_DEAD));
  }

  private double leak(Moment moment) {
    double severity = moment.troubles().severity(CabinetMishap.CABINET_LEAKING);
    return severity * build.watts() / LEAK_KELVIN;
  }

  private double blownOn(Moment moment) {
    double severity = moment.troubles().severity(CabinetMishap.CYCLE_FAKED);
    boolean held = severity > 0 && round.isFaked(moment, build);
    double target = held ? GUN_CELSIUS + GUN_MORE * severity - air : 0;
    double next = blown + (target - blown) * moment.seconds() / (moment.seconds() + GUN_LAG);
    return next < 0.01 ? 0 : next;
  }

  /** The thermostat, or the limiter when the thermostat's contact is welded. */
  private boolean heats(Moment moment, CabinetRound.Phase in, double celsius) {
    if (in != CabinetRound.Phase.HEATING && in != CabinetRound.Phase.HOLDING) {
      return false;
    }
    if (build.timed()) {
      return true;
    }
    boolean welded = moment.troubles().has(CabinetMishap.CABINET_OVERHEAT);
    double set = build.setPoint() - tooLow(moment.troubles());
    double off = welded ? build.limit() : set + DIFFERENTIAL / 2;
    double on = welded ? build.limit() - LIMITER_DIFFERENTIAL : off - DIFFERENTIAL;
    boolean fresh = round.phase() != in && in == CabinetRound.Phase.HEATING;
    return celsius < on || celsius < off && (heating || fresh);
  }

  @Override
  public Map<Metric, Double> readings() {
    return new Shown()
        .with(Metric.TEMPERATURE, air + blown + noise, 1)
        .with(Metric.DOOR_OPEN, round.door().isOpen())
        .with(Metric.POWER, watts(), 0)
        .values();
  }

  @Override
  public double watts() {
    return STANDBY_WATTS + drawn;
  }
}
