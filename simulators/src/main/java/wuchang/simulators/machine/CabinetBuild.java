package wuchang.simulators.machine;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;

/**
 * An infrared disinfection cabinet. Data sheets of 300–400 L canteen cabinets: 2.4–3.6 kW, 120–130
 * °C held for 15–20 minutes, reached in 20–35 minutes with a full load of 25–35 kg of ceramics and
 * steel; a bimetal limiter at some 190 °C. Walls with 40 mm of mineral wool and the door's gap lose
 * 5–7 W/K.
 *
 * @param watts of the heaters
 * @param airHeat J/K of heaters, lining and air
 * @param dishesHeat J/K of a full load
 * @param exchange W/K between the two, mostly radiation
 * @param wallLoss W/K
 * @param setPoint °C of the thermostat
 * @param limit °C of the limiter
 * @param hold how long the timer holds the heat once it is reached
 * @param starts the times of day at which somebody comes to switch it on
 */
record CabinetBuild(
    double watts,
    double airHeat,
    double dishesHeat,
    double exchange,
    double wallLoss,
    double setPoint,
    double limit,
    Duration hold,
    List<LocalTime> starts) {
  CabinetBuild {
    starts = List.copyOf(starts);
  }

  static CabinetBuild of(double watts, List<LocalTime> starts, RandomGenerator random) {
    return new CabinetBuild(
        watts,
        Dice.around(random, 10_000, 1_000),
        Dice.between(random, 20_000, 28_000),
        Dice.around(random, 40, 4),
        Dice.around(random, 6, 0.5),
        Dice.around(random, 126, 1.2),
        Dice.around(random, 192, 4),
        Duration.ofSeconds(Math.round(Dice.between(random, 900, 1_200))),
        starts);
  }
}
