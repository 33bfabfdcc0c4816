package wuchang.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A unit of measure with its conversion to the base unit of its dimension: {@code base = value ×
 * factor + offset}. Each metric is kept in the unit CONTRACT names for it.
 */
public enum Unit {
  CELSIUS("°C", Dimension.TEMPERATURE, 1, 0, "℃", "C", "Cel"),
  FAHRENHEIT("°F", Dimension.TEMPERATURE, 5.0 / 9, -160.0 / 9, "℉", "F"),
  KELVIN("K", Dimension.TEMPERATURE_DIFFERENCE, 1, 0),
  KELVIN_PER_MINUTE("K/min", Dimension.TEMPERATURE_RATE, 1, 0, "°C/min"),
  KELVIN_PER_HOUR("K/h", Dimension.TEMPERATURE_RATE, 1 / 60.0, 0, "°C/h"),
  SECOND("s", Dimension.TIME, 1, 0),
  MINUTE("m", Dimension.TIME, 60, 0, "min"),
  HOUR("h", Dimension.TIME, 3600, 0),
  DAY("d", Dimension.TIME, 86400, 0),
  YEAR("y", Dimension.TIME, 365 * 86400, 0),
  WATT("W", Dimension.POWER, 1, 0),
  KILOWATT("kW", Dimension.POWER, 1000, 0),
  KILOWATT_HOUR("kWh", Dimension.ENERGY, 1, 0),
  WATT_HOUR("Wh", Dimension.ENERGY, 0.001, 0),
  VOLT("V", Dimension.VOLTAGE, 1, 0),
  MILLIVOLT("mV", Dimension.VOLTAGE, 0.001, 0),
  AMPERE("A", Dimension.CURRENT, 1, 0),
  MILLIAMPERE("mA", Dimension.CURRENT, 0.001, 0),
  CUBIC_METRE("m³", Dimension.VOLUME, 1, 0, "m3"),
  LITRE("L", Dimension.VOLUME, 0.001, 0, "l"),
  CUBIC_METRE_PER_HOUR("m³/h", Dimension.FLOW, 1, 0, "m3/h"),
  LITRE_PER_HOUR("L/h", Dimension.FLOW, 0.001, 0, "l/h"),
  LITRE_PER_MINUTE("L/min", Dimension.FLOW, 0.06, 0, "l/min"),
  GRAM("g", Dimension.MASS, 1, 0),
  PERCENT("%", Dimension.SHARE, 1, 0, "%RH"),
  DECIBEL_MILLIWATT("dBm", Dimension.SIGNAL, 1, 0),
  ONE("", Dimension.COUNT, 1, 0);

  private final String symbol;
  private final Dimension dimension;
  private final double factor;
  private final double offset;
  private final List<String> aliases;

  Unit(String symbol, Dimension dimension, double factor, double offset, String... aliases) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.factor = factor;
    this.offset = offset;
    this.aliases = List.of(aliases);
  }

  public String symbol() {
    return symbol;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** The unit written so, or empty; {@code ℃}, {@code m3} and the like are understood. */
  public static Optional<Unit> of(String symbol) {
    return Arrays.stream(values())
        .filter(u -> u.symbol.equals(symbol) || u.aliases.contains(symbol))
        .findFirst();
  }

  /**
   * Converts a value of this unit.
   *
   * @throws IllegalArgumentException when the dimensions differ
   */
  public double convert(double value, Unit to) {
    if (to.dimension != dimension) {
      throw new IllegalArgumentException(
          "«" + symbol + "» cannot be converted to «" + to.symbol + "»");
    }
    return to == this ? value : (value * factor + offset - to.offset) / to.factor;
  }
}
