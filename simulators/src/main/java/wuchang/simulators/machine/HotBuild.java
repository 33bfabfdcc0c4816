package wuchang.simulators.machine;

import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;

/**
 * A bain-marie. Data sheets of counters for four to six GN 1/1 pans: 2–4.5 kW into 25–40 L of
 * water, thermostat 30–95 °C, used at 84–90 °C. Pans of 65–100 mm hold 25–35 kg of food of 3.6
 * kJ/(kg K). Food takes the bath's heat slowly, by conduction through what is thick: 35–45 W/K for
 * all pans. Wells and water lose 8–12 W/K; a square metre of food at 75 °C loses 15–20 W/K to still
 * air, mostly by evaporation, and under lids a third of that.
 *
 * @param watts of the heaters
 * @param waterHeat J/K of the filled bath
 * @param foodHeat J/K of full pans
 * @param exchange W/K from bath to food
 * @param wallLoss W/K
 * @param openLoss W/K of food without lids
 * @param setPoint °C of the water
 * @param served °C of food that comes from the stove
 * @param panSeconds how long full pans last in service
 */
record HotBuild(
    double watts,
    double waterHeat,
    double foodHeat,
    double exchange,
    double wallLoss,
    double openLoss,
    double setPoint,
    double served,
    double panSeconds) {
  private static final double WATER = 4_190;
  private static final double FOOD = 3_600;
  private static final double STEEL = 10_000;

  static HotBuild of(Optional<Double> rated, Optional<Double> asked, RandomGenerator random) {
    return new HotBuild(
        rated.orElseGet(() -> Dice.between(random, 2_200, 4_500)),
        STEEL + WATER * Dice.between(random, 25, 40),
        FOOD * Dice.between(random, 25, 35),
        Dice.between(random, 35, 45),
        Dice.around(random, 10, 0.8),
        Dice.around(random, 17, 1),
        asked.map(HotBuild::knob).orElseGet(() -> Dice.between(random, 84, 90)),
        Dice.around(random, 82, 2),
        60 * Dice.between(random, 55, 80));
  }

  /** Who wants food at that temperature turns the bath's thermostat up by what the food loses. */
  private static double knob(double food) {
    return Math.min(95, food + 0.25 * (food - 28));
  }

  /** How long before the pans come it must be switched on, as its user knows, s. */
  double heatUpSeconds() {
    return 1.2 * waterHeat * (setPoint - 18) / watts;
  }

  /** J/K of the emptied wells. */
  double steel() {
    return STEEL;
  }
}
