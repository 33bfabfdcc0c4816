package wuchang.simulators.machine;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;

/** The cold cabinets there are, each unit with constants of its own. */
final class ColdUnits {
  private ColdUnits() {}

  /**
   * A fridge.
   *
   * @param asked the set-point on its nameplate; without, about 3.4 °C
   * @param declared when it defrosts; empty: as its controller likes
   */
  static ColdCabinet fridge(
      Optional<Double> asked, List<LocalTime> declared, RandomGenerator random) {
    return fridge(asked, declared, random, false);
  }

  /** A walk-in room. */
  static ColdCabinet room(
      Optional<Double> asked, List<LocalTime> declared, RandomGenerator random) {
    return fridge(asked, declared, random, true);
  }

  /** A freezer; without a set-point, about −18.5 °C. */
  static ColdCabinet freezer(
      Optional<Double> asked, List<LocalTime> declared, RandomGenerator random) {
    double setPoint = asked.orElseGet(() -> Dice.around(random, -18.5, 0.6));
    ColdPlant plant = ColdPlant.freezer(setPoint, declared, random);
    ColdBox box = ColdBox.freezer(random);
    return ColdCabinet.running(box, plant, ColdHabits.freezer(random), true, random);
  }

  /** A sample fridge, whose sensor shows temperature and door only. */
  static ColdCabinet sampleFridge(Optional<Double> asked, RandomGenerator random) {
    double setPoint = asked.orElseGet(() -> Dice.around(random, 3.4, 0.35));
    ColdPlant plant = ColdPlant.sampleFridge(setPoint, random);
    ColdBox box = ColdBox.sampleFridge(random);
    return ColdCabinet.running(box, plant, ColdHabits.sampleFridge(random), false, random);
  }

  private static ColdCabinet fridge(
      Optional<Double> asked, List<LocalTime> declared, RandomGenerator random, boolean room) {
    double setPoint = asked.orElseGet(() -> Dice.around(random, 3.4, 0.35));
    ColdPlant plant = ColdPlant.fridge(setPoint, declared, random);
    ColdBox box = ColdBox.fridge(random);
    return ColdCabinet.running(
        room ? box.asRoom() : box,
        room ? plant.forRoom() : plant,
        ColdHabits.fridge(random),
        true,
        random);
  }
}
