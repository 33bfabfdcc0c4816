package wuchang.domain.reading;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import wuchang.domain.Unit;

/**
 * What a reading measures. The metrics of CONTRACT §3 have a unit and plausible limits; any other
 * well-formed name is kept without, and no rule looks at it.
 */
public final class Metric implements Comparable<Metric> {
  private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final Range ANY = Range.of(-1e15, 1e15);
  private static final Map<String, Metric> KNOWN = new ConcurrentHashMap<>();

  public static final Metric TEMPERATURE = known("temperature", Unit.CELSIUS, -100, 400);
  public static final Metric HUMIDITY = known("humidity", Unit.PERCENT, 0, 100);
  public static final Metric DOOR_OPEN = flag("door_open");
  public static final Metric POWER = known("power", Unit.WATT, -1e6, 1e6);
  public static final Metric VOLTAGE = known("voltage", Unit.VOLT, 0, 1000);
  public static final Metric CURRENT = known("current", Unit.AMPERE, -5000, 5000);
  public static final Metric POWER_FACTOR = known("power_factor", Unit.ONE, -1, 1);
  public static final Metric ENERGY_TOTAL = known("energy_total", Unit.KILOWATT_HOUR, 0, 1e12);
  public static final Metric WATER_TOTAL = known("water_total", Unit.CUBIC_METRE, 0, 1e12);
  public static final Metric FLOW_RATE = known("flow_rate", Unit.CUBIC_METRE_PER_HOUR, -1e4, 1e4);
  public static final Metric PULSE_TOTAL = known("pulse_total", Unit.ONE, 0, 1e15);
  public static final Metric RESIDUAL_CURRENT = known("residual_current", Unit.MILLIAMPERE, 0, 1e6);
  public static final Metric UV_ON = flag("uv_on");
  public static final Metric OCCUPIED = flag("occupied");
  public static final Metric BATTERY_PCT = known("battery_pct", Unit.PERCENT, 0, 100);
  public static final Metric RSSI = known("rssi", Unit.DECIBEL_MILLIWATT, -200, 50);
  public static final Metric LINKQUALITY = known("linkquality", Unit.ONE, 0, 255);
  public static final Metric ONLINE = flag("online");

  static {
    for (String phase : new String[] {"_l1", "_l2", "_l3"}) {
      for (Metric whole : new Metric[] {POWER, VOLTAGE, CURRENT, POWER_FACTOR}) {
        known(whole.name + phase, whole.unit, whole.plausible.low(), whole.plausible.high());
      }
    }
  }

  private final String name;
  private final Unit unit;
  private final Range plausible;
  private final boolean flag;

  private Metric(String name, Unit unit, Range plausible, boolean flag) {
    this.name = name;
    this.unit = unit;
    this.plausible = plausible;
    this.flag = flag;
  }

  /**
   * The metric of that name.
   *
   * @throws IllegalArgumentException when the name is not well formed
   */
  public static Metric of(String name) {
    Metric known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    if (!GRAMMAR.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "«" + name + "» is no metric name; expected letters, digits, '_', '.' or '-'");
    }
    return new Metric(name, Unit.ONE, ANY, false);
  }

  /** The metrics of the contract, by name. */
  public static List<Metric> known() {
    return KNOWN.values().stream().sorted().toList();
  }

  public String name() {
    return name;
  }

  public Unit unit() {
    return unit;
  }

  public Range plausible() {
    return plausible;
  }

  /** Whether it is one of the contract's metrics. */
  public boolean isKnown() {
    return KNOWN.containsKey(name);
  }

  /** Whether it is a yes or no, kept as 1 and 0. */
  public boolean isFlag() {
    return flag;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Metric metric && metric.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public int compareTo(Metric other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Metric known(String name, Unit unit, double low, double high) {
    Metric metric = new Metric(name, unit, Range.of(low, high), false);
    KNOWN.put(name, metric);
    return metric;
  }

  private static Metric flag(String name) {
    Metric metric = new Metric(name, Unit.ONE, Range.of(0, 1), true);
    KNOWN.put(name, metric);
    return metric;
  }
}
