package wuchang.rules.catalogue;

import java.util.Optional;
import java.util.Set;
import wuchang.domain.reading.Metric;

/**
 * The times a rule is about, if not all.
 *
 * @param windows those of meals
 * @param flag the metric by which a device says itself that it is in use
 */
public record Use(Set<Window> windows, Optional<Metric> flag) {
  /** A window of a meal. */
  public enum Window {
    PREP,
    SERVICE,
    CLEANING
  }

  public Use {
    windows = Set.copyOf(windows);
  }
}
