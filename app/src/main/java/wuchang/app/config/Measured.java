package wuchang.app.config;

import java.time.Duration;
import wuchang.app.config.yaml.Form;
import wuchang.domain.Dimension;
import wuchang.domain.Quantity;

/** The forms of numbers with a unit. */
final class Measured {
  private static final Duration LONGEST = Duration.ofDays(100 * 365);

  /** A duration from nothing to a hundred years. */
  static final Form<Duration> DURATION =
      Form.of(example(Dimension.TIME), text -> duration(quantity(text, Dimension.TIME)));

  /** A duration that is not nothing. */
  static final Form<Duration> SPAN =
      DURATION.only("a duration above 0, such as 60s", span -> !span.isZero());

  private Measured() {}

  /** A number with a unit of the dimension. */
  static Form<Quantity> in(Dimension dimension) {
    return Form.of(example(dimension), text -> quantity(text, dimension));
  }

  private static Quantity quantity(String text, Dimension dimension) {
    Quantity quantity = Quantity.parse(text);
    As.require(quantity.unit().dimension() == dimension);
    return quantity;
  }

  private static Duration duration(Quantity time) {
    Duration duration = time.toDuration();
    As.require(!duration.isNegative() && duration.compareTo(LONGEST) <= 0);
    return duration;
  }

  private static String example(Dimension dimension) {
    return switch (dimension) {
      case TEMPERATURE -> "a temperature such as 8 °C";
      case TEMPERATURE_DIFFERENCE -> "a difference of temperatures such as 0.5 K";
      case TEMPERATURE_RATE -> "a rate such as 2 K/h";
      case TIME -> "a duration such as 90s, 30m, 2h, 7d or 3y";
      case POWER -> "a power such as 3 kW";
      case ENERGY -> "an energy such as 5 kWh";
      case VOLTAGE -> "a voltage such as 220 V";
      case CURRENT -> "a current such as 63 A";
      case VOLUME -> "a volume such as 10 L";
      case FLOW -> "a flow such as 6 m³/h";
      case MASS -> "a mass such as 125 g";
      case SHARE -> "a share such as 20 %";
      case SIGNAL -> "a signal level such as -90 dBm";
      case COUNT -> "a number without a unit";
    };
  }
}
