package wuchang.journal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import wuchang.domain.journal.Journal.Reader;

/**
 * Where the readers are, in memory; what of that is on disk; and so what may be dropped. Safe for
 * several threads.
 */
final class Positions {
  private final Map<Reader, Long> current;
  private Map<Reader, Long> saved;
  private long oldest;

  /**
   * @param saved the readers' positions as they are on disk
   * @param oldest the position of the oldest batch on disk
   */
  Positions(Map<Reader, Long> saved, long oldest) {
    this.current = new EnumMap<>(saved);
    this.saved = new EnumMap<>(saved);
    this.oldest = oldest;
  }

  /** The positions at an instant; {@code passed} is the one that all readers have reached. */
  record Snapshot(Map<Reader, Long> each, long passed, boolean saved, long oldest) {
    /** How many batches, about, all readers have passed and are still on disk. */
    long droppable() {
      return Math.max(0, passed - oldest + 1);
    }
  }

  synchronized long of(Reader reader) {
    return current.get(reader);
  }

  /** A reader never goes back. */
  synchronized void advance(Reader reader, long position) {
    current.merge(reader, position, Math::max);
  }

  synchronized Snapshot now() {
    return new Snapshot(
        new EnumMap<>(current), Collections.min(current.values()), current.equals(saved), oldest);
  }

  /** What a snapshot says is on disk, and the oldest batch there is now this one. */
  synchronized void saved(Snapshot snapshot, long oldestOnDisk) {
    saved = snapshot.each();
    oldest = oldestOnDisk;
  }
}
