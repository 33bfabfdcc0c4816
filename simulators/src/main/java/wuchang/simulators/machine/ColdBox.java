package wuchang.simulators.machine;

import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;

/**
 * A cold cabinet without its machinery: walls, air, goods, probe. All from physics: an upright
 * cabinet of 500–700 L has 4–5 m² of wall with 60 mm (freezer 75 mm) of polyurethane, k = 0.022
 * W/(m K), and about 5 m of gasket with 0.1 W/(m K): together 1.7–2.6 W/K. Its air counts with the
 * 20–40 kg of steel that follow it within minutes. Goods: 60–110 kg, 3.5 kJ/(kg K) chilled, 1.9
 * frozen, with 2–3 m² at 6–8 W/(m² K) in moving air and a third of that in still air. An open door
 * of 1 m² exchanges 40–80 L/s with the kitchen: 50–95 W/K.
 *
 * @param wallLoss W/K through walls and gasket
 * @param airHeat J/K of the air and what follows it
 * @param goodsHeat J/K of the goods
 * @param goodsExchange W/K between goods and moving air
 * @param doorExchange W/K through the open door
 * @param cubicMetres of air
 * @param probeLag seconds that the probe in its sleeve lags behind the air
 * @param frozen whether the goods are: they thaw between −5 and −1 °C, which takes 230 kJ/kg
 */
record ColdBox(
    double wallLoss,
    double airHeat,
    double goodsHeat,
    double goodsExchange,
    double doorExchange,
    double cubicMetres,
    double probeLag,
    boolean frozen) {
  private static final double CHILLED = 3_500;
  private static final double FROZEN = 1_900;

  /** Thawing spread over its 4 K, as a multiple of the frozen goods' heat capacity. */
  private static final double THAWING = 1 + 230_000 / (4 * FROZEN);

  private static final double STILL_AIR = 0.35;

  static ColdBox fridge(RandomGenerator random) {
    double kilograms = Dice.between(random, 60, 110);
    return new ColdBox(
        Dice.around(random, 2.2, 0.2),
        Dice.around(random, 15_000, 2_000),
        kilograms * CHILLED,
        Dice.around(random, 17, 2),
        Dice.around(random, 70, 10),
        Dice.between(random, 0.45, 0.65),
        Dice.around(random, 75, 15),
        false);
  }

  static ColdBox freezer(RandomGenerator random) {
    double kilograms = Dice.between(random, 80, 150);
    return new ColdBox(
        Dice.around(random, 1.8, 0.15),
        Dice.around(random, 20_000, 2_000),
        kilograms * FROZEN,
        Dice.around(random, 17, 2),
        Dice.around(random, 75, 10),
        Dice.between(random, 0.45, 0.65),
        Dice.around(random, 180, 25),
        true);
  }

  /** A small cabinet: a third of the walls' loss, 15–25 kg of boxed samples. */
  static ColdBox sampleFridge(RandomGenerator random) {
    double kilograms = Dice.between(random, 15, 25);
    return new ColdBox(
        Dice.around(random, 1.1, 0.1),
        Dice.around(random, 7_000, 800),
        kilograms * CHILLED,
        Dice.around(random, 6, 0.7),
        Dice.around(random, 30, 4),
        0.18,
        Dice.around(random, 75, 15),
        false);
  }

  /**
   * A walk-in room for such goods: 2.5 m square and 2.4 m high, with panels of 80 mm 11 W/K, a door
   * with a strip curtain, racks instead of shelves.
   */
  ColdBox asRoom() {
    return new ColdBox(
        5 * wallLoss,
        4 * airHeat,
        5 * goodsHeat,
        5 * goodsExchange,
        2.5 * doorExchange,
        25 * cubicMetres,
        probeLag,
        frozen);
  }

  /** W/K between goods and air, of which the fan moves a share. */
  double goodsExchange(double moving) {
    return goodsExchange * (STILL_AIR + (1 - STILL_AIR) * moving);
  }

  /** Seconds in which the goods would moisten the air; frozen ones are wrapped. */
  double goodsMoisture() {
    return frozen ? 15_000 : 4_000;
  }

  /** J/K of the goods at that temperature. */
  double goodsHeat(double celsius) {
    boolean thawing = frozen && celsius > -5 && celsius < -1;
    return thawing ? goodsHeat * THAWING : goodsHeat;
  }
}
