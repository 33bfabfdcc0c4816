package wuchang.simulators.machine;

/**
 * The machinery at work.
 *
 * @param coil °C
 * @param frost kg of ice on the coil
 * @param seconds how long it has been in its mode
 * @param since seconds since the last defrost ended
 */
record Refrigeration(
    ColdPlant plant, Mode mode, double seconds, double coil, double frost, double since) {
  enum Mode {
    RESTING,
    COOLING,
    DEFROSTING,
    DRIPPING,
    UNPOWERED
  }

  /** J/kg to melt ice; and to turn vapour into it. */
  private static final double LATENT = 334_000;

  private static final double DEPOSIT = 2_835_000;

  /** So much frost for each W/K of a coil halves what it exchanges, kg: 0.6 in a cabinet. */
  private static final double CLOGGING = 0.011;

  /** Of the fan's exchange, without it. */
  private static final double STILL_AIR = 0.14;

  /** Controllers spare the compressor short runs, and short rests yet more: 6–10 starts an hour. */
  private static final double SHORTEST_RUN = 120;

  private static final double SHORTEST_REST = 240;

  private static final double LONGEST_DEFROST = 35 * 60;
  private static final double DRIPPING_TIME = 120;

  /** The fan waits after a defrost until the coil is as cold as the air. */
  private static final double FAN_MARGIN = 0.2;

  /**
   * @param since seconds since its last defrost
   */
  static Refrigeration resting(ColdPlant plant, double since) {
    return new Refrigeration(plant, Mode.RESTING, SHORTEST_REST, plant.setPoint(), 0.05, since);
  }

  /** Whether the fan moves the cabinet's air. */
  boolean airMoves(double air) {
    return switch (mode) {
      case COOLING -> coil < air + FAN_MARGIN;
      case RESTING -> !plant.fanRests() && coil < air + FAN_MARGIN;
      case DEFROSTING, DRIPPING, UNPOWERED -> false;
    };
  }

  /**
   * W/K between the coil and the air.
   *
   * @param moving the share of the fan's air that moves
   */
  double exchange(double moving) {
    return plant.coilExchange() * bared() * (STILL_AIR + (1 - STILL_AIR) * moving);
  }

  /**
   * The share of a clean coil's exchange that its ice leaves, of heat and of vapour alike (Lewis).
   */
  double bared() {
    return 1 / (1 + frost / (CLOGGING * plant.coilExchange()));
  }

  /** Heat into the coil beside what it takes from the air, W. */
  double warmth(ColdFaults faults) {
    return heater(faults) - cooling(faults);
  }

  /** How much more the coil gives away for each kelvin that it is warmer, W/K. */
  double stiffness(ColdFaults faults) {
    boolean between = mode == Mode.COOLING && faults.powered();
    return between ? plant.capacity() * ColdPlant.SLOPE * faults.capacity() : 0;
  }

  /**
   * A step after which the coil would be so warm, were there no ice, and in which so much vapour
   * froze to it, kg.
   */
  Refrigeration next(Moment moment, ColdFaults faults, double air, Warmed warmed) {
    double dt = moment.seconds();
    double frozen = warmed.frozen();
    double now = warmed.coil() + frozen * DEPOSIT / plant.coilHeat();
    // Ice holds the coil at 0 °C until it is gone.
    double melted = Math.min(frost, Math.max(0, now) * plant.coilHeat() / LATENT);
    double nextCoil = now - melted * LATENT / plant.coilHeat();
    Mode next = nextMode(moment, faults, air);
    return new Refrigeration(
        plant,
        next,
        next == mode ? seconds + dt : 0,
        nextCoil,
        Math.max(0, frost - melted + frozen),
        next == Mode.DEFROSTING ? 0 : since + dt);
  }

  /** What a step does to the coil. */
  record Warmed(double coil, double frozen) {}

  /** Electric power, W. */
  double watts(ColdFaults faults) {
    if (mode == Mode.UNPOWERED) {
      return 0;
    }
    boolean fan = mode == Mode.COOLING || mode == Mode.RESTING && !plant.fanRests();
    boolean runs = mode == Mode.COOLING && faults.capacity() > 0;
    return (fan ? plant.fanWatts() : 0)
        + heater(faults)
        + (runs ? compressor() * faults.draw() : 0);
  }

  /**
   * Twice the running power in the first minute, then a quarter more that fades in three: read off
   * {@code electricity_fridge}, whose 113 W begin with 236–312, 138, 132, 126, 121, 119 W.
   */
  private double compressor() {
    double faded = 1 + (seconds - 60) / 720;
    // (1 + x/4)⁴ is near enough to eˣ here, and the same on every machine.
    double start = seconds < 60 ? 1 : 0.25 / (faded * faded * faded * faded);
    return plant.compressorWatts() * (1 + start);
  }

  private double heater(ColdFaults faults) {
    boolean powered = mode != Mode.UNPOWERED;
    boolean on = mode == Mode.DEFROSTING && coil < plant.defrostStop();
    return powered ? plant.defrostWatts() * (on ? 1 : faults.heater()) : 0;
  }

  private double cooling(ColdFaults faults) {
    if (mode != Mode.COOLING) {
      return 0;
    }
    double warmer = coil - plant.nominalCoil();
    double capacity = plant.capacity() * (1 + ColdPlant.SLOPE * warmer);
    return faults.capacity() * Math.max(0, Math.min(capacity, 1.5 * plant.capacity()));
  }

  private Mode nextMode(Moment moment, ColdFaults faults, double air) {
    if (!faults.powered()) {
      return Mode.UNPOWERED;
    }
    if (mode != Mode.DEFROSTING && mode != Mode.DRIPPING && startsDefrost(moment, faults, air)) {
      return Mode.DEFROSTING;
    }
    return switch (mode) {
      case DEFROSTING -> endsDefrost(faults, air) ? Mode.DRIPPING : Mode.DEFROSTING;
      case DRIPPING -> seconds >= DRIPPING_TIME ? Mode.COOLING : Mode.DRIPPING;
      case COOLING -> tooCold(faults, air) && seconds >= SHORTEST_RUN ? Mode.RESTING : mode;
      case UNPOWERED -> Mode.RESTING;
      case RESTING -> tooWarm(faults, air) && seconds >= SHORTEST_REST ? Mode.COOLING : mode;
    };
  }

  private boolean endsDefrost(ColdFaults faults, double air) {
    boolean warm = coil >= plant.defrostStop() - 1 && seconds >= plant.defrostSeconds();
    boolean ends = warm || air >= plant.defrostAir() || seconds >= LONGEST_DEFROST;
    return ends && seconds >= faults.overrun();
  }

  private boolean startsDefrost(Moment moment, ColdFaults faults, double air) {
    boolean needless = faults.every() > 0 && since >= faults.every();
    boolean due = plant.defrosting().isTimed(moment) || isDemanded(air);
    return faults.defrosts() && (needless || due);
  }

  private boolean isDemanded(double air) {
    double clean = plant.capacity() / plant.coilExchange();
    double running = mode == Mode.COOLING ? seconds : 0;
    return plant.defrosting().isDemanded(running, since, (air - coil) / clean);
  }

  private boolean tooCold(ColdFaults faults, double air) {
    double stops = plant.setPoint() + faults.turned() - plant.differential() / 2;
    return air < stops - faults.sticks();
  }

  private boolean tooWarm(ColdFaults faults, double air) {
    return air > plant.setPoint() + faults.turned() + plant.differential() / 2;
  }
}
