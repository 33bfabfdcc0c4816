package wuchang.rules.kernel;

import wuchang.domain.Severity;

/**
 * One severity of a rule: what must be wrong for how long to reach it, and what explains it.
 *
 * @param early whether it warns of what has not happened yet (事前)
 */
public record Tier<M>(
    Severity severity, Kind<M> kind, Hold hold, Leniency leniency, boolean early) {
  public Tier(Severity severity, Kind<M> kind, Hold hold, Leniency leniency) {
    this(severity, kind, hold, leniency, false);
  }

  public Tier(Severity severity, Kind<M> kind, Hold hold) {
    this(severity, kind, hold, Leniency.NONE, false);
  }

  /** The same, told as a notice. */
  Tier<M> milder() {
    return new Tier<>(Severity.NOTICE, kind, hold, leniency, early);
  }
}
