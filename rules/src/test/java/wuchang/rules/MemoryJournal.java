package wuchang.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;

/** A journal in memory that drops nothing. */
final class MemoryJournal implements Journal {
  private final List<Placed> batches = new ArrayList<>();
  private final Map<Reader, Long> positions = new EnumMap<>(Reader.class);

  @Override
  public long append(Batch batch) {
    batches.add(new Placed(batches.size() + 1, batch));
    return batches.size();
  }

  @Override
  public List<Placed> read(long after, int most) {
    return batches.stream().filter(b -> b.position() > after).limit(most).toList();
  }

  @Override
  public long end() {
    return batches.size();
  }

  @Override
  public long position(Reader reader) {
    return positions.getOrDefault(reader, 0L);
  }

  @Override
  public void advance(Reader reader, long position) {
    positions.merge(reader, position, Math::max);
  }

  @Override
  public List<AlertStep> alertSteps() {
    return batches.stream().flatMap(b -> b.batch().alertSteps().stream()).toList();
  }

  @Override
  public List<NotificationStep> notifications() {
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
  public long bytes() {
    return 0;
  }

  @Override
  public long lag(Reader reader) {
    return end() - position(reader);
  }

  @Override
  public void close() {}
}
