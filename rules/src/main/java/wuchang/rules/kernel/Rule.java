package wuchang.rules.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.reading.Metric;

/**
 * A rule as it is in force on one device: its tiers, weakest first. The first tier to fire opens an
 * episode, the last to recover ends it.
 *
 * @param night when severity is raised to {@code atNight}
 * @param whereSensed whether it is expected only of devices that have ever said what it is about: a
 *     door, a battery
 */
public record Rule(RuleId id, List<Tier<?>> tiers, Optional<Night> night, boolean whereSensed) {
  /** A severity of its own for what is raised in the night. */
  public record Night(Schedule when, Severity severity) {}

  public Rule {
    tiers = List.copyOf(tiers);
  }

  /** A rule that is expected of its device, whatever that says. */
  public Rule(RuleId id, List<Tier<?>> tiers, Optional<Night> night) {
    this(id, tiers, night, false);
  }

  /**
   * The metrics without whose good readings nothing can be said; empty where something can be said
   * all the same: of a date, a record, an event, or of the sensor itself.
   */
  public Set<Metric> needs() {
    Set<Metric> needs = new TreeSet<>();
    for (Tier<?> tier : tiers) {
      Kind<?> kind = tier.kind();
      if (!kind.holdsForever()
          && !kind.wantsBad()
          && !kind.doubtsOthers()
          && !kind.comparesDays()) {
        Metric.known().stream()
            .filter(metric -> kind.wants(metric) && kind.refreshedBy(metric))
            .forEach(needs::add);
      }
    }
    return needs;
  }

  /** Whether it is wrong just while nothing good is heard of its device. */
  public boolean isAboutSilence() {
    return tiers.stream().anyMatch(tier -> tier.kind().isSilence());
  }

  Severity severity(Tier<?> tier, long raisedAt) {
    return night
        .filter(n -> n.when().contains(raisedAt) && n.severity().atLeast(tier.severity()))
        .map(Night::severity)
        .orElse(tier.severity());
  }
}
