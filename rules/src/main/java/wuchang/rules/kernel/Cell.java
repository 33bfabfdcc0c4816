package wuchang.rules.kernel;

import wuchang.domain.Severity;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/**
 * A tier of the rule at that place in the list; memories are of the kind's own type.
 *
 * @param holdsForever what the kind says of itself, asked once: it is looked up for every reading
 */
record Cell(int rule, Tier<Object> tier, boolean holdsForever) {
  @SuppressWarnings("unchecked") // a cell's memory is made and read by the same kind only
  static Cell of(int rule, Tier<?> tier) {
    return new Cell(rule, (Tier<Object>) tier, tier.kind().holdsForever());
  }

  Kind<Object> kind() {
    return tier.kind();
  }

  Hold hold() {
    return tier.hold();
  }

  /** Whether an observation makes what it says true for a while from then on. */
  boolean isRefreshedBy(Observation observation) {
    return !(observation instanceof Reading reading) || kind().refreshedBy(reading.metric());
  }

  Leniency leniency() {
    return tier.leniency();
  }

  /** Whether an episode of that severity is one of this tier; a milder one may be. */
  boolean hasReached(Severity severity) {
    return severity.atLeast(tier.severity()) || tier.leniency().milder();
  }
}
