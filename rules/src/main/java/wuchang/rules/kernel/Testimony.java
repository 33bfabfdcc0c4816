package wuchang.rules.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.EvidenceState;

/** Takes down what can be said of each rule of a device, as it changes, and adds it up. */
final class Testimony {
  /** The rule of each cell. */
  private final int[] rules;

  /** The cells that make what others say prove nothing while they fire. */
  private final int[] doubters;

  private final Ledger ledger;
  private final long expectedFrom;

  /** Whether what can be said of a rule may have changed at this instant. */
  private boolean changed;

  Testimony(Cell[] cells, Ledger ledger, long expectedFrom) {
    this.rules = Arrays.stream(cells).mapToInt(Cell::rule).toArray();
    this.doubters =
        IntStream.range(0, cells.length).filter(i -> cells[i].kind().doubtsOthers()).toArray();
    this.ledger = ledger;
    this.expectedFrom = expectedFrom;
  }

  /** What a tier makes of its device has become known, or is no longer. */
  void says(State state, int cell, Verdict verdict) {
    boolean known = verdict != Verdict.UNKNOWN;
    boolean proven = known && verdict != Verdict.HELD;
    if (state.proven[cell] != proven || state.known[cell] != known) {
      state.proven[cell] = proven;
      state.known[cell] = known;
      changed = true;
    }
  }

  /** An episode has begun or ended, or may have. */
  void note() {
    changed = true;
  }

  /** Begins to count, if it has not: when the device should speak, or with what is known before. */
  void begin(State state, long first) {
    if (!state.tally.hasBegun()) {
      long at = Math.min(first, expectedFrom);
      state.tally.begin(at);
      state.border = ledger.nextBorder(at);
      state.at = Math.max(state.at, at);
      changed = true;
      settle(state, at);
    }
  }

  /** Takes down what can be said of every rule from an instant on, should it have changed. */
  void settle(State state, long at) {
    if (!changed) {
      return;
    }
    changed = false;
    boolean doubted = false;
    for (int i : doubters) {
      doubted |= state.phases[i] instanceof Phase.Firing;
    }
    for (int i = 0; i < rules.length; ) {
      int rule = rules[i];
      boolean proven = !doubted;
      boolean known = false;
      for (; i < rules.length && rules[i] == rule; i++) {
        proven &= state.proven[i];
        known |= state.known[i];
      }
      EvidenceState right = proven ? EvidenceState.COMPLIANT : EvidenceState.UNPROVEN;
      EvidenceState wrong = known ? EvidenceState.BREACH : EvidenceState.UNPROVEN;
      state.tally.stands(rule, state.open[rule] == null ? right : wrong, at);
    }
  }

  /** Marks the sums when an instant is a border of a period. */
  void pass(State state, long at) {
    if (state.border <= at) {
      ledger.mark(state.border, state.tally.at(state.border));
      state.border = ledger.nextBorder(at);
    }
  }

  /** The past after an instant is judged again. */
  void rewind(long instant) {
    ledger.rewind(instant);
  }

  List<Coverage> running(State state, long notBefore, long at) {
    return ledger.running(notBefore, at, state.tally.at(at));
  }
}
