package wuchang.rules.kernel;

import wuchang.domain.Severity;

/** One severity of a rule: what must be wrong for how long to reach it. */
public record Tier<M>(Severity severity, Kind<M> kind, Hold hold) {}
