package wuchang.simulators.machine;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.Troubles;

/**
 * People at a cold cabinet: openings, flurries of them while meals are served, loads.
 *
 * @param flurry whether orders pour in just now
 */
record ColdUse(ColdHabits habits, Door door, boolean flurry) {
  /** Flurries: two in an hour of service, six minutes each, four times as many openings. */
  private static final double FLURRIES_PER_HOUR = 2;

  private static final double ENDS_PER_HOUR = 10;
  private static final double FLURRY = 4;

  static ColdUse none(ColdHabits habits) {
    return new ColdUse(habits, Door.CLOSED, false);
  }

  /**
   * What they did in a step.
   *
   * @param open the part of the step that the door was open
   * @param load the share of the goods that was put in
   * @param celsius how warm that was
   */
  record Done(ColdUse use, double open, double load, double celsius, List<Saying> sayings) {}

  Done next(Moment moment, RandomGenerator random) {
    boolean pours = pours(moment, random);
    Optional<ColdHabits.Load> load = load(moment, random);
    double perHour = habits.openings(moment.bustle()) * (pours ? FLURRY : 1) * crowd(moment);
    Door.Swing swing =
        load.isPresent()
            ? door.openedFor(moment, load.get().seconds(), random)
            : door.next(moment, new Door.Hands(perHour, slowness(moment)), random);
    boolean same = pours == flurry && swing.door() == door;
    return new Done(
        same ? this : new ColdUse(habits, swing.door(), pours),
        swing.share(),
        load.isPresent() ? load.get().share() : 0,
        load.isPresent() ? load.get().celsius() : 0,
        swing.sayings());
  }

  private boolean pours(Moment moment, RandomGenerator random) {
    if (moment.bustle() != Bustle.SERVING) {
      return false;
    }
    double perHour = flurry ? ENDS_PER_HOUR : FLURRIES_PER_HOUR;
    return flurry != Dice.happens(random, perHour, moment.seconds());
  }

  private Optional<ColdHabits.Load> load(Moment moment, RandomGenerator random) {
    Optional<Mishap> warm = moment.troubles().find(ColdMishap.WARM_LOAD);
    if (warm.isPresent() && warm.get().onset().isAfter(moment.before())) {
      return Optional.of(ColdHabits.Load.warm(warm.get().severity()));
    }
    return habits.loads(moment, random) && !moment.troubles().has(ColdMishap.IDLE)
        ? Optional.of(habits.load(random))
        : Optional.empty();
  }

  /** How many more openings there are than usual. */
  private static double crowd(Moment moment) {
    Troubles troubles = moment.troubles();
    return troubles.has(ColdMishap.IDLE) ? 0 : 1 + 2 * troubles.severity(ColdMishap.LUNCH_RUSH);
  }

  /** How much longer than usual the door is held open. */
  private static double slowness(Moment moment) {
    return 1 + 4 * moment.troubles().severity(ColdMishap.LINGERING);
  }
}
