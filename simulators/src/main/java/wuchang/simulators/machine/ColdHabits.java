package wuchang.simulators.machine;

import java.time.LocalTime;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.ByBustle;
import wuchang.simulators.kitchen.Dice;

/**
 * How people use a cold cabinet. A canteen fridge is opened 60–200 times on a service day, a
 * freezer a third as often, a sample fridge when samples are put in after a meal. Loading: a helper
 * stacks 3–9 trays in 8–12 s each with the door open; chilled goods come in at 12–30 °C and frozen
 * ones at −14 to −4 °C, and are 2–7 % of what is inside. A supplier comes at his time on each day
 * that somebody is there; the other loads are what is cooked or cut in the house.
 *
 * @param openings an hour, without the flurries
 * @param delivery the supplier's time
 * @param loadsPerHour while preparing, beside
 * @param coldestLoad °C
 * @param warmestLoad °C
 */
record ColdHabits(
    ByBustle openings,
    Optional<LocalTime> delivery,
    double loadsPerHour,
    double coldestLoad,
    double warmestLoad) {
  /** Suppliers come between half past eight and eleven. */
  private static final int FIRST_DELIVERY = 8 * 3_600 + 1_800;

  private static final int LAST_DELIVERY = 11 * 3_600;

  static ColdHabits fridge(RandomGenerator random) {
    return of(random, new ByBustle(0.05, 2, 9.5, 6.5, 4.5), 0.35, 12, 30);
  }

  static ColdHabits freezer(RandomGenerator random) {
    return of(random, new ByBustle(0.02, 0.8, 4, 2.2, 1.5), 0.15, -14, -4);
  }

  static ColdHabits sampleFridge(RandomGenerator random) {
    return of(random, new ByBustle(0, 0.2, 0.3, 1.5, 1), 0.1, 20, 35);
  }

  double openings(Bustle bustle) {
    return openings.at(bustle);
  }

  /** Whether something is put in now. */
  boolean loads(Moment moment, RandomGenerator random) {
    if (moment.bustle() == Bustle.CLOSED) {
      return false;
    }
    boolean delivered = delivery.isPresent() && moment.passes(delivery.get());
    return delivered
        || moment.bustle() == Bustle.PREPARING
            && Dice.happens(random, loadsPerHour, moment.seconds());
  }

  /**
   * A load that is put in.
   *
   * @param share of all goods
   * @param seconds that the door is open for it
   */
  record Load(double celsius, double share, double seconds) {
    /** The stock for a feast, still warm: 40 °C, and up to a twelfth of all goods. */
    static Load warm(double severity) {
      return new Load(40, 0.08 * severity, 40 + 50 * severity);
    }
  }

  Load load(RandomGenerator random) {
    int trays = random.nextInt(3, 10);
    return new Load(
        Dice.between(random, coldestLoad, warmestLoad),
        Dice.between(random, 0.02, 0.07),
        trays * Dice.between(random, 8, 12));
  }

  private static ColdHabits of(
      RandomGenerator random, ByBustle usual, double loads, double coldest, double warmest) {
    double busy = Dice.longTailed(random, 1, 0.1);
    LocalTime delivery = LocalTime.ofSecondOfDay(random.nextInt(FIRST_DELIVERY, LAST_DELIVERY));
    return new ColdHabits(usual.times(busy), Optional.of(delivery), loads, coldest, warmest);
  }
}
