package wuchang.simulators.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.RoomMishap;
import wuchang.simulators.mishap.Troubles;

/**
 * Ultraviolet tubes in a room for cold dishes, with a motion detector beside them. They burn before
 * meals by the room's plan, when nobody is inside. Data sheets: two to four tubes of 30 W (1.5 W a
 * cubic metre), ballasts 8 % more; mercury needs two minutes to its full power.
 *
 * @param rated W of all tubes
 * @param burning how long it has been on, s
 * @param share of the tubes' power that is left
 */
record UvLamp(
    double rated,
    RoomPlan plan,
    RoomPlan.Day day,
    boolean on,
    boolean occupied,
    double burning,
    double share)
    implements Machine {
  private static final double TUBE = 30;
  private static final double BALLAST = 1.08;
  private static final double COLD_TUBE = 0.8;
  private static final double WARM_UP = 60;

  /** Who interrupts it comes every quarter of an hour and stays for three minutes, ms. */
  private static final long COMES_EVERY = 15 * 60_000L;

  private static final long STAYS = 3 * 60_000L;

  static UvLamp dark(Optional<Double> watts, RoomPlan plan, RandomGenerator random) {
    double rated =
        watts.orElseGet(() -> TUBE * random.nextInt(2, 5) * Dice.between(random, 0.97, 1.03));
    return new UvLamp(rated, plan, RoomPlan.Day.NONE, false, false, 0, 1);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    long now = moment.now().toEpochMilli();
    RoomPlan.Day today = now < day.until() ? day : plan.on(moment.now());
    Troubles troubles = moment.troubles();
    boolean comes = intrudes(troubles, today, now);
    boolean over = troubles.has(RoomMishap.UV_ON_PEOPLE);
    boolean seen = over || comes || today.isSeen(now);
    boolean burns = moment.isPowered() && (over || !seen && isWanted(troubles, today, now));
    UvLamp after =
        new UvLamp(
            rated,
            plan,
            today,
            burns,
            seen,
            burns ? burning + moment.seconds() : 0,
            1 - troubles.severity(RoomMishap.UV_TUBES_DEAD));
    boolean same = burns == on && seen == occupied;
    return same
        ? Turn.silent(after)
        : new Turn(after, List.of(new Saying.Values(moment.now(), after.readings())));
  }

  private static boolean isWanted(Troubles troubles, RoomPlan.Day today, long now) {
    return today.isLampTime(now) && !troubles.has(RoomMishap.UV_SKIPPED)
        || troubles.has(RoomMishap.UV_OUT_OF_TURN);
  }

  private static boolean intrudes(Troubles troubles, RoomPlan.Day today, long now) {
    return troubles.has(RoomMishap.UV_INTERRUPTED)
        && today.isLampTime(now)
        && Math.floorMod(now, COMES_EVERY) < STAYS;
  }

  @Override
  public Map<Metric, Double> readings() {
    return new Shown()
        .with(Metric.UV_ON, on)
        .with(Metric.OCCUPIED, occupied)
        .with(Metric.POWER, watts(), 1)
        .values();
  }

  @Override
  public double watts() {
    double warm = COLD_TUBE + (1 - COLD_TUBE) * Math.min(1, burning / WARM_UP);
    return on ? rated * BALLAST * warm * share : 0;
  }
}
