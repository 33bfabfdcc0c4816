package wuchang.domain.site;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;

/**
 * What is known of one device beyond its kind. {@code quantities} holds the ratings by their
 * configuration keys ({@code set-point}, {@code rated-power}, {@code rated-current}, {@code
 * max-flow}, {@code resolution}, {@code modulus}, {@code price}, {@code phases}, {@code hold}); a
 * rule's parameter may be taken from them.
 */
public record Traits(
    Map<String, Quantity> quantities,
    boolean walkIn,
    boolean bufferedProbe,
    Optional<LocalDate> calibrated,
    Optional<Defrost> defrost,
    Optional<Disinfection> method,
    List<String> plan,
    List<DailyWindow> allowed) {
  public static final Traits NONE =
      new Traits(
          Map.of(),
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  /** A burst pipe passes more than the meter is built for, but not so many times as much. */
  private static final double BURST = 4;

  private static final double OVERLOAD = 2;
  private static final double VOLTS = 230;

  /** m³/h that no meter of a canteen passes (a DN 80 meter at its limit). */
  private static final double MOST_WATER = 100;

  /** kW that no board of a canteen draws. */
  private static final double MOST_ENERGY = 2000;

  /** Declared defrosts: they start at these times of the site's day and last at most so long. */
  public record Defrost(List<LocalTime> times, Duration longest) {
    public Defrost {
      times = List.copyOf(times);
    }
  }

  /** How a cabinet or dishwasher disinfects. */
  public enum Disinfection {
    INFRARED,
    STEAM,
    BOILING,
    HOT_WATER,
    CHEMICAL,
    OZONE,
    UV
  }

  public Traits {
    quantities = Map.copyOf(quantities);
    plan = List.copyOf(plan);
    allowed = List.copyOf(allowed);
  }

  public Optional<Quantity> quantity(String key) {
    return Optional.ofNullable(quantities.get(key));
  }

  /** What is known of the device's counter of a metric, in the metric's unit. */
  public Nameplate nameplate(Metric metric) {
    double resolution =
        metric.equals(Metric.WATER_TOTAL) ? in("resolution", Unit.CUBIC_METRE).orElse(0) : 0;
    double most = metric.equals(Metric.WATER_TOTAL) ? mostWater() : mostEnergy();
    OptionalDouble modulus =
        quantity("modulus").map(q -> OptionalDouble.of(q.value())).orElse(OptionalDouble.empty());
    return new Nameplate(modulus, most, resolution);
  }

  private double mostWater() {
    OptionalDouble rated = in("max-flow", Unit.CUBIC_METRE_PER_HOUR);
    return rated.isPresent() ? BURST * rated.getAsDouble() : MOST_WATER;
  }

  private double mostEnergy() {
    OptionalDouble rated = in("rated-current", Unit.AMPERE);
    return rated.isPresent() ? OVERLOAD * 3 * VOLTS * rated.getAsDouble() / 1000 : MOST_ENERGY;
  }

  private OptionalDouble in(String key, Unit unit) {
    return quantity(key).map(q -> OptionalDouble.of(q.in(unit))).orElse(OptionalDouble.empty());
  }
}
