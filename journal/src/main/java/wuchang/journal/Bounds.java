package wuchang.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wuchang.domain.journal.Batch;
import wuchang.domain.reading.Observation;

/**
 * Whether one more batch of readings fits within the limits. What the journal holds is measured
 * once a megabyte, and at each batch while it is too much. For one thread at a time.
 */
final class Bounds {
  private static final long MEASURED_EVERY = 1 << 20;

  private final JournalLimits limits;
  private final Database database;
  private final BatchCodec codec;
  private long held;
  private Optional<Instant> oldest = Optional.empty();
  private long sinceMeasured = MEASURED_EVERY;

  Bounds(JournalLimits limits, Database database, BatchCodec codec) {
    this.limits = limits;
    this.database = database;
    this.codec = codec;
  }

  /**
   * Lets the batch pass.
   *
   * @param waiting the position after which nothing is stored yet
   * @throws UncheckedIOException when it does not fit; later it may
   */
  void check(Encoded batch, long waiting) {
    if (batch.batch().observations().isEmpty() && batch.batch().rejected().isEmpty()) {
      return;
    }
    Path file = database.file();
    if (isDiskFull(file)) {
      throw Trouble.disk(
          file,
          "leaves the last %d MB of its disk free: make room there"
              .formatted(limits.leftFree() >> 20),
          new IOException("no space left for readings"));
    }
    sinceMeasured += batch.body().length;
    if (sinceMeasured >= MEASURED_EVERY) {
      measure(batch, waiting);
      sinceMeasured = 0;
    }
  }

  private void measure(Encoded batch, long waiting) {
    sinceMeasured = MEASURED_EVERY; // once more at the next batch, unless this one fits
    database.use(
        open -> {
          held = heldBytes(open);
          oldest = oldest(open, codec, waiting);
          return held;
        });
    if (held > limits.mostBytes()) {
      throw full("holds %d bytes of at most %d".formatted(held, limits.mostBytes()));
    }
    Optional<Duration> waits =
        oldest.flatMap(first -> newest(batch.batch()).map(last -> Duration.between(first, last)));
    if (waits.filter(w -> w.compareTo(limits.longest()) > 0).isPresent()) {
      throw full("holds readings that have waited since " + oldest.get());
    }
  }

  private UncheckedIOException full(String what) {
    return Trouble.disk(
        database.file(),
        what + ": see why the database does not take them",
        new IOException("the journal is at its limit"));
  }

  // A disk of which nothing is known counts as roomy: SQLite will tell.
  private boolean isDiskFull(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    return directory.toFile().getUsableSpace() < limits.leftFree()
        && directory.toFile().getTotalSpace() > 0;
  }

  /** What is held, without the pages that stand empty. */
  static long heldBytes(Connection open) throws SQLException {
    long pages = Database.number(open, "PRAGMA page_count", 0);
    long free = Database.number(open, "PRAGMA freelist_count", 0);
    return (pages - free) * Database.number(open, "PRAGMA page_size", 0);
  }

  /** When the first reading after a position arrived. */
  static Optional<Instant> oldest(Connection open, BatchCodec codec, long waiting)
      throws SQLException {
    List<BatchTable.Row> first = BatchTable.withReadings(open, waiting);
    return first.isEmpty()
        ? Optional.empty()
        : codec.decode(first.get(0).body()).observations().stream()
            .map(Observation::arrived)
            .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> newest(Batch batch) {
    return batch.observations().stream().map(Observation::arrived).max(Comparator.naturalOrder());
  }
}
