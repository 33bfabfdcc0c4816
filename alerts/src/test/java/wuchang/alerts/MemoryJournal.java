package wuchang.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wuchang.domain.AlertId;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;

/** A journal that lives as long as the test; it can be told to fail. */
public final class MemoryJournal implements Journal {
  private final List<Placed> batches = new ArrayList<>();
  private final Set<AlertId> forgotten = new HashSet<>();
  private volatile boolean failing;
  private volatile Runnable around = () -> {};

  /** Runs just before and just after each append, for owners that die there. */
  public void aroundAppend(Runnable moment) {
    around = moment;
  }

  public void failing(boolean fails) {
    failing = fails;
  }

  public synchronized List<Batch> batches() {
    return batches.stream().map(Placed::batch).toList();
  }

  /** As it would be found after a crash behind so many batches. */
  public synchronized MemoryJournal upTo(int count) {
    MemoryJournal earlier = new MemoryJournal();
    earlier.batches.addAll(batches.subList(0, count));
    return earlier;
  }

  @Override
  public synchronized long append(Batch batch) {
    if (failing) {
      throw new UncheckedIOException(new IOException("the disk is full"));
    }
    around.run();
    batches.add(new Placed(batches.size() + 1L, batch));
    around.run();
    return batches.size();
  }

  @Override
  public synchronized List<AlertStep> alertSteps() {
    return batches.stream()
        .flatMap(placed -> placed.batch().alertSteps().stream())
        .filter(step -> !forgotten.contains(step.alert().id()))
        .toList();
  }

  @Override
  public synchronized List<NotificationStep> notifications() {
    return batches.stream()
        .flatMap(placed -> placed.batch().notifications().stream())
        .filter(step -> !forgotten.contains(step.alert()))
        .toList();
  }

  @Override
  public synchronized List<wuchang.domain.alert.Silence> silences() {
    return batches.stream().flatMap(b -> b.batch().silences().stream()).toList();
  }

  @Override
  public synchronized int forgetClosedAlerts(Instant openedBefore) {
    int before = forgotten.size();
    for (AlertStep step : alertSteps()) {
      AlertId id = step.alert().id();
      if (step.alert().state().isFinal() && step.alert().openedAt().isBefore(openedBefore)) {
        forgotten.add(id);
      }
    }
    return forgotten.size() - before;
  }

  @Override
  public synchronized List<Placed> read(long after, int most) {
    return batches.stream().filter(placed -> placed.position() > after).limit(most).toList();
  }

  @Override
  public synchronized long end() {
    return batches.size();
  }

  @Override
  public long position(Reader reader) {
    return end();
  }

  @Override
  public void advance(Reader reader, long position) {}

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public long lag(Reader reader) {
    return 0;
  }

  @Override
  public void close() {}
}
