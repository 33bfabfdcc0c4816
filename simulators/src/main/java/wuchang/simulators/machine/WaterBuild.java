package wuchang.simulators.machine;

import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Crowd;
import wuchang.simulators.kitchen.Dice;

/**
 * A water meter and the pipe it sits in. Planners choose the meter for the pipe: what the nameplate
 * bears ({@code max-flow}) is about what the supply can press through all open taps, and an open
 * pipe end passes more than the meter bears. Without a nameplate: DN 25, 6.3 m³/h.
 *
 * @param pipe what the supply gives at most through fittings, m³/h
 * @param openPipe what flows out of the burst pipe, m³/h
 * @param resolution litres of one pulse
 * @param modulus m³ at which the counter begins anew
 * @param crowd how many come on which day
 * @param thirst how much more or less this kitchen uses than others
 */
record WaterBuild(
    double pipe,
    double openPipe,
    double resolution,
    double modulus,
    double diners,
    Crowd crowd,
    double thirst) {
  static final double USUAL_METER = 6.3;
  static final double USUAL_RESOLUTION = 10;
  static final double USUAL_MODULUS = 99_999.999;

  static WaterBuild of(
      double maxFlow,
      double resolution,
      double modulus,
      double diners,
      Crowd crowd,
      RandomGenerator random) {
    return new WaterBuild(
        maxFlow * Dice.between(random, 0.75, 0.9),
        maxFlow * Dice.between(random, 1.25, 1.6),
        resolution,
        modulus,
        diners,
        crowd,
        Dice.longTailed(random, 1, 0.12));
  }
}
