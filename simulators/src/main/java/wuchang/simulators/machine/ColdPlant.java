package wuchang.simulators.machine;

import java.time.LocalTime;
import java.util.List;
import java.util.random.RandomGenerator;
import wuchang.simulators.kitchen.Dice;

/**
 * The machinery of a cold cabinet: compressor, coil, fan, thermostat, defrost.
 *
 * <p>Capacities are those of data sheets for upright cabinets of this size: 380–540 W at a coil of
 * −8 °C for a fridge, 360–490 W at −28 °C for a freezer, about 2.5 % more for each degree that the
 * coil is warmer; the electric power follows from a coefficient of performance of 2.0 and 1.2.
 * Differentials of electronic thermostats: 2–3.5 K and 1.2–2.2 K. The real freezer {@code
 * temperature_freezer} swings by 0.6 K with a period of some 20 minutes about −17.8 °C, and
 * defrosts exactly every 6 hours up to −13 °C; so freezers here defrost by the clock, 3 or 4 times
 * a day. Their heater of 350–450 W warms the coil until a thermostat at +7 to +10 °C ends it, at
 * most 35 minutes. Fridges defrost 2 or 3 times a day with 260–330 W for the 18–26 minutes of a
 * timer, the usual setting of their controllers; a thermostat keeps the coil below 17 °C. They end
 * it at once when the cabinet's air has reached 11–12.5 °C (Danfoss EKC controllers call that
 * defrost stop on air): somebody has put warm goods in meanwhile. The water then drips off for 2
 * minutes.
 *
 * @param coilHeat J/K of the coil and the refrigerant in it
 * @param coilExchange W/K between coil and air that the fan moves
 * @param capacity W at {@code nominalCoil}
 * @param nominalCoil °C
 * @param compressorWatts electric, when the coil is at {@code nominalCoil}
 * @param defrostStop °C of the coil at which the heater is switched off
 * @param defrostSeconds how long a timer keeps defrosting at least
 * @param defrostAir °C of the cabinet's air at which defrosting ends at once
 * @param fanRests whether the fan rests with the compressor, as in most freezers
 */
record ColdPlant(
    double coilHeat,
    double coilExchange,
    double capacity,
    double nominalCoil,
    double compressorWatts,
    double fanWatts,
    double setPoint,
    double differential,
    double defrostWatts,
    double defrostStop,
    double defrostSeconds,
    double defrostAir,
    boolean fanRests,
    Defrosting defrosting) {

  /** Of its capacity, for each degree that the coil is warmer than nominal. */
  static final double SLOPE = 0.025;

  private static final double NEVER = Double.POSITIVE_INFINITY;

  static ColdPlant fridge(double setPoint, List<LocalTime> declared, RandomGenerator random) {
    double capacity = Dice.between(random, 380, 540);
    return new ColdPlant(
        Dice.around(random, 5_500, 500),
        Dice.around(random, 55, 5),
        capacity,
        -8,
        capacity / Dice.around(random, 2, 0.1),
        Dice.between(random, 12, 22),
        setPoint,
        Dice.between(random, 2, 3.5),
        Dice.between(random, 260, 330),
        Dice.between(random, 13, 17),
        60 * Dice.between(random, 20, 26),
        Dice.between(random, 11, 12),
        false,
        Defrosting.restful(declared, random));
  }

  static ColdPlant freezer(double setPoint, List<LocalTime> declared, RandomGenerator random) {
    double capacity = Dice.between(random, 360, 490);
    int times = random.nextInt(3, 5);
    return new ColdPlant(
        Dice.around(random, 8_000, 700),
        Dice.around(random, 50, 5),
        capacity,
        setPoint - 10,
        capacity / Dice.around(random, 1.2, 0.06),
        Dice.between(random, 12, 22),
        setPoint,
        Dice.between(random, 1.2, 2.2),
        Dice.between(random, 350, 450),
        Dice.between(random, 7, 10),
        0,
        NEVER,
        true,
        Defrosting.of(declared, times, random));
  }

  /** A small plant without heater: it thaws by resting. */
  static ColdPlant sampleFridge(double setPoint, RandomGenerator random) {
    double capacity = Dice.between(random, 180, 240);
    return new ColdPlant(
        Dice.around(random, 2_500, 200),
        Dice.around(random, 22, 2),
        capacity,
        -8,
        capacity / Dice.around(random, 1.8, 0.1),
        Dice.between(random, 5, 9),
        setPoint,
        Dice.between(random, 2, 3),
        0,
        Dice.between(random, 3, 4),
        0,
        NEVER,
        false,
        Defrosting.spread(2, random));
  }

  /** The condensing unit and the ceiling cooler of a walk-in room: 1.7–2.4 kW. */
  ColdPlant forRoom() {
    double larger = 4.5;
    return new ColdPlant(
        larger * coilHeat,
        larger * coilExchange,
        larger * capacity,
        nominalCoil,
        larger * compressorWatts,
        larger * fanWatts,
        setPoint,
        differential,
        larger * defrostWatts,
        defrostStop,
        defrostSeconds,
        defrostAir,
        fanRests,
        defrosting);
  }
}
