package wuchang.simulators.machine;

import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.ByBustle;
import wuchang.simulators.kitchen.Dice;

/**
 * How people use a cold cabinet. A canteen fridge is opened 60–200 times on a service day, a
 * freezer a third as often, a sample fridge when samples are put in after a meal. Loading: a helper
 * stacks 3–9 trays in 8–12 s each with the door open; chilled goods come in at 12–30 °C and frozen
 * ones at −14 to −4 °C, and are 2–7 % of what is inside.
 *
 * @param openings an hour
 * @param loadsPerHour while preparing
 * @param coldestLoad °C
 * @param warmestLoad °C
 */
record ColdHabits(ByBustle openings, double loadsPerHour, double coldestLoad, double warmestLoad) {

  static ColdHabits fridge(RandomGenerator random) {
    return of(random, new ByBustle(0.05, 2.5, 14, 11, 5), 0.5, 12, 30);
  }

  static ColdHabits freezer(RandomGenerator random) {
    return of(random, new ByBustle(0.02, 0.8, 5, 3, 1.5), 0.25, -14, -4);
  }

  static ColdHabits sampleFridge(RandomGenerator random) {
    return of(random, new ByBustle(0, 0.2, 0.3, 2, 1), 0.15, 20, 35);
  }

  double openings(Bustle bustle) {
    return openings.at(bustle);
  }

  double loads(Bustle bustle) {
    return bustle == Bustle.PREPARING ? loadsPerHour : 0;
  }

  /** A load that is put in. */
  record Load(double celsius, double share, double seconds) {}

  Load load(RandomGenerator random) {
    int trays = random.nextInt(3, 10);
    return new Load(
        Dice.between(random, coldestLoad, warmestLoad),
        Dice.between(random, 0.02, 0.07),
        trays * Dice.between(random, 8, 12));
  }

  private static ColdHabits of(
      RandomGenerator random, ByBustle usual, double loads, double coldest, double warmest) {
    double busy = Dice.longTailed(random, 1, 0.25);
    return new ColdHabits(usual.times(busy), loads, coldest, warmest);
  }
}
