package wuchang.simulators.machine;

import java.time.LocalTime;
import wuchang.simulators.mishap.ColdMishap;

/**
 * The machinery at work.
 *
 * @param coil °C
 * @param frost kg of ice on the coil
 * @param seconds how long it has been in its mode
 */
record Refrigeration(ColdPlant plant, Mode mode, double seconds, double coil, double frost) {
  enum Mode {
    RESTING,
    COOLING,
    DEFROSTING,
    DRIPPING,
    UNPOWERED
  }

  private static final double LATENT = 334_000;

  /** So much frost halves what the coil exchanges. */
  private static final double CLOGGING = 1.5;

  /** Of the fan's exchange, without it. */
  private static final double STILL_AIR = 0.14;

  /** Controllers spare the compressor short runs and rests. */
  private static final double SHORTEST = 120;

  private static final double LONGEST_DEFROST = 35 * 60;
  private static final double DRIPPING_TIME = 120;

  /** The fan waits after a defrost until the coil is as cold as the air. */
  private static final double FAN_MARGIN = 0.2;

  static Refrigeration resting(ColdPlant plant) {
    return new Refrigeration(plant, Mode.RESTING, SHORTEST, plant.setPoint(), 0.05);
  }

  /** Whether the fan moves the cabinet's air; a switch at the door stops it. */
  boolean airMoves(double air, boolean doorShut) {
    boolean thawing = mode == Mode.DEFROSTING || mode == Mode.DRIPPING || mode == Mode.UNPOWERED;
    return doorShut && !thawing && coil < air + FAN_MARGIN;
  }

  /** Heat that the coil takes from the air, W; negative while it warms it. */
  double fromAir(double air, boolean airMoves) {
    double clogged = plant.coilExchange() / (1 + frost / CLOGGING);
    return clogged * (airMoves ? 1 : STILL_AIR) * (air - coil);
  }

  /** A step in which the coil took that heat from the air and that much vapour froze to it, kg. */
  Refrigeration next(Moment moment, double air, double fromAir, double frozen) {
    double dt = moment.seconds();
    double cooled = cooling() * (1 - failed(moment));
    double warmed = coil + dt * (fromAir + heater() - cooled) / plant.coilHeat();
    // Ice holds the coil at 0 °C until it is gone.
    double melted = Math.min(frost, Math.max(0, warmed) * plant.coilHeat() / LATENT);
    double nextCoil = warmed - melted * LATENT / plant.coilHeat();
    Mode next = nextMode(moment, air);
    return new Refrigeration(
        plant, next, next == mode ? seconds + dt : 0, nextCoil, frost - melted + frozen);
  }

  /** Electric power, W. */
  double watts(double failed) {
    if (mode == Mode.UNPOWERED) {
      return 0;
    }
    double fan = mode == Mode.DEFROSTING || mode == Mode.DRIPPING ? 0 : plant.fanWatts();
    return fan + heater() + (mode == Mode.COOLING && failed < 1 ? compressor() : 0);
  }

  static double failed(Moment moment) {
    return Math.max(
        moment.troubles().severity(ColdMishap.FRIDGE_FAILURE),
        moment.troubles().severity(ColdMishap.FREEZER_FAILURE));
  }

  /**
   * Twice the running power in the first minute, then a quarter more that fades in three: read off
   * {@code electricity_fridge}, whose 113 W begin with 236–312, 138, 132, 126, 121, 119 W.
   */
  private double compressor() {
    double start = seconds < 60 ? 1 : 0.25 * StrictMath.exp(-(seconds - 60) / 180);
    return plant.compressorWatts() * (1 + start);
  }

  private double heater() {
    return mode == Mode.DEFROSTING && coil < plant.defrostStop() ? plant.defrostWatts() : 0;
  }

  private double cooling() {
    double warmer = coil - plant.nominalCoil();
    double capacity = plant.capacity() * (1 + ColdPlant.SLOPE * warmer);
    return mode == Mode.COOLING ? Math.max(0, Math.min(capacity, 1.5 * plant.capacity())) : 0;
  }

  private Mode nextMode(Moment moment, double air) {
    if (!moment.isPowered()) {
      return Mode.UNPOWERED;
    }
    if (mode != Mode.DEFROSTING && startsDefrost(moment)) {
      return Mode.DEFROSTING;
    }
    return switch (mode) {
      case DEFROSTING -> isThawed() ? Mode.DRIPPING : Mode.DEFROSTING;
      case DRIPPING -> seconds >= DRIPPING_TIME ? Mode.COOLING : Mode.DRIPPING;
      case COOLING -> tooCold(air) && seconds >= SHORTEST ? Mode.RESTING : Mode.COOLING;
      case UNPOWERED -> Mode.RESTING;
      case RESTING -> tooWarm(air) && seconds >= SHORTEST ? Mode.COOLING : Mode.RESTING;
    };
  }

  private boolean isThawed() {
    boolean warm = coil >= plant.defrostStop() - 1 && seconds >= plant.defrostSeconds();
    return warm || seconds >= LONGEST_DEFROST;
  }

  private boolean startsDefrost(Moment moment) {
    for (LocalTime time : plant.defrosts()) {
      if (moment.passes(time)) {
        return true;
      }
    }
    return false;
  }

  private boolean tooCold(double air) {
    return air < plant.setPoint() - plant.differential() / 2;
  }

  private boolean tooWarm(double air) {
    return air > plant.setPoint() + plant.differential() / 2;
  }
}
