package wuchang.rules.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wuchang.domain.finding.Episode;

/**
 * All that is remembered of one device: per tier its memory, phase, newest good sample and next due
 * instant and what excused it, per rule its open episode, and the device's circumstances. The
 * arrays change in place; what they hold is immutable, so a copy is a checkpoint.
 */
final class State {
  final Object[] memories;
  final Phase[] phases;
  final long[] heard;
  final long[] due;
  final @Nullable Episode[] open;
  final String[] excuses;

  /** Per tier whether its verdict is proven, right or wrong. */
  final boolean[] proven;

  /** Per tier whether anything is known, be it that what is wrong does not count. */
  final boolean[] known;

  final Tally tally;
  Plausibility plausibility;
  Circumstances circumstances;

  /** The instant this state stands at: the last observation or due instant taken in. */
  long at = Phase.FROZEN;

  /** The time of the last observation taken in. */
  long observed = Phase.FROZEN;

  /** The next instant at which a period begins or ends. */
  long border = Phase.FROZEN;

  State(int tiers, int rules, Plausibility plausibility, Circumstances circumstances) {
    this.memories = new Object[tiers];
    this.phases = new Phase[tiers];
    this.heard = new long[tiers];
    this.due = new long[tiers];
    this.open = new Episode[rules];
    this.excuses = new String[tiers];
    this.proven = new boolean[tiers];
    this.known = new boolean[tiers];
    this.tally = new Tally(rules);
    this.plausibility = plausibility;
    this.circumstances = circumstances;
    Arrays.fill(excuses, "");
    Arrays.fill(phases, Phase.CALM);
    Arrays.fill(heard, Phase.FROZEN);
    Arrays.fill(due, Kind.NEVER);
  }

  private State(State from) {
    this.memories = from.memories.clone();
    this.phases = from.phases.clone();
    this.heard = from.heard.clone();
    this.due = from.due.clone();
    this.open = from.open.clone();
    this.excuses = from.excuses.clone();
    this.proven = from.proven.clone();
    this.known = from.known.clone();
    this.tally = from.tally.copy();
    this.plausibility = from.plausibility;
    this.circumstances = from.circumstances;
    this.at = from.at;
    this.observed = from.observed;
    this.border = from.border;
  }

  State copy() {
    return new State(this);
  }

  long nextDue() {
    long next = border == Phase.FROZEN ? Kind.NEVER : border;
    for (long instant : due) {
      next = Math.min(next, instant);
    }
    return next;
  }
}
