package wuchang.rules.kernel;

import wuchang.domain.Severity;

/** One severity of a rule: what must be wrong for how long to reach it, and what explains it. */
public record Tier<M>(Severity severity, Kind<M> kind, Hold hold, Leniency leniency) {
  public Tier(Severity severity, Kind<M> kind, Hold hold) {
    this(severity, kind, hold, Leniency.NONE);
  }

  /** The same, told as a notice. */
  Tier<M> milder() {
    return new Tier<>(Severity.NOTICE, kind, hold, leniency);
  }
}
