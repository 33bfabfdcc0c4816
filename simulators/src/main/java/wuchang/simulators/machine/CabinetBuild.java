package wuchang.simulators.machine;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.site.Traits.Disinfection;
import wuchang.simulators.kitchen.Dice;

/**
 * A disinfection cabinet. Data sheets of 300–400 L canteen cabinets with a full load of 25–35 kg of
 * ceramics and steel: infrared 2.4–3.6 kW, 120–130 °C held for 15–20 minutes, reached in 20–35
 * minutes, a bimetal limiter at some 190 °C; steam 3–4.5 kW into 3 L of water; boiling tanks 6–9 kW
 * into 40 L; hot-water tanks the same, by a thermostat at 85–90 °C; ozone 150–250 W for 30–60
 * minutes; ultraviolet tubes 60–120 W for 30–60 minutes; soaking in chlorine 15–30 minutes with a
 * dosing pump of some watts. Walls with 40 mm of mineral wool and the door's gap lose 5–7 W/K.
 *
 * <p>Water boils at 100 °C at the sea, ±0.5 K by the weather; 20–30 cm of water above a tank's
 * probe add 0.5–0.8 K (2–3 kPa), the pressure that a gasket holds against 3–5 kPa of steam 0.9–1.3
 * K.
 *
 * @param watts of the heaters
 * @param airHeat J/K of heaters, lining, and air or water
 * @param dishesHeat J/K of a full load
 * @param exchange W/K between the two: radiation, or condensing steam, or water
 * @param radiated of the heaters' power, what goes into the dishes at once
 * @param wallLoss W/K
 * @param setPoint °C of the thermostat
 * @param limit °C of the limiter
 * @param boils °C that it cannot pass while there is water in it
 * @param hold how long the timer holds the heat once it is reached
 * @param timed whether it does not disinfect by heat
 */
record CabinetBuild(
    double watts,
    double airHeat,
    double dishesHeat,
    double exchange,
    double radiated,
    double wallLoss,
    double setPoint,
    double limit,
    double boils,
    Duration hold,
    boolean timed) {
  private static final double DRY = Double.POSITIVE_INFINITY;
  private static final double COLD = 26;

  /** What a cabinet of that method and rating is like; without a rating it draws one. */
  static CabinetBuild of(Disinfection method, Optional<Double> rated, RandomGenerator random) {
    return switch (method) {
      case INFRARED -> infrared(rated.orElseGet(() -> Dice.between(random, 2_400, 3_600)), random);
      case STEAM -> steam(rated.orElseGet(() -> Dice.between(random, 3_000, 4_500)), random);
      case BOILING ->
          tank(rated.orElseGet(() -> Dice.between(random, 6_000, 9_000)), Double.NaN, random);
      case HOT_WATER ->
          tank(
              rated.orElseGet(() -> Dice.between(random, 6_000, 9_000)),
              Dice.between(random, 87, 91),
              random);
      case CHEMICAL -> timed(rated.orElseGet(() -> Dice.between(random, 20, 60)), 15, 30, random);
      case OZONE -> timed(rated.orElseGet(() -> Dice.between(random, 150, 250)), 30, 60, random);
      case UV -> timed(rated.orElseGet(() -> Dice.between(random, 60, 120)), 30, 60, random);
    };
  }

  private static CabinetBuild infrared(double watts, RandomGenerator random) {
    return new CabinetBuild(
        watts,
        Dice.around(random, 10_000, 1_000),
        Dice.between(random, 20_000, 28_000),
        Dice.around(random, 40, 4),
        0.45,
        Dice.around(random, 6, 0.5),
        Dice.around(random, 126, 1.2),
        Dice.around(random, 192, 4),
        DRY,
        minutes(random, 15, 20),
        false);
  }

  private static CabinetBuild steam(double watts, RandomGenerator random) {
    double boils = 100 + Dice.between(random, 0.9, 1.3) + Dice.around(random, 0, 0.2);
    return new CabinetBuild(
        watts,
        Dice.around(random, 22_000, 2_000),
        Dice.between(random, 20_000, 28_000),
        Dice.around(random, 150, 15),
        0,
        Dice.around(random, 6, 0.5),
        boils - 0.3,
        Dice.around(random, 150, 4),
        boils,
        minutes(random, 15, 20),
        false);
  }

  /** A tank; without a thermostat's setting it boils. */
  private static CabinetBuild tank(double watts, double setting, RandomGenerator random) {
    double boils = 100 + Dice.between(random, 0.5, 0.8) + Dice.around(random, 0, 0.2);
    return new CabinetBuild(
        watts,
        Dice.around(random, 168_000, 15_000),
        Dice.between(random, 20_000, 28_000),
        Dice.around(random, 300, 30),
        0,
        Dice.around(random, 9, 1),
        Double.isNaN(setting) ? boils - 0.3 : setting,
        Dice.around(random, 150, 4),
        boils,
        minutes(random, 15, 20),
        false);
  }

  private static CabinetBuild timed(
      double watts, double shortest, double longest, RandomGenerator random) {
    return new CabinetBuild(
        watts,
        Dice.around(random, 10_000, 1_000),
        Dice.between(random, 20_000, 28_000),
        Dice.around(random, 40, 4),
        0,
        Dice.around(random, 20, 2),
        COLD,
        DRY,
        DRY,
        minutes(random, shortest, longest),
        true);
  }

  private static Duration minutes(RandomGenerator random, double least, double most) {
    return Duration.ofSeconds(Math.round(60 * Dice.between(random, least, most)));
  }

  /** Whether it is water that carries the heat. */
  boolean isWet() {
    return boils < DRY;
  }

  /** How long a whole round with a full load takes it, as its user knows. */
  Duration usual() {
    double heatUp =
        timed ? 0 : 1.15 * (airHeat + dishesHeat) * (setPoint - COLD) / (watts * (1 - LOST));
    return hold.plusSeconds(Math.round(heatUp));
  }

  /** Of the heaters' power, what the walls take on the way up. */
  private static final double LOST = 0.1;
}
