package wuchang.simulators.machine;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.CabinetMishap;

/**
 * An infrared cabinet: it is loaded and switched on after washing and before a meal, heats, holds
 * by its thermostat, cools shut, and is unloaded when hands can bear it.
 *
 * @param heating whether the thermostat lets the heaters burn
 * @param seconds how long it has been in its phase
 * @param air °C where the probe is
 * @param dishes °C
 */
record DisinfectionCabinet(
    CabinetBuild build,
    Phase phase,
    boolean heating,
    double seconds,
    double air,
    double dishes,
    Door door,
    double noise)
    implements Machine {
  enum Phase {
    RESTING,
    HEATING,
    HOLDING,
    COOLING
  }

  private static final double DIFFERENTIAL = 4;
  private static final double LIMITER_DIFFERENTIAL = 15;

  /** Of the heaters' power, what goes into the dishes at once as radiation. */
  private static final double RADIATED = 0.45;

  /** What an open door adds to the loss, W/K. */
  private static final double AIRING = 40;

  private static final double HANDS_BEAR = 55;
  private static final double STANDBY_WATTS = 3;

  /** Somebody comes within half an hour of the time that it is wanted, mostly soon. */
  private static final Duration LATEST = Duration.ofMinutes(40);

  private static final double COMING_PER_HOUR = 12;
  private static final double UNLOADING_PER_HOUR = 5;
  private static final double UNLOADING_SECONDS = 90;
  private static final double NEARLY_EMPTY = 0.25;

  static DisinfectionCabinet cold(CabinetBuild build) {
    return new DisinfectionCabinet(
        build, Phase.RESTING, false, LATEST.toSeconds() * 2, 26, 26, Door.CLOSED, 0);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    Door.Swing swing = unloaded(moment, random);
    Phase next = nextPhase(moment, random);
    double load = NEARLY_EMPTY + (1 - NEARLY_EMPTY) * (1 - stuck(moment));
    double watts = heaters();
    double toDishes = build.exchange() * (air - dishes) + RADIATED * watts;
    double lost = (build.wallLoss() + swing.share() * AIRING) * (air - moment.ambient());
    double dt = moment.seconds();
    double nextAir = air + dt * (watts - toDishes - lost) / build.airHeat();
    DisinfectionCabinet after =
        new DisinfectionCabinet(
            build,
            next,
            moment.isPowered() && heats(next, nextAir, stuck(moment) > 0),
            next == phase ? seconds + dt : 0,
            nextAir,
            dishes + dt * toDishes / (build.dishesHeat() * load),
            swing.door(),
            Dice.around(random, 0, 0.15));
    return new Turn(after, swing.sayings());
  }

  private static double stuck(Moment moment) {
    return moment.troubles().severity(CabinetMishap.CABINET_OVERHEAT);
  }

  private Door.Swing unloaded(Moment moment, RandomGenerator random) {
    boolean bearable = phase == Phase.RESTING && air < HANDS_BEAR;
    boolean staffed = moment.bustle() != Bustle.CLOSED && moment.bustle() != Bustle.QUIET;
    boolean comes =
        bearable && staffed && Dice.happens(random, UNLOADING_PER_HOUR, moment.seconds());
    return comes
        ? door.openedFor(moment, Dice.longTailed(random, UNLOADING_SECONDS, 0.5), random)
        : door.next(moment, 0, random);
  }

  private Phase nextPhase(Moment moment, RandomGenerator random) {
    if (stuck(moment) > 0) {
      return Phase.HEATING;
    }
    return switch (phase) {
      case RESTING -> switchedOn(moment, random) ? Phase.HEATING : Phase.RESTING;
      case HEATING -> overdone() ? Phase.COOLING : air >= build.setPoint() ? Phase.HOLDING : phase;
      case HOLDING -> seconds >= build.hold().toSeconds() ? Phase.COOLING : Phase.HOLDING;
      case COOLING -> air < HANDS_BEAR ? Phase.RESTING : Phase.COOLING;
    };
  }

  /** After a welded contact somebody has pulled the plug. */
  private boolean overdone() {
    return air > build.setPoint() + DIFFERENTIAL;
  }

  private boolean switchedOn(Moment moment, RandomGenerator random) {
    boolean wanted = build.starts().stream().anyMatch(start -> isSoonAfter(start, moment.local()));
    return moment.bustle() != Bustle.CLOSED
        && wanted
        && !door.isOpen()
        && seconds > LATEST.toSeconds()
        && Dice.happens(random, COMING_PER_HOUR, moment.seconds());
  }

  private static boolean isSoonAfter(LocalTime start, LocalTime now) {
    long since = Math.floorMod(Duration.between(start, now).toSeconds(), 86_400L);
    return since < LATEST.toSeconds();
  }

  /** The thermostat, or the limiter when the thermostat's contact is welded. */
  private boolean heats(Phase in, double celsius, boolean welded) {
    if (in == Phase.RESTING || in == Phase.COOLING) {
      return false;
    }
    double off = welded ? build.limit() : build.setPoint() + DIFFERENTIAL / 2;
    double on = welded ? build.limit() - LIMITER_DIFFERENTIAL : off - DIFFERENTIAL;
    return celsius < on || celsius < off && (heating || phase == Phase.RESTING);
  }

  private double heaters() {
    return heating ? build.watts() : 0;
  }

  @Override
  public Map<Metric, Double> readings() {
    return new Shown()
        .with(Metric.TEMPERATURE, air + noise, 1)
        .with(Metric.DOOR_OPEN, door.isOpen())
        .with(Metric.POWER, watts(), 0)
        .values();
  }

  @Override
  public double watts() {
    return STANDBY_WATTS + heaters();
  }
}
