package wuchang.rules.kernel;

import java.util.Arrays;
import wuchang.domain.finding.EvidenceState;

/**
 * How long each rule of a device was proven right, and how long it was broken, from the first
 * instant on; the rest of the time proves nothing. Changes in place, and is copied with the state.
 */
final class Tally {
  private static final byte UNPROVEN = (byte) EvidenceState.UNPROVEN.ordinal();

  private final byte[] stands;
  private final long[] since;

  /** Per rule the milliseconds of right, then those of wrong, up to {@code since}. */
  private final long[] sums;

  private boolean begun;

  Tally(int rules) {
    this.stands = new byte[rules];
    this.since = new long[rules];
    this.sums = new long[2 * rules];
    Arrays.fill(stands, UNPROVEN);
  }

  private Tally(Tally from) {
    this.stands = from.stands.clone();
    this.since = from.since.clone();
    this.sums = from.sums.clone();
    this.begun = from.begun;
  }

  Tally copy() {
    return new Tally(this);
  }

  boolean hasBegun() {
    return begun;
  }

  /** Counts from an instant on. */
  void begin(long at) {
    begun = true;
    Arrays.fill(since, at);
  }

  /** A rule stands so from an instant on. */
  void stands(int rule, EvidenceState state, long at) {
    if (stands[rule] != state.ordinal()) {
      add(rule, at, sums);
      since[rule] = at;
      stands[rule] = (byte) state.ordinal();
    }
  }

  /** The sums up to an instant that is not before the last. */
  long[] at(long instant) {
    long[] upTo = sums.clone();
    for (int rule = 0; begun && rule < stands.length; rule++) {
      add(rule, instant, upTo);
    }
    return upTo;
  }

  private void add(int rule, long to, long[] into) {
    if (begun && stands[rule] != UNPROVEN && to > since[rule]) {
      int kind = stands[rule] == EvidenceState.BREACH.ordinal() ? 1 : 0;
      into[2 * rule + kind] += to - since[rule];
    }
  }
}
