package wuchang.simulators.machine;

/** Water in air: the Magnus formula (WMO guide No. 8), good to 0.3 % from −45 to 60 °C. */
final class Steam {
  private static final double AT_ZERO = 611.2;

  /** J/(kg K) of water vapour. */
  private static final double GAS_CONSTANT = 461.5;

  private static final double KELVIN = 273.15;

  private Steam() {}

  /** The pressure of saturated vapour, Pa; over ice below 0 °C. */
  static double saturation(double celsius) {
    return celsius < 0
        ? AT_ZERO * StrictMath.exp(22.46 * celsius / (272.62 + celsius))
        : overWater(celsius);
  }

  /** Relative humidity as hygrometers define it, over water at all temperatures, %. */
  static double relative(double pressure, double celsius) {
    return Math.max(0, Math.min(100, 100 * pressure / overWater(celsius)));
  }

  /** How much vapour of that pressure is in a volume, kg. */
  static double mass(double pressure, double cubicMetres, double celsius) {
    return pressure * cubicMetres / (GAS_CONSTANT * (celsius + KELVIN));
  }

  private static double overWater(double celsius) {
    return AT_ZERO * StrictMath.exp(17.62 * celsius / (243.12 + celsius));
  }
}
