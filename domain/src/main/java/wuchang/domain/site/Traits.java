package wuchang.domain.site;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.Quantity;

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
}
