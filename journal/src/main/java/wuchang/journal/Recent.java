package wuchang.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal.Placed;

/**
 * The newest batches, as they were appended: a reader that keeps up is handed them and need not
 * decode what was encoded a moment ago. Bounded; who has fallen behind reads from disk. Safe for
 * several threads.
 */
final class Recent {
  /** In readings, of about 100 bytes: more than a second of what one machine takes in. */
  private static final int MOST = 60_000;

  private static final int MOST_BATCHES = 512;

  /** What was refused is kept with its payload, so it weighs as much as so many readings. */
  private static final int OF_A_REFUSAL = 50;

  private final Deque<Placed> newest = new ArrayDeque<>();
  private int weight;

  /** Takes the next batch, which is on disk. */
  synchronized void add(Placed batch) {
    newest.addLast(batch);
    weight += weight(batch);
    while (newest.size() > MOST_BATCHES || weight > MOST && newest.size() > 1) {
      weight -= weight(newest.removeFirst());
    }
  }

  /**
   * The batches after a position and up to another one, at most so many; empty when the first is
   * not here any more.
   */
  synchronized Optional<List<Placed>> between(long after, long upTo, int most) {
    if (newest.isEmpty() || after + 1 < newest.getFirst().position()) {
      return Optional.empty();
    }
    List<Placed> found = new ArrayList<>();
    for (Placed batch : newest) {
      boolean wanted = batch.position() > after && batch.position() <= upTo;
      if (wanted && found.size() < most) {
        found.add(batch);
      }
    }
    return Optional.of(found);
  }

  private static int weight(Placed placed) {
    Batch batch = placed.batch();
    return batch.observations().size() + OF_A_REFUSAL * batch.rejected().size();
  }
}
