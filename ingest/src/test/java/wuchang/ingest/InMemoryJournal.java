package wuchang.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;

/** A journal without a disk, whose «disk» can be full. Only appending is needed here. */
public final class InMemoryJournal implements Journal {
  private final List<Batch> batches = new ArrayList<>();
  private boolean full;
  private int refused;

  /** From now on appending fails, or works again. */
  public synchronized void full(boolean now) {
    full = now;
  }

  /** How often appending failed. */
  public synchronized int refused() {
    return refused;
  }

  public synchronized List<Observation> observations() {
    return batches.stream().flatMap(b -> b.observations().stream()).toList();
  }

  public synchronized List<Rejected> rejected() {
    return batches.stream().flatMap(b -> b.rejected().stream()).toList();
  }

  @Override
  public synchronized long append(Batch batch) {
    if (full) {
      refused++;
      throw new UncheckedIOException(new IOException("No space left on device"));
    }
    batches.add(batch);
    return batches.size();
  }

  @Override
  public synchronized List<Placed> read(long after, int most) {
    List<Placed> placed = new ArrayList<>();
    for (long at = after + 1; at <= batches.size() && placed.size() < most; at++) {
      placed.add(new Placed(at, batches.get((int) at - 1)));
    }
    return placed;
  }

  @Override
  public synchronized long end() {
    return batches.size();
  }

  @Override
  public long position(Reader reader) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void advance(Reader reader, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<AlertStep> alertSteps() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<NotificationStep> notifications() {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized List<wuchang.domain.alert.Silence> silences() {
    return List.of();
  }

  @Override
  public int forgetClosedAlerts(Instant openedBefore) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long bytes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long lag(Reader reader) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
