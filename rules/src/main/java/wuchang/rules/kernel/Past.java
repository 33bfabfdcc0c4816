package wuchang.rules.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/**
 * The newest observations of one device in the one order that judging knows, with checkpoints of
 * the state on the way, so that a late one costs little. Bounded: the oldest go first, and what is
 * older than the first checkpoint cannot be judged here.
 */
final class Past {
  /** Instants between the newest checkpoints: so much is judged again for a reading just late. */
  private static final int STRIDE = 32;

  /** Older ones stand apart by at most this part of how much came after them. */
  private static final int SPREAD = 4;

  /** A state and the number of observations it has taken in, counted from the first ever. */
  record Checkpoint(State state, long taken) {
    /** The instant up to which the state has judged. */
    long at() {
      return state.at;
    }
  }

  static final Comparator<Observation> ORDER = Past::compare;

  private final int most;
  private final Optional<Ensemble> ensemble;
  private final Packed observations = new Packed();
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private long dropped;
  private int sinceCheckpoint;

  Past(State genesis, int most, Optional<Ensemble> ensemble) {
    this.most = most;
    this.ensemble = ensemble;
    checkpoints.add(new Checkpoint(genesis.copy(), 0));
  }

  /** Puts an observation in its place; false when one of the same identity is there already. */
  boolean insert(Observation observation) {
    int last = observations.size() - 1;
    if (last < 0 || observations.compare(last, observation) < 0) {
      observations.add(observation);
      return true;
    }
    int place = observations.find(observation);
    if (place >= 0 || isNeedless(observation, -place - 1)) {
      return false;
    }
    observations.add(-place - 1, observation);
    dropAfter(-place - 1);
    return true;
  }

  /** Lets go of what is needless before the newest; all must have been taken in. */
  void thin() {
    int last = ensemble.isEmpty() ? 0 : observations.size() - 1;
    while (last > 1 && isNeedlessAt(last - 1) && forget(last - 1)) {
      last--;
    }
  }

  private boolean isNeedless(Observation observation, int place) {
    return place > 0
        && ensemble
            .filter(e -> !Ensemble.isOffline(observation))
            .filter(e -> e.isNeedless(observations.get(place - 1), observations.get(place)))
            .isPresent();
  }

  private boolean isNeedlessAt(int place) {
    return ensemble
        .filter(e -> !Ensemble.isOffline(observations.get(place)))
        .filter(e -> e.isNeedless(observations.get(place - 1), observations.get(place + 1)))
        .isPresent();
  }

  /** What follows a late one will be judged again, so it can go without a trace. */
  private void dropAfter(int place) {
    while (place + 2 < observations.size() && isNeedlessAt(place + 1)) {
      observations.remove(place + 1);
    }
  }

  /** Forgets one that was taken in, and the checkpoint that stands at it. */
  private boolean forget(int place) {
    long before = dropped + place;
    if (checkpoints.get(0).taken() > before) {
      return false;
    }
    observations.remove(place);
    for (int i = checkpoints.size() - 1; checkpoints.get(i).taken() > before; i--) {
      Checkpoint after = checkpoints.remove(i);
      if (after.taken() > before + 1) {
        checkpoints.add(i, new Checkpoint(after.state(), after.taken() - 1));
      }
    }
    return true;
  }

  /** Whether nothing before an instant can be judged again. */
  boolean hasForgotten(long instant) {
    return remembers() >= instant;
  }

  /** The instant up to which all is forgotten; long ago when nothing is. */
  long remembers() {
    return checkpoints.get(0).at();
  }

  /** The newest checkpoint that has judged nothing at or after an instant. */
  Optional<Checkpoint> before(long instant) {
    for (int i = checkpoints.size() - 1; i >= 0; i--) {
      if (checkpoints.get(i).at() < instant) {
        return Optional.of(checkpoints.get(i));
      }
    }
    return Optional.empty();
  }

  /** Drops the checkpoints after one: what follows it is to be judged again. */
  void rewind(Checkpoint checkpoint) {
    while (checkpoints.get(checkpoints.size() - 1) != checkpoint) {
      checkpoints.remove(checkpoints.size() - 1);
    }
    sinceCheckpoint = 0;
  }

  /** The observations from the n-th ever on. */
  List<Observation> from(long taken) {
    return observations.from((int) (taken - dropped));
  }

  /** All that is held. */
  List<Observation> all() {
    return observations.from(0);
  }

  /** Told after each instant; keeps a checkpoint now and then. */
  void passed(State state, long taken) {
    if (++sinceCheckpoint >= STRIDE) {
      sinceCheckpoint = 0;
      checkpoints.add(new Checkpoint(state.copy(), taken));
      spread(taken);
    }
  }

  /**
   * Lets go of checkpoints that stand close together for how long ago they were: what comes so late
   * that one of them is needed is followed by far more that must be judged again, anyway.
   */
  private void spread(long taken) {
    for (int i = checkpoints.size() - 2; i > 0; i--) {
      long before = checkpoints.get(i - 1).taken();
      if (checkpoints.get(i + 1).taken() - before <= (taken - before) / SPREAD) {
        checkpoints.remove(i);
      }
    }
  }

  /** The number of observations taken in when all are. */
  long end() {
    return dropped + observations.size();
  }

  /** Lets the oldest go; gives the instant before which nothing can be judged again. */
  Optional<Long> trim() {
    if (observations.size() <= most || checkpoints.size() < 3) {
      return Optional.empty();
    }
    // A quarter at once: dropping from the front of a list moves the rest.
    long goal = dropped + observations.size() - most * 3L / 4;
    int first = 0;
    while (checkpoints.size() - first > 2 && checkpoints.get(first + 1).taken() <= goal) {
      first++;
    }
    checkpoints.subList(0, first).clear();
    long kept = checkpoints.get(0).taken();
    observations.removeRange(0, (int) (kept - dropped));
    dropped = kept;
    return Optional.of(checkpoints.get(0).at());
  }

  private static int compare(Observation a, Observation b) {
    int byTime = a.time().compareTo(b.time());
    if (byTime != 0) {
      return byTime;
    }
    int byWhat =
        a instanceof Reading x && b instanceof Reading y
            ? x.metric().compareTo(y.metric())
            : identity(a).compareTo(identity(b));
    return byWhat == 0 ? a.device().compareTo(b.device()) : byWhat;
  }

  private static String identity(Observation observation) {
    if (observation instanceof Reading reading) {
      return reading.metric().name();
    }
    if (observation instanceof BookEntry entry) {
      return "record:%s:%09d".formatted(entry.id(), entry.version());
    }
    GateEvent event = (GateEvent) observation;
    return "event:" + event.what().word() + ':' + event.person() + ':' + event.card();
  }
}
