package wuchang.simulators.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.RoomMishap;
import wuchang.simulators.mishap.Troubles;

/**
 * A room for cold dishes: people come and go by its plan, an air conditioner cools it from the
 * first switch before a meal to the last visit after it, otherwise it drifts to the kitchen's
 * warmth. Its sensor shows warmth, moisture, the door, and whether somebody moves.
 *
 * @param air °C
 * @param walls °C
 * @param vapour Pa of the air's moisture
 * @param rest how long the compressor must stay off yet, s
 */
record PrepRoom(
    RoomBuild build,
    RoomPlan plan,
    RoomPlan.Day day,
    double air,
    double walls,
    double vapour,
    boolean cooling,
    double rest,
    boolean occupied,
    Door door,
    double noise)
    implements Machine {
  private static final double PERSON = 130;
  private static final double DOOR_EXCHANGE = 200;
  private static final double DIFFERENTIAL = 1.2;

  /** A compressor waits for its pressures to even out, s. */
  private static final double REST_SECONDS = 180;

  private static final double EFFICIENCY = 3;
  private static final double FAN_WATTS = 40;
  private static final double TOO_WARM = 7;
  private static final double CLOSER_SECONDS = 5;
  private static final double CARRYING_SECONDS = 360;

  /** The kitchen's moisture, and what a coil of 9 °C leaves, Pa; seconds of their lags. */
  private static final double KITCHEN_VAPOUR = 2_000;

  private static final double COIL_VAPOUR = 1_150;
  private static final double DRYING = 2_500;
  private static final double AIRING = 3_000;

  static PrepRoom unused(RoomBuild build, RoomPlan plan) {
    return new PrepRoom(
        build, plan, RoomPlan.Day.NONE, 25, 25, 1_800, false, 0, false, Door.CLOSED, 0);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    long now = moment.now().toEpochMilli();
    RoomPlan.Day today = now < day.until() ? day : plan.on(moment.now());
    boolean seen = today.isSeen(now);
    Door.Swing swing = swing(moment, today, now, random);
    List<Saying> sayings = swing.sayings();
    if (seen != occupied) {
      sayings = new ArrayList<>(sayings);
      sayings.add(new Saying.Values(moment.now(), Map.of(Metric.OCCUPIED, seen ? 1.0 : 0.0)));
    }
    return new Turn(warmed(moment, today, swing, random), sayings);
  }

  private Door.Swing swing(Moment moment, RoomPlan.Day today, long now, RandomGenerator random) {
    boolean carried = moment.troubles().freshly(RoomMishap.GOODS_CARRIED_IN, moment.now(), 15_000);
    if (carried && !today.isLampTime(now)) {
      double share = moment.troubles().severity(RoomMishap.GOODS_CARRIED_IN);
      return door.openedFor(moment, CARRYING_SECONDS * share, random);
    }
    return today.isPassed(moment.before().toEpochMilli(), now)
        ? door.openedFor(moment, Dice.longTailed(random, CLOSER_SECONDS, 0.4), random)
        : door.next(moment, 0, random);
  }

  private PrepRoom warmed(
      Moment moment, RoomPlan.Day today, Door.Swing swing, RandomGenerator random) {
    long now = moment.now().toEpochMilli();
    double dt = moment.seconds();
    boolean used = today.isOpen(now);
    boolean seen = today.isSeen(now);
    double gains = (seen ? build.people() * PERSON : 0) + (used ? build.lights() : 0);
    double cold = cooling ? capacity(moment.troubles()) : 0;
    double toWalls = build.toWalls() * (air - walls);
    double fromDoor = swing.share() * DOOR_EXCHANGE * (moment.ambient() - air);
    double fromKitchen = build.toKitchen() * (moment.ambient() - walls);
    double nextAir = air + dt * (gains + fromDoor - cold - toWalls) / build.airHeat();
    boolean runs = runs(moment, used, nextAir);
    return new PrepRoom(
        build,
        plan,
        today,
        nextAir,
        walls + dt * (toWalls + fromKitchen) / build.wallHeat(),
        vapour + dt * moistened(cold > 0),
        runs,
        cooling && !runs ? REST_SECONDS : Math.max(0, rest - dt),
        seen,
        swing.door(),
        Dice.around(random, 0, 0.05));
  }

  /** Pa/s that the kitchen brings and the coil takes. */
  private double moistened(boolean cold) {
    double dried = cold ? Math.max(0, vapour - COIL_VAPOUR) / DRYING : 0;
    return (KITCHEN_VAPOUR - vapour) / AIRING - dried;
  }

  private double capacity(Troubles troubles) {
    return build.capacity() * (1 - troubles.severity(RoomMishap.AIR_CONDITIONER_DEAD));
  }

  private boolean runs(Moment moment, boolean used, double celsius) {
    Troubles troubles = moment.troubles();
    boolean rests =
        rest > 0
            || troubles.freshly(
                RoomMishap.COMPRESSOR_RESTS,
                moment.now(),
                Math.round(300_000 * troubles.severity(RoomMishap.COMPRESSOR_RESTS)));
    double off =
        build.setPoint() - DIFFERENTIAL / 2 + TOO_WARM * troubles.severity(RoomMishap.SET_TOO_WARM);
    boolean wanted = celsius > off + DIFFERENTIAL || celsius > off && cooling;
    return used && wanted && !rests && moment.isPowered();
  }

  @Override
  public Map<Metric, Double> readings() {
    return new Shown()
        .with(Metric.TEMPERATURE, air + noise, 1)
        .with(Metric.HUMIDITY, Steam.relative(vapour, air), 0)
        .with(Metric.OCCUPIED, occupied)
        .with(Metric.DOOR_OPEN, door.isOpen())
        .values();
  }

  @Override
  public double watts() {
    return cooling ? FAN_WATTS + build.capacity() / EFFICIENCY : 0;
  }
}
