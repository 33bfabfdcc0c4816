package wuchang.rules.kernel;

import java.util.List;
import java.util.Optional;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;

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

  Severity severity(Tier<?> tier, long raisedAt) {
    return night
        .filter(n -> n.when().contains(raisedAt) && n.severity().atLeast(tier.severity()))
        .map(Night::severity)
        .orElse(tier.severity());
  }
}
