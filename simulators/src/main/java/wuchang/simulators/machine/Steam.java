package wuchang.simulators.machine;

/**
 * Water in air: the Magnus formula (WMO guide No. 8), good to 0.3 % from −45 to 60 °C. Pressures
 * are read off tables with a value every quarter of a degree from −80 to 120 °C, which is good to
 * another 0.01 % and spares several exponentials in each step of each cold unit.
 */
final class Steam {
  private static final double AT_ZERO = 611.2;

  /** J/(kg K) of water vapour. */
  private static final double GAS_CONSTANT = 461.5;

  private static final double KELVIN = 273.15;

  private static final double LOW = -80;
  private static final double PER_DEGREE = 4;
  private static final int ENTRIES = 801;
  private static final double[] OVER_ICE_OR_WATER = new double[ENTRIES];
  private static final double[] OVER_WATER = new double[ENTRIES];

  static {
    for (int i = 0; i < ENTRIES; i++) {
      double celsius = LOW + i / PER_DEGREE;
      OVER_WATER[i] = magnus(17.62, 243.12, celsius);
      OVER_ICE_OR_WATER[i] = celsius < 0 ? magnus(22.46, 272.62, celsius) : OVER_WATER[i];
    }
  }

  private Steam() {}

  /** The pressure of saturated vapour, Pa; over ice below 0 °C. */
  static double saturation(double celsius) {
    return read(OVER_ICE_OR_WATER, celsius);
  }

  /** Relative humidity as hygrometers define it, over water at all temperatures, %. */
  static double relative(double pressure, double celsius) {
    return Math.max(0, Math.min(100, 100 * pressure / read(OVER_WATER, celsius)));
  }

  /** How much vapour of that pressure is in a volume, kg. */
  static double mass(double pressure, double cubicMetres, double celsius) {
    return pressure * cubicMetres / (GAS_CONSTANT * (celsius + KELVIN));
  }

  private static double magnus(double steep, double shift, double celsius) {
    return AT_ZERO * StrictMath.exp(steep * celsius / (shift + celsius));
  }

  private static double read(double[] table, double celsius) {
    double place = Math.max(0, Math.min(ENTRIES - 1.001, (celsius - LOW) * PER_DEGREE));
    int below = (int) place;
    return table[below] + (place - below) * (table[below + 1] - table[below]);
  }
}
