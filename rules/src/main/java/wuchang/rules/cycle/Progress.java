package wuchang.rules.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a device has come with its cycles; immutable.
 *
 * @param since since when it has been at its target, or on, without a break
 * @param ready whether power that comes on begins a cycle: it was off, or the door open, since the
 *     last
 * @param recent the last cycles that are over, oldest first
 * @param first when it was first heard
 * @param unseen when the last stretch ended that was silent for as long as a cycle must hold
 * @param good when a cycle was proven last
 */
public record Progress(
    Signals signals,
    Rise rise,
    Running running,
    long since,
    boolean ready,
    List<Ended> recent,
    long first,
    long unseen,
    long good) {
  /** No instant. */
  public static final long NONE = Long.MIN_VALUE;

  /** So many cycles are remembered; a day has fewer but for a dishwasher's. */
  private static final int MOST = 16;

  static final Progress NOTHING =
      new Progress(
          Signals.NOTHING, Rise.UNKNOWN, Running.NOTHING, NONE, true, List.of(), NONE, NONE, NONE);

  public Progress {
    recent = List.copyOf(recent);
  }

  /** Whether a cycle is going on. */
  public boolean isRunning() {
    return running.isGoingOn();
  }

  /** Whether the cycle that is going on has already done what it must. */
  public boolean isProven() {
    return isRunning() && running.proven() != NONE;
  }

  /** The last cycle that is over. */
  public Optional<Ended> last() {
    return recent.isEmpty() ? Optional.empty() : Optional.of(recent.get(recent.size() - 1));
  }

  /** How many cycles have been proven since an instant. */
  public int provenSince(long instant) {
    int count = isProven() && running.proven() >= instant ? 1 : 0;
    for (Ended ended : recent) {
      count += ended.isEffective() && ended.proven() >= instant ? 1 : 0;
    }
    return count;
  }

  /** How many cycles that ended since an instant can neither be proven nor said to have failed. */
  public int unprovenSince(long instant) {
    int count = 0;
    for (Ended ended : recent) {
      boolean so = ended.verdict() == wuchang.domain.cycle.Cycle.Verdict.UNPROVEN;
      count += so && ended.end() >= instant ? 1 : 0;
    }
    return count;
  }

  Progress with(Signals now) {
    return new Progress(now, rise, running, since, ready, recent, first, unseen, good);
  }

  Progress with(Rise now) {
    return new Progress(signals, now, running, since, ready, recent, first, unseen, good);
  }

  Progress with(Running now) {
    long proven = now.proven() == NONE ? good : now.proven();
    return new Progress(signals, rise, now, since, ready, recent, first, unseen, proven);
  }

  Progress held(long from) {
    return new Progress(signals, rise, running, from, ready, recent, first, unseen, good);
  }

  Progress ready(boolean now) {
    return new Progress(signals, rise, running, since, now, recent, first, unseen, good);
  }

  /** After the proving signal was heard, with a silence before that ended then, if it was long. */
  Progress heard(long at, boolean silent) {
    long began = first == NONE ? at : first;
    return new Progress(
        signals, rise, running, since, ready, recent, began, silent ? at : unseen, good);
  }

  Progress ended(Ended cycle) {
    List<Ended> more = new ArrayList<>(recent.size() + 1);
    more.addAll(recent.size() < MOST ? recent : recent.subList(1, recent.size()));
    more.add(cycle);
    return new Progress(signals, rise, Running.NOTHING, since, ready, more, first, unseen, good);
  }
}
