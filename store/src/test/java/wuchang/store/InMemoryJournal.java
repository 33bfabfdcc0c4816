package wuchang.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;

/** A journal that forgets everything when the test ends, and counts how often it was asked. */
final class InMemoryJournal implements Journal {
  private final List<Placed> batches = new ArrayList<>();
  private final Map<Reader, Long> positions = new EnumMap<>(Reader.class);
  private int asked;

  /** How often its end was asked for, which the follower does with every attempt to begin. */
  synchronized int asked() {
    return asked;
  }

  @Override
  public synchronized long append(Batch batch) {
    batches.add(new Placed(batches.size() + 1L, batch));
    return batches.size();
  }

  @Override
  public synchronized List<Placed> read(long after, int most) {
    return batches.stream().filter(b -> b.position() > after).limit(most).toList();
  }

  @Override
  public synchronized long end() {
    asked++;
    return batches.size();
  }

  @Override
  public synchronized long position(Reader reader) {
    return positions.getOrDefault(reader, 0L);
  }

  @Override
  public synchronized void advance(Reader reader, long position) {
    positions.merge(reader, position, Math::max);
  }

  @Override
  public synchronized List<AlertStep> alertSteps() {
    return batches.stream().flatMap(b -> b.batch().alertSteps().stream()).toList();
  }

  @Override
  public synchronized List<NotificationStep> notifications() {
    return batches.stream().flatMap(b -> b.batch().notifications().stream()).toList();
  }

  @Override
  public synchronized List<wuchang.domain.alert.Silence> silences() {
    return batches.stream().flatMap(b -> b.batch().silences().stream()).toList();
  }

  @Override
  public int forgetClosedAlerts(Instant openedBefore) {
    return 0;
  }

  @Override
  public synchronized long bytes() {
    return 100L * batches.size();
  }

  @Override
  public synchronized long lag(Reader reader) {
    return batches.stream()
        .filter(b -> b.position() > position(reader))
        .mapToLong(b -> b.batch().observations().size())
        .sum();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
