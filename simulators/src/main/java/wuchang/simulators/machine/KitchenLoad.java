package wuchang.simulators.machine;

import java.util.List;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.ByBustle;

/**
 * A group of appliances behind a meter. Planners choose the circuit for the load that is connected:
 * and leave a spare: here the shares add up to 85 % of it on each phase, and what is on at a time
 * is some 30–60 % of that (demand factors of commercial kitchens: 0.5–0.7). At night the water is
 * kept warm by a heater's small stage, which goes on and off every few minutes; who leaves last
 * switches the lights off, for lights that burn all night are a mishap.
 *
 * @param share of the circuit's rating, over all its phases
 * @param phase 1 to 3, or 0 for all three
 * @param powerFactor of resistive heat 1, of motors and induction less
 * @param minutes how long it is on, in the mean
 * @param onShare which part of the time it is on
 */
record KitchenLoad(
    String name, double share, int phase, double powerFactor, double minutes, ByBustle onShare) {
  static final List<KitchenLoad> KITCHEN =
      List.of(
          new KitchenLoad("steamers", 0.2, 0, 1, 25, new ByBustle(0, 0.02, 0.5, 0.35, 0)),
          new KitchenLoad("woks", 0.165, 0, 0.95, 8, new ByBustle(0, 0.02, 0.45, 0.4, 0)),
          new KitchenLoad("dishwasher", 0.115, 0, 0.98, 4, new ByBustle(0, 0.02, 0.05, 0.3, 0.6)),
          new KitchenLoad("hoods", 0.05, 0, 0.85, 60, new ByBustle(0, 0.3, 0.95, 0.95, 0.5)),
          new KitchenLoad("rice cookers", 0.1, 1, 1, 30, new ByBustle(0, 0, 0.5, 0.2, 0)),
          new KitchenLoad("ovens", 0.1, 2, 1, 20, new ByBustle(0, 0, 0.4, 0.3, 0)),
          new KitchenLoad("water heater", 0.07, 3, 1, 12, new ByBustle(0, 0.2, 0.4, 0.4, 0.5)),
          new KitchenLoad("its small stage", 0.012, 3, 1, 4, new ByBustle(0.45, 0, 0, 0, 0)),
          new KitchenLoad("standing", 0.02, 0, 0.8, 600, new ByBustle(1, 1, 1, 1, 1)),
          new KitchenLoad("lights", 0.03, 3, 0.95, 120, new ByBustle(0, 0.9, 1, 1, 0.98)));

  double onShare(Bustle bustle) {
    return onShare.at(bustle);
  }
}
