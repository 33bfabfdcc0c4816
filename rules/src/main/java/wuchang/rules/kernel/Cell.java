package wuchang.rules.kernel;

import wuchang.domain.Severity;

/** A tier of the rule at that place in the list; memories are of the kind's own type. */
record Cell(int rule, Tier<Object> tier) {
  @SuppressWarnings("unchecked") // a cell's memory is made and read by the same kind only
  static Cell of(int rule, Tier<?> tier) {
    return new Cell(rule, (Tier<Object>) tier);
  }

  Kind<Object> kind() {
    return tier.kind();
  }

  Hold hold() {
    return tier.hold();
  }

  Leniency leniency() {
    return tier.leniency();
  }

  /** Whether an episode of that severity is one of this tier; a milder one may be. */
  boolean hasReached(Severity severity) {
    return severity.atLeast(tier.severity()) || tier.leniency().milder();
  }
}
