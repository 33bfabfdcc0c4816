package wuchang.simulators.machine;

import java.util.List;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.ByBustle;
import wuchang.simulators.kitchen.Dice;

/**
 * Something that water is used for: pulses of a flow for a while. The tap's durations are those of
 * the real {@code water_tap_1s} (377 uses: median 10 s, nine of ten up to 43 s); the other flows
 * and times are those of usual fittings. Together a meal comes to about 13 L a diner; planners of
 * canteens reckon with 20–25 L at most (GB 50015, from general knowledge).
 *
 * @param litresPerMinute while it runs
 * @param seconds the median of how long it runs
 * @param perHour how often for 100 diners
 */
record EndUse(String name, double litresPerMinute, double seconds, double sigma, ByBustle perHour) {
  static final List<EndUse> KITCHEN =
      List.of(
          new EndUse("tap", 6, 10, 1.14, new ByBustle(0.12, 6, 18, 15, 15)),
          new EndUse("vegetables", 12, 130, 0.6, new ByBustle(0, 0.1, 7, 0.5, 0)),
          new EndUse("pots", 15, 65, 0.5, new ByBustle(0, 0.2, 3.8, 1, 0.6)),
          new EndUse("dishes", 12, 190, 0.5, new ByBustle(0, 0.1, 0.6, 3.8, 8)),
          new EndUse("hose", 20, 400, 0.4, new ByBustle(0, 0, 0, 0, 1)),
          new EndUse("toilet", 6, 60, 0.2, new ByBustle(0.04, 1, 1.5, 1.8, 1.2)));

  double perHour(Bustle bustle) {
    return perHour.at(bustle);
  }

  double drawSeconds(RandomGenerator random) {
    return Math.max(1, Dice.longTailed(random, seconds, sigma));
  }

  double drawFlow(RandomGenerator random) {
    return Dice.longTailed(random, litresPerMinute, 0.15);
  }
}
