package wuchang.simulators.machine;

import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;

/**
 * Two alkaline cells in a wireless sensor. Data sheets: 2 200–2 800 mAh; 3.2 V when new, long near
 * 2.9 V, 2.5 V with a tenth left, empty at 2.0 V; 3 mV less a kelvin below 20 °C, and half a
 * percent less capacity. A Zigbee message costs 1–2 µAh, one of LoRa 8–20; sleeping 4–8 µA. The
 * sensor knows only its voltage and takes the charge from the curve at 20 °C: in the cold it shows
 * less.
 *
 * @param charge 1 is full
 * @param perSecond of its charge, at 20 °C
 * @param inside whether it hangs in the cold with its probe, °C; NaN where it hangs in the kitchen
 */
record Battery(double charge, double perSecond, double inside) {
  private static final double[] CHARGES = {0, 0.1, 0.25, 0.5, 0.8, 1};
  private static final double[] VOLTS = {2.0, 2.5, 2.75, 2.9, 3.0, 3.2};
  private static final double VOLTS_PER_KELVIN = 0.003;
  private static final double CAPACITY_PER_KELVIN = 0.005;
  private static final double MILD = 20;

  /** One that has been in use for a while, of a sensor that speaks so often. */
  static Battery used(double intervalSeconds, boolean lora, double inside, RandomGenerator random) {
    double milliampHours = Dice.between(random, 2_200, 2_800);
    double message = lora ? Dice.between(random, 0.008, 0.02) : Dice.between(random, 0.001, 0.002);
    double sleeping = Dice.between(random, 0.004, 0.008) / 3_600;
    double perSecond = (message / intervalSeconds + sleeping) / milliampHours;
    return new Battery(Dice.between(random, 0.5, 1), perSecond, inside);
  }

  Battery next(Moment moment) {
    double colder = Math.max(0, MILD - celsius(moment.ambient()));
    double spent = perSecond * moment.seconds() / (1 - CAPACITY_PER_KELVIN * colder);
    return new Battery(Math.max(0, charge - spent), perSecond, inside);
  }

  /** What its sensor shows, %. */
  double percent(double ambient) {
    double colder = Math.max(0, MILD - celsius(ambient));
    return 100 * between(VOLTS, CHARGES, volts() - VOLTS_PER_KELVIN * colder);
  }

  /** At 20 °C. */
  double volts() {
    return between(CHARGES, VOLTS, charge);
  }

  private double celsius(double ambient) {
    return Double.isNaN(inside) ? ambient : inside;
  }

  private static double between(double[] xs, double[] ys, double x) {
    if (x <= xs[0]) {
      return ys[0];
    }
    for (int i = 1; i < xs.length; i++) {
      if (x <= xs[i]) {
        return ys[i - 1] + (ys[i] - ys[i - 1]) * (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
      }
    }
    return ys[ys.length - 1];
  }
}
