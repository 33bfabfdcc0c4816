package wuchang.simulators.machine;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.kitchen.Mealtimes;
import wuchang.simulators.mishap.FoodMishap;
import wuchang.simulators.mishap.Troubles;

/**
 * A bain-marie: filled with water and switched on before a meal, pans come shortly before the
 * service and are changed when they are nearly empty; then it is switched off, and drained if the
 * next meal is not soon. The probe is in the food, or in the bath while there is none.
 *
 * @param bath °C of the water
 * @param food °C where the probe is in it
 * @param fill the share of the pans that is full; 0 without pans
 * @param drained whether there is no water
 * @param probe °C
 */
record HotHolding(
    HotBuild build,
    Mealtimes times,
    Mealtimes.Day day,
    double bath,
    double food,
    double fill,
    boolean drained,
    boolean heating,
    double drawn,
    double probe,
    double noise)
    implements Machine {
  private static final double TAP_WATER = 18;
  private static final double DIFFERENTIAL = 3;

  /** Pans come so long before the service, and the last ones so long before its end; ms. */
  private static final long PANS_EARLY = 15 * 60_000L;

  private static final long LAST_PANS = 25 * 60_000L;

  /** The bath is drained so long after the service; ms. */
  private static final long DRAINED_AFTER = 20 * 60_000L;

  /** The water is kept for a meal for which it is wanted so soon; ms. */
  private static final long KEPT_FOR = 60 * 60_000L;

  /** A pan is changed when so much is left. */
  private static final double NEARLY_EMPTY = 0.35;

  private static final double STALE = 0.1;

  /** Lids keep all but a third of the heat; in service they are off a third of the time. */
  private static final double UNDER_LIDS = 0.33;

  private static final double SERVING_OPEN = 0.35;
  private static final double PROBE_LAG = 45;

  /** Lukewarm food, at its worst, comes so much cooler. */
  private static final double LUKEWARM = 47;

  private static final double TOO_HOT_FOR_IT = 65;

  /** The probe is put back soon, ms. */
  private static final long IN_THE_AIR = 8 * 60_000L;

  static HotHolding off(HotBuild build, Mealtimes times) {
    return new HotHolding(build, times, Mealtimes.Day.NONE, 26, 26, 0, true, false, 0, 26, 0);
  }

  /** What its people do with it now. */
  private record Use(boolean on, boolean pans, boolean refills) {
    static final Use NONE = new Use(false, false, false);
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    long now = moment.now().toEpochMilli();
    Mealtimes.Day today = day.isOver(now) ? times.on(moment.now()) : day;
    Troubles troubles = moment.troubles();
    boolean left = troubles.has(FoodMishap.FOOD_LEFT_STANDING);
    Optional<Mealtimes.Served> meal = today.next(now - DRAINED_AFTER);
    Use use = left ? Use.NONE : meal.map(m -> use(m, now)).orElse(Use.NONE);
    boolean drains = !left && !use.on() && meal.map(m -> isFarOff(m, now)).orElse(true);
    HotHolding filled = filled(use, left, drains, troubles);
    return Turn.silent(filled.warmed(moment, today, use, random));
  }

  private Use use(Mealtimes.Served meal, long now) {
    boolean on = now >= switchedOn(meal) && now < meal.over();
    return new Use(on, on && now >= meal.service() - PANS_EARLY, now < meal.over() - LAST_PANS);
  }

  private long switchedOn(Mealtimes.Served meal) {
    return meal.service() - PANS_EARLY - Math.round(build.heatUpSeconds() * 1_000);
  }

  /** Nobody drains hot water that is wanted again soon. */
  private boolean isFarOff(Mealtimes.Served meal, long now) {
    return switchedOn(meal) - now > KEPT_FOR;
  }

  /** Water and pans as people have put them. */
  private HotHolding filled(Use use, boolean left, boolean drains, Troubles troubles) {
    boolean fresh = use.on() && drained;
    double water = fresh ? TAP_WATER : bath;
    double lukewarm = troubles.severity(FoodMishap.LUKEWARM_FOOD);
    double comes = build.served() - LUKEWARM * lukewarm;
    if (!use.pans() && !left) {
      return with(water, food, 0, !use.on() && (drained || drains));
    }
    // Who serves lukewarm food has changed the pans at once; who leaves food has full pans.
    boolean first = fill == 0 || food > TOO_HOT_FOR_IT && comes < TOO_HOT_FOR_IT;
    if (first) {
      return with(water, left ? Math.max(70, Math.min(bath, 78)) : comes, 1, false);
    }
    return use.refills() && fill < NEARLY_EMPTY
        ? with(water, comes + STALE * (food - comes), 1, false)
        : with(water, food, fill, false);
  }

  private HotHolding with(double water, double foodNow, double fillNow, boolean dry) {
    return new HotHolding(
        build, times, day, water, foodNow, fillNow, dry, heating, drawn, probe, noise);
  }

  private HotHolding warmed(Moment moment, Mealtimes.Day today, Use use, RandomGenerator random) {
    double dt = moment.seconds();
    boolean pans = fill > 0;
    double toFood = pans ? build.exchange() * (bath - food) : 0;
    double heat = drained ? build.steel() : build.waterHeat();
    double lost = build.wallLoss() * (bath - moment.ambient());
    double nextBath = Math.min(100, bath + dt * (drawn - toFood - lost) / heat);
    double nextFood = pans ? food + dt * foodWarms(moment, use, toFood) : nextBath;
    boolean heats = use.on() && moment.isPowered() && heats(nextBath);
    double seen = inTheAir(moment) ? (nextFood + moment.ambient()) / 2 : nextFood;
    return new HotHolding(
        build,
        times,
        today,
        nextBath,
        nextFood,
        pans ? Math.max(0.05, fill - (use.pans() ? dt / build.panSeconds() : 0)) : 0,
        drained,
        heats,
        heats ? burning(moment) : 0,
        probe + (seen - probe) * dt / (dt + PROBE_LAG),
        Dice.around(random, 0, 0.12));
  }

  /** K/s that the food gets warmer by what comes from the bath. */
  private double foodWarms(Moment moment, Use use, double toFood) {
    double loss = build.openLoss() * uncovered(moment, use) * (food - moment.ambient());
    return (toFood - loss) / (build.foodHeat() * Math.max(fill, 0.2));
  }

  /** The share of the food's loss that lids do not keep. */
  private static double uncovered(Moment moment, Use use) {
    double off = use.pans() ? SERVING_OPEN : 0;
    off = Math.max(off, moment.troubles().severity(FoodMishap.LIDS_OFF));
    off = Math.max(off, moment.troubles().severity(FoodMishap.FOOD_LEFT_STANDING));
    return UNDER_LIDS + (1 - UNDER_LIDS) * off;
  }

  private static boolean inTheAir(Moment moment) {
    return moment.troubles().freshly(FoodMishap.PROBE_IN_THE_AIR, moment.now(), IN_THE_AIR);
  }

  private double burning(Moment moment) {
    return build.watts() * (1 - moment.troubles().severity(FoodMishap.BATH_COLD));
  }

  private boolean heats(double celsius) {
    double off = build.setPoint() + DIFFERENTIAL / 2;
    return celsius < off - DIFFERENTIAL || celsius < off && heating;
  }

  @Override
  public Map<Metric, Double> readings() {
    return new Shown()
        .with(Metric.TEMPERATURE, probe + noise, 1)
        .with(Metric.POWER, drawn, 0)
        .values();
  }

  @Override
  public double watts() {
    return drawn;
  }
}
