package wuchang.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Range;
import wuchang.domain.site.DeviceKind;
import wuchang.ingest.profile.Scalar;

/** What a JSON value measures, and whether it can be true. */
public final class Value {
  /** DS18B20: power-on reset. Dragino and DS18B20: no probe there. */
  private static final double POWER_ON = 85.0;

  private static final double DISCONNECTED = -127.0;
  private static final double UNPLUGGED = 327.67;

  private Value() {}

  /**
   * The number: a number, a numeric string, true as 1 and false as 0, null as NaN. Empty when it is
   * something else, or too large for a double.
   */
  static OptionalDouble of(JsonNode node) {
    return Scalar.strict(node);
  }

  /** What is wrong with the value itself. */
  public static Flaw flaw(DeviceKind kind, Metric metric, double value) {
    if (Double.isNaN(value)) {
      return Flaw.MISSING;
    }
    Range plausible = kind.plausible(metric);
    if (isTemperature(metric) && isSentinel(value, plausible)) {
      return Flaw.SENTINEL;
    }
    boolean fits = metric.isFlag() ? value == 0 || value == 1 : plausible.contains(value);
    return fits ? Flaw.NONE : Flaw.OUT_OF_RANGE;
  }

  /**
   * 85.0 means «just powered on» only where 85 °C cannot be: in a dishwasher, a cabinet or a hot
   * holding unit it is a real temperature, and a rule that needs it must see it.
   */
  private static boolean isSentinel(double value, Range plausible) {
    return value == UNPLUGGED
        || value == DISCONNECTED
        || value == POWER_ON && !plausible.contains(POWER_ON);
  }

  /** Other metrics have these values honestly: −127 dBm is a weak signal. */
  private static boolean isTemperature(Metric metric) {
    return metric.equals(Metric.TEMPERATURE) || metric.name().startsWith("temperature_");
  }
}
