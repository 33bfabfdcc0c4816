package wuchang.simulators.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.kitchen.Mealtimes;
import wuchang.simulators.mishap.FoodMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Troubles;

/**
 * A core probe that is stuck into each batch of cooked food that is cooled: its reading leaps from
 * the kitchen's air to the food's heat, which is how a batch begins, follows the core down, and
 * goes back to the air's when the food is put away. A batch is cooked some hours before each meal;
 * one that will be spoilt begins with its mishap, whatever was cooled until then.
 *
 * @param begun the time, in epoch milliseconds, of the last batch; what is before it is past
 * @param seconds since the probe was put in
 * @param core °C
 * @param surface °C
 * @param probe °C
 */
record CoolingProbe(
    CoolBuild build,
    Mealtimes times,
    Mealtimes.Day day,
    long habit,
    long begun,
    boolean cooling,
    double seconds,
    double core,
    double surface,
    double probe,
    double noise)
    implements Machine {
  private static final List<MishapKind> SPOILT_BATCHES =
      List.of(FoodMishap.CHILLER_WARM, FoodMishap.BATCH_TOO_DEEP, FoodMishap.BATCH_FORGOTTEN);

  private static final double PROBE_LAG = 12;

  /** Food on a counter, in still air, s. */
  private static final double COUNTER_LAG = 3 * 3_600;

  /** What is not cold by then is put away as it is, s. */
  private static final double GIVEN_UP = 8 * 3_600;

  /** A batch that nobody began in time is not cooked, ms. */
  private static final long TOO_LATE = 3_600_000;

  private static final double HOUR = 3_600_000;
  private static final double DEEP = 4;
  private static final double OTHER_PAN = 6;
  private static final long MOVED = 10 * 60_000L;

  static CoolingProbe hanging(CoolBuild build, Mealtimes times, long habit) {
    return new CoolingProbe(
        build, times, Mealtimes.Day.NONE, habit, Long.MIN_VALUE, false, 0, 26, 26, 26, 0);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    long now = moment.now().toEpochMilli();
    Mealtimes.Day today = day.isOver(now) ? times.on(moment.now()) : day;
    long since = begun == Long.MIN_VALUE ? moment.before().toEpochMilli() : begun;
    long wanted = wanted(moment.troubles(), today, since, now);
    if (wanted > since) {
      return Turn.silent(
          with(today, wanted, true, 0, build.cooked(), build.cooked() - 3, probe, random));
    }
    return Turn.silent(
        cooling ? cooled(moment, today, since, random) : hung(moment, today, since, random));
  }

  private long wanted(Troubles troubles, Mealtimes.Day today, long since, long now) {
    long wanted = since;
    for (Mealtimes.Served meal : cooling ? List.<Mealtimes.Served>of() : today.meals()) {
      long start = start(meal);
      wanted = start > wanted && start <= now && now - start < TOO_LATE ? start : wanted;
    }
    for (MishapKind kind : troubles.active().isEmpty() ? List.<MishapKind>of() : SPOILT_BATCHES) {
      Optional<Mishap> mishap = troubles.find(kind);
      wanted = mishap.isPresent() ? Math.max(wanted, mishap.get().onset().toEpochMilli()) : wanted;
    }
    return wanted;
  }

  private long start(Mealtimes.Served meal) {
    SplittableRandom random = new SplittableRandom(habit ^ meal.service());
    return meal.service() - Math.round(Dice.between(random, 2.6, 3.4) * HOUR);
  }

  private CoolingProbe cooled(
      Moment moment, Mealtimes.Day today, long since, RandomGenerator random) {
    double dt = moment.seconds();
    Troubles troubles = moment.troubles();
    boolean forgotten = troubles.has(FoodMishap.BATCH_FORGOTTEN);
    boolean counter = forgotten || seconds < build.counter();
    double slower = 1 + DEEP * troubles.severity(FoodMishap.BATCH_TOO_DEEP);
    double warm = troubles.severity(FoodMishap.CHILLER_WARM);
    double around =
        counter ? moment.ambient() : build.around() + warm * (moment.ambient() - build.around());
    double lag = slower * (counter ? COUNTER_LAG : build.surfaceLag());
    double coreLag = slower * build.coreLag();
    double nextSurface =
        surface + dt * ((around - surface) / lag + (core - surface) / (2 * coreLag));
    double nextCore = core + dt * (surface - core) / coreLag;
    boolean done = nextCore < build.done() || seconds > GIVEN_UP;
    boolean moved = troubles.freshly(FoodMishap.PROBE_MOVED, moment.now(), MOVED);
    double seen = nextCore + (moved ? OTHER_PAN : 0);
    double nextProbe = probe + (seen - probe) * dt / (dt + PROBE_LAG);
    return with(today, since, !done, seconds + dt, nextCore, nextSurface, nextProbe, random);
  }

  private CoolingProbe hung(
      Moment moment, Mealtimes.Day today, long since, RandomGenerator random) {
    double dt = moment.seconds();
    double air = probe + (moment.ambient() - probe) * dt / (dt + 10 * PROBE_LAG);
    return with(today, since, false, seconds + dt, core, surface, air, random);
  }

  private CoolingProbe with(
      Mealtimes.Day today,
      long since,
      boolean on,
      double lasting,
      double nextCore,
      double nextSurface,
      double nextProbe,
      RandomGenerator random) {
    double hum = Dice.around(random, 0, 0.05);
    return new CoolingProbe(
        build, times, today, habit, since, on, lasting, nextCore, nextSurface, nextProbe, hum);
  }

  @Override
  public Map<Metric, Double> readings() {
    return new Shown().with(Metric.TEMPERATURE, probe + noise, 1).values();
  }
}
