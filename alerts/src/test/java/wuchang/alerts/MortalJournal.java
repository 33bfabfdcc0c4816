package wuchang.alerts;

import java.time.Instant;
import java.util.List;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;

/** A journal whose owner may die just before and just after each append. */
record MortalJournal(MemoryJournal disk, Runnable moment) implements Journal {
  @Override
  public long append(Batch batch) {
    moment.run();
    long position = disk.append(batch);
    moment.run();
    return position;
  }

  @Override
  public List<Placed> read(long after, int most) {
    return disk.read(after, most);
  }

  @Override
  public long end() {
    return disk.end();
  }

  @Override
  public long position(Reader reader) {
    return disk.position(reader);
  }

  @Override
  public void advance(Reader reader, long position) {
    disk.advance(reader, position);
  }

  @Override
  public List<AlertStep> alertSteps() {
    return disk.alertSteps();
  }

  @Override
  public List<NotificationStep> notifications() {
    return disk.notifications();
  }

  @Override
  public int forgetClosedAlerts(Instant openedBefore) {
    return disk.forgetClosedAlerts(openedBefore);
  }

  @Override
  public long bytes() {
    return disk.bytes();
  }

  @Override
  public long lag(Reader reader) {
    return disk.lag(reader);
  }

  @Override
  public void close() {
    disk.close();
  }
}
