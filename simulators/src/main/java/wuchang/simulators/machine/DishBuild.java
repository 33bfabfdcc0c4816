package wuchang.simulators.machine;

import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.site.Traits.Disinfection;
import wuchang.simulators.kitchen.Dice;

/**
 * A hood-type dishwasher. Data sheets of canteen machines that disinfect by heat: wash tank 55–65
 * °C for 60–90 s, final rinse of 2.2–2.7 L from a boiler of 14–18 L at 89–92 °C over 56–66 s,
 * heaters of 10–13 kW for the boiler and 2.5–3 kW for the tank, 1.4–1.8 kW of pumps. Machines that
 * disinfect by chlorine rinse at 50–60 °C.
 *
 * <p>Whoever sets up a machine that has to keep 85 °C for 40 s lets it rinse longer by what the
 * dishes need to come to that, and by a margin.
 *
 * @param boilerWatts of the boiler's heaters
 * @param tankWatts of the tank's heaters
 * @param pumpWatts while it washes or rinses
 * @param boilerHeat J/K
 * @param tankHeat J/K
 * @param boilerSet °C
 * @param tankSet °C
 * @param washSeconds of one rack
 * @param rinseSeconds of one rack
 * @param rinseFlow W/K that fresh water takes out of the boiler while it rinses
 * @param racksPerHour while there is washing to do
 */
record DishBuild(
    double boilerWatts,
    double tankWatts,
    double pumpWatts,
    double boilerHeat,
    double tankHeat,
    double boilerSet,
    double tankSet,
    double washSeconds,
    double rinseSeconds,
    double rinseFlow,
    double racksPerHour) {
  private static final double WATER = 4_190;

  static DishBuild of(
      Optional<Double> rated, Optional<Disinfection> method, RandomGenerator random) {
    double watts = rated.orElseGet(() -> Dice.between(random, 14_000, 18_000));
    boolean chlorine = method.isPresent() && method.get() == Disinfection.CHEMICAL;
    double rinse = Dice.between(random, 56, 66);
    double litres = Dice.between(random, 2.2, 2.7);
    return new DishBuild(
        watts * 0.72,
        watts * 0.18,
        watts * 0.1,
        WATER * Dice.between(random, 14, 18),
        WATER * Dice.between(random, 30, 40),
        chlorine ? Dice.between(random, 52, 60) : Dice.between(random, 90, 92),
        Dice.between(random, 58, 64),
        Dice.between(random, 60, 90),
        rinse,
        WATER * litres / rinse,
        Dice.between(random, 16, 22));
  }
}
