package wuchang.simulators.machine;

import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;

/**
 * A room for cold dishes (专间) of 12–20 m² with a split air conditioner of 3.5–5 kW, as data sheets
 * have them for that size. Air and steel tables hold 150–250 kJ/K; tiled walls take heat at 60–90
 * W/K and hold some MJ/K; the kitchen next door comes through them at 40–55 W/K. A person at work
 * gives 130 W; lights and a refrigerated counter 350–550 W. An open door of 2 m² exchanges some 200
 * W/K.
 *
 * @param capacity W of cooling
 * @param setPoint °C
 * @param airHeat J/K
 * @param wallHeat J/K
 * @param toWalls W/K
 * @param toKitchen W/K
 * @param people how many work in it
 * @param lights W while it is used
 */
record RoomBuild(
    double capacity,
    double setPoint,
    double airHeat,
    double wallHeat,
    double toWalls,
    double toKitchen,
    int people,
    double lights) {
  static RoomBuild of(Optional<Double> asked, RandomGenerator random) {
    return new RoomBuild(
        Dice.between(random, 3_500, 5_000),
        asked.orElseGet(() -> Dice.between(random, 21, 22.8)),
        Dice.between(random, 150_000, 250_000),
        Dice.between(random, 3e6, 6e6),
        Dice.between(random, 60, 90),
        Dice.between(random, 40, 55),
        random.nextInt(1, 4),
        Dice.between(random, 350, 550));
  }
}
