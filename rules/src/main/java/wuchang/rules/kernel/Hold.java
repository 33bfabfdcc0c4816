package wuchang.rules.kernel;

import wuchang.rules.kernel.Phase.Firing;
import wuchang.rules.kernel.Phase.Pending;

/**
 * How long wrong is tolerated before it fires, and how long right must last before it ends. Time of
 * which nothing is known counts for neither. A hold that has lasted exactly as long as tolerated
 * fires.
 *
 * @param tolerate milliseconds
 * @param settle milliseconds
 */
public record Hold(long tolerate, long settle) {
  /** Lets time pass up to an instant, under the verdict that held until then. */
  Phase elapse(Phase phase, long at) {
    if (phase instanceof Pending p && p.from() != Phase.FROZEN) {
      long due = due(p);
      return due <= at ? Firing.raised(p.since(), due) : p;
    }
    if (phase instanceof Firing f && f.calmFrom() != Phase.FROZEN) {
      return due(f) <= at ? Phase.CALM : f;
    }
    return phase;
  }

  /** Takes in the verdict that holds from an instant on; time has elapsed up to it before. */
  Phase hear(Phase phase, Verdict verdict, long since, long at) {
    return switch (verdict) {
      case WRONG -> wrong(phase, since, at);
      case RENEWED -> new Pending(since, 0, at);
      case CERTAIN -> phase instanceof Firing f ? f.unsettled() : Firing.raised(since, at);
      case HELD -> held(phase, since, at);
      case BETWEEN -> phase instanceof Firing f ? f.unsettled() : Phase.CALM;
      case RIGHT -> phase instanceof Firing f ? settling(f, at) : Phase.CALM;
      case UNKNOWN -> frozen(phase, at);
    };
  }

  /** The next instant at which {@link #elapse} changes the phase. */
  long due(Phase phase) {
    if (phase instanceof Pending p && p.from() != Phase.FROZEN) {
      return p.from() + tolerate - p.held();
    }
    if (phase instanceof Firing f && f.calmFrom() != Phase.FROZEN) {
      return f.calmFrom() + settle - f.calmHeld();
    }
    return Kind.NEVER;
  }

  private Phase wrong(Phase phase, long since, long at) {
    if (phase instanceof Firing f) {
      return f.unsettled();
    }
    if (phase instanceof Pending p) {
      return p.from() == Phase.FROZEN ? new Pending(p.since(), p.held(), at) : p;
    }
    return tolerate == 0 ? Firing.raised(since, at) : new Pending(since, 0, at);
  }

  private static Phase held(Phase phase, long since, long at) {
    if (phase instanceof Firing f) {
      return f.unsettled();
    }
    return phase instanceof Pending ? frozen(phase, at) : new Pending(since, 0, Phase.FROZEN);
  }

  private Phase settling(Firing f, long at) {
    if (settle == 0) {
      return Phase.CALM;
    }
    if (f.calmSince() == Phase.FROZEN) {
      return new Firing(f.since(), f.raisedAt(), at, 0, at);
    }
    return f.calmFrom() == Phase.FROZEN
        ? new Firing(f.since(), f.raisedAt(), f.calmSince(), f.calmHeld(), at)
        : f;
  }

  private static Phase frozen(Phase phase, long at) {
    if (phase instanceof Pending p && p.from() != Phase.FROZEN) {
      return new Pending(p.since(), p.held() + at - p.from(), Phase.FROZEN);
    }
    if (phase instanceof Firing f && f.calmFrom() != Phase.FROZEN) {
      long held = f.calmHeld() + at - f.calmFrom();
      return new Firing(f.since(), f.raisedAt(), f.calmSince(), held, Phase.FROZEN);
    }
    return phase;
  }
}
