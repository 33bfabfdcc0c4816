package wuchang.simulators.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.CabinetMishap;
import wuchang.simulators.mishap.Troubles;

/**
 * A hood-type dishwasher: rack after rack while dishes come back. The hood goes down, the tank's
 * water washes, the boiler's water rinses once it is hot enough, the hood goes up. The probe hangs
 * where the water falls. Works in steps of two seconds of its own, however long a moment is.
 *
 * @param seconds how long it has been in its phase
 * @param boiler °C
 * @param tank °C
 * @param probe °C
 * @param pause how long until the next rack, s
 */
record Dishwasher(
    DishBuild build,
    Phase phase,
    double seconds,
    double pause,
    double boiler,
    double tank,
    double probe,
    double drawn,
    double noise)
    implements Machine {
  enum Phase {
    OFF,
    OPEN,
    WASHING,
    WAITING,
    RINSING
  }

  private static final double LONGEST = 2;
  private static final double TAP_WATER = 18;

  /** W/K of the boiler's and the tank's walls. */
  private static final double BOILER_LOSS = 4;

  private static final double TANK_LOSS = 12;
  private static final double DIFFERENTIAL = 1.5;

  /** The probe under falling water, and in steam and air, s. */
  private static final double WET_LAG = 2.5;

  private static final double STEAM_LAG = 150;
  private static final double AIR_LAG = 40;

  /** A rinse waits for the boiler to come so near to its setting. */
  private static final double NEARLY = 1;

  /** Water on its way from the boiler to the dishes loses that, K. */
  private static final double PIPES = 1;

  private static final double BOILER_DRIFT = 25;
  private static final double LEFT_OUT = 0.75;
  private static final double MIDST = 18;
  private static final long REFILLING = 20 * 60_000L;
  private static final long DRAINING = 5 * 60_000;

  static Dishwasher off(DishBuild build) {
    return new Dishwasher(build, Phase.OFF, 0, 0, 26, 26, 26, 0, 0);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    int parts = (int) Math.ceil(moment.seconds() / LONGEST);
    double dt = moment.seconds() / parts;
    List<Saying> sayings = new ArrayList<>(0);
    Dishwasher now = this;
    for (int part = 1; part <= parts; part++) {
      Dishwasher next = now.step(moment, dt, random);
      if (next.isOpen() != now.isOpen()) {
        long millis = Math.round(1000 * dt * (part - 0.5));
        sayings.add(Saying.door(moment.before().plusMillis(millis), next.isOpen()));
      }
      now = next;
    }
    return new Turn(now, sayings);
  }

  /** Who goes home lets the rack be finished that is in it. */
  private boolean isAtWork() {
    return phase == Phase.WASHING || phase == Phase.WAITING || phase == Phase.RINSING;
  }

  private boolean isOpen() {
    return phase == Phase.OPEN;
  }

  private Dishwasher step(Moment moment, double dt, RandomGenerator random) {
    Troubles troubles = moment.troubles();
    boolean on = moment.isPowered() && (isManned(moment.bustle(), troubles) || isAtWork());
    boolean refilled = troubles.freshly(CabinetMishap.REFILLED, moment.now(), REFILLING);
    Phase next = on ? nextPhase(troubles, refilled) : Phase.OFF;
    boolean rinses = phase == Phase.RINSING;
    double setBoiler =
        build.boilerSet() - BOILER_DRIFT * troubles.severity(CabinetMishap.RINSE_TOO_COOL);
    double boilerWatts = on && boiler < setBoiler ? build.boilerWatts() : 0;
    double tankWatts = on && tank < build.tankSet() ? build.tankWatts() : 0;
    double pumps = phase == Phase.WASHING || rinses ? build.pumpWatts() : 0;
    return new Dishwasher(
        build,
        next,
        next == phase ? seconds + dt : 0,
        next == Phase.OPEN && phase != Phase.OPEN ? pauses(random) : pause,
        boiler + dt * intoBoiler(moment, boilerWatts, rinses) / build.boilerHeat(),
        tank + dt * (intoTank(moment, tankWatts, rinses) - drained(moment)) / build.tankHeat(),
        probed(moment, dt),
        on ? boilerWatts + tankWatts + pumps : 0,
        Dice.around(random, 0, 0.1));
  }

  private double intoBoiler(Moment moment, double watts, boolean rinses) {
    double fresh = rinses ? build.rinseFlow() * (boiler - TAP_WATER) : 0;
    return watts - fresh - BOILER_LOSS * (boiler - moment.ambient());
  }

  private double intoTank(Moment moment, double watts, boolean rinses) {
    double rinse = rinses ? build.rinseFlow() * (boiler - tank) / 2 : 0;
    return watts + rinse - TANK_LOSS * (tank - moment.ambient());
  }

  /** The heat that goes with the tank's water while it is changed, after the last rack, W. */
  private double drained(Moment moment) {
    boolean changes = moment.troubles().freshly(CabinetMishap.REFILLED, moment.now(), DRAINING);
    boolean drains = changes && !isAtWork();
    return drains ? build.tankHeat() * (tank - TAP_WATER) / 20 : 0;
  }

  private double probed(Moment moment, double dt) {
    double around =
        switch (phase) {
          case WASHING -> tank;
          case RINSING -> boiler - PIPES;
          case WAITING -> (tank + boiler) / 2;
          case OPEN -> (tank + moment.ambient()) / 2;
          case OFF -> moment.ambient();
        };
    double lag =
        switch (phase) {
          case WASHING, RINSING -> WET_LAG;
          case WAITING -> STEAM_LAG;
          case OPEN, OFF -> AIR_LAG;
        };
    return probe + (around - probe) * dt / (dt + lag);
  }

  /** In the half of a service when dishes come back, and after it; or when there is trouble. */
  private static boolean isManned(Bustle bustle, Troubles troubles) {
    return bustle == Bustle.SERVING
        || bustle == Bustle.CLEANING
        || troubles.has(CabinetMishap.RINSE_TOO_COOL)
        || troubles.has(CabinetMishap.RINSE_CUT_SHORT)
        || troubles.has(CabinetMishap.HOOD_OPENED);
  }

  private Phase nextPhase(Troubles troubles, boolean refilled) {
    boolean rack = seconds >= pause && tank > build.tankSet() - 8 && !refilled;
    return switch (phase) {
      case OFF -> Phase.OPEN;
      case OPEN -> rack ? Phase.WASHING : Phase.OPEN;
      case WASHING -> seconds >= build.washSeconds() ? Phase.WAITING : Phase.WASHING;
      case WAITING -> isHotEnough(troubles) ? Phase.RINSING : Phase.WAITING;
      case RINSING -> seconds >= rinse(troubles) ? Phase.OPEN : Phase.RINSING;
    };
  }

  private boolean isHotEnough(Troubles troubles) {
    double drift = BOILER_DRIFT * troubles.severity(CabinetMishap.RINSE_TOO_COOL);
    return boiler >= build.boilerSet() - drift - NEARLY;
  }

  private double rinse(Troubles troubles) {
    double left = 1 - LEFT_OUT * troubles.severity(CabinetMishap.RINSE_CUT_SHORT);
    return troubles.has(CabinetMishap.HOOD_OPENED) ? MIDST : left * build.rinseSeconds();
  }

  /** Between racks, s. */
  private double pauses(RandomGenerator random) {
    double cycle = build.washSeconds() + build.rinseSeconds();
    double mean = Math.max(20, 3_600 / build.racksPerHour() - cycle);
    return Dice.longTailed(random, mean, 0.4);
  }

  @Override
  public Map<Metric, Double> readings() {
    return new Shown()
        .with(Metric.TEMPERATURE, probe + noise, 1)
        .with(Metric.DOOR_OPEN, isOpen())
        .with(Metric.POWER, drawn, 0)
        .values();
  }

  @Override
  public double watts() {
    return drawn;
  }
}
