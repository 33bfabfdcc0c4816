package wuchang.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number with its unit: a limit, a rating, a duration. {@code 8 °C}, {@code 30m}, {@code 20}. */
public record Quantity(double value, Unit unit) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\s*(\\S*)\\s*");

  public Quantity {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a quantity must be finite, not " + value);
    }
  }

  public static Quantity of(double value, Unit unit) {
    return new Quantity(value, unit);
  }

  public static Quantity of(Duration duration) {
    return new Quantity(duration.toMillis() / 1000.0, Unit.SECOND);
  }

  /**
   * Reads a number and its unit.
   *
   * @throws IllegalArgumentException when it is no number, or the unit is not known
   */
  public static Quantity parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "«" + text + "» is no quantity; expected a number with its unit, such as 8 °C or 30m");
    }
    Unit unit =
        Unit.of(form.group(2))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "«" + text + "» has the unknown unit «" + form.group(2) + "»"));
    return new Quantity(Double.parseDouble(form.group(1)), unit);
  }

  /**
   * The number in another unit of the same dimension.
   *
   * @throws IllegalArgumentException when the dimensions differ
   */
  public double in(Unit other) {
    return unit.convert(value, other);
  }

  /**
   * The duration meant, to the millisecond.
   *
   * @throws IllegalArgumentException when this is no time
   */
  public Duration toDuration() {
    return Duration.ofMillis(Math.round(in(Unit.SECOND) * 1000));
  }

  /** As a person writes it: {@code 8 °C}, {@code 30m}, {@code 20 %}. */
  @Override
  public String toString() {
    String number =
        new BigDecimal(value, MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
    return switch (unit.dimension()) {
      case TIME -> number + unit.symbol();
      case COUNT -> number;
      default -> number + " " + unit.symbol();
    };
  }
}
