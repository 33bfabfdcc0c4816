package wuchang.journal;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.journal.Journal.Reader;

/**
 * The writing half of the journal. An append is one transaction and one force of the log; the
 * readers' positions travel with it, and what all readers have passed is dropped with it.
 */
final class Appender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

  /** With so many batches to drop, an append takes the dropping along at no further force. */
  private static final int DROPPED_BY_APPEND = 64;

  /** With so many, the reader that passed them does not wait for an append. */
  private static final int DROPPED_BY_READER = 256;

  /** The most that one transaction drops, so that no append waits long. */
  private static final int DROPPED_AT_ONCE = 512;

  private final Database database;
  private final Positions positions;
  private final Reserve reserve;
  private final Bounds bounds;
  private final Recent recent = new Recent();
  private volatile BatchTable.End end;

  /** The disk refused the last write. Then every batch that can be dropped is worth a try. */
  private volatile boolean failing;

  Appender(Database database, Bounds bounds) {
    this.database = database;
    this.bounds = bounds;
    this.end = database.use(BatchTable::end);
    this.positions =
        new Positions(
            database.use(BatchTable::positions),
            database.use(open -> BatchTable.oldest(open, end.position() + 1)));
    this.reserve = new Reserve(database.file());
    reserve.keep();
  }

  /** The newest batch of which an append has returned, or is about to. */
  BatchTable.End end() {
    return end;
  }

  /** What was appended last, for readers that keep up. */
  Recent recent() {
    return recent;
  }

  long position(Reader reader) {
    return positions.of(reader);
  }

  synchronized long append(Encoded batch) {
    checkOrMakeRoom(batch);
    Positions.Snapshot now = positions.now();
    BatchTable.End next =
        new BatchTable.End(end.position() + 1, end.upto() + batch.batch().observations().size());
    positions.saved(now, writeOrMakeRoom(batch, next, now));
    recent.add(new Placed(next.position(), batch.batch()));
    end = next;
    return next.position();
  }

  // What all have passed may still be there, for want of an append to take the dropping along.
  private void checkOrMakeRoom(Encoded batch) {
    try {
      bounds.check(batch, positions.of(Reader.STORE));
    } catch (UncheckedIOException e) {
      if (positions.now().droppable() == 0 || !drop()) {
        throw e;
      }
      bounds.check(batch, positions.of(Reader.STORE));
    }
  }

  // Readings can wait at the broker; that somebody is told cannot.
  private long writeOrMakeRoom(Encoded batch, BatchTable.End at, Positions.Snapshot now) {
    try {
      return write(batch, at, now);
    } catch (UncheckedIOException e) {
      if (batch.alertSteps().isEmpty() || !Trouble.isFull(e) || !reserve.giveUp()) {
        throw e;
      }
      return write(batch, at, now);
    }
  }

  private long write(Encoded batch, BatchTable.End at, Positions.Snapshot now) {
    int least = failing ? 1 : DROPPED_BY_APPEND;
    try {
      long oldest =
          database.transact(
              open -> {
                // First: on a full disk the pages that are dropped are those that are needed.
                long left = settle(open, now, least);
                batch.insert(open, at);
                return left;
              });
      failing = false;
      return oldest;
    } catch (UncheckedIOException e) {
      failing = true;
      throw e;
    }
  }

  void advance(Reader reader, long position) {
    if (position > end.position()) {
      throw new IllegalArgumentException(
          "reader %s cannot be at %d; the journal ends at %d"
              .formatted(reader, position, end.position()));
    }
    positions.advance(reader, position);
    boolean dropped = true;
    while (dropped && positions.now().droppable() >= (failing ? 1 : DROPPED_BY_READER)) {
      dropped = drop();
    }
  }

  /** Saves the positions once more. */
  @Override
  public synchronized void close() {
    if (!database.isClosed()) {
      drop();
    }
    database.close();
  }

  // When the disk says no, the reader goes on: what it has passed is dropped with a later append.
  private synchronized boolean drop() {
    try {
      dropOnce();
    } catch (UncheckedIOException e) {
      if (!Trouble.isFull(e) || !reserve.giveUp() || !dropAgain()) {
        if (!failing) {
          LOG.warn("event=journal_drop_failed said=\"{}\"", e.getMessage());
        }
        failing = true;
        return false;
      }
    }
    reserve.keep();
    return true;
  }

  private boolean dropAgain() {
    try {
      dropOnce();
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private void dropOnce() {
    Positions.Snapshot now = positions.now();
    positions.saved(now, database.transact(open -> settle(open, now, 1)));
    failing = false;
  }

  // Saves the positions and drops what all have passed; returns the oldest batch that is left.
  private static long settle(Connection open, Positions.Snapshot now, int least)
      throws SQLException {
    if (!now.saved()) {
      BatchTable.save(open, now.each());
    }
    if (now.droppable() < least) {
      return now.oldest();
    }
    BatchTable.drop(open, now.passed(), DROPPED_AT_ONCE);
    return BatchTable.oldest(open, now.passed() + 1);
  }
}
