package wuchang.app.detection;

import java.time.Instant;
import java.util.List;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;

/** A journal that keeps nothing, for what never restarts. */
final class NoDisk implements Journal {
  private long end;

  @Override
  public long append(Batch batch) {
    return ++end;
  }

  @Override
  public List<Placed> read(long after, int most) {
    return List.of();
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public long position(Reader reader) {
    return end;
  }

  @Override
  public void advance(Reader reader, long position) {}

  @Override
  public List<AlertStep> alertSteps() {
    return List.of();
  }

  @Override
  public List<NotificationStep> notifications() {
    return List.of();
  }

  @Override
  public List<Silence> silences() {
    return List.of();
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
    return 0;
  }

  @Override
  public void close() {}
}
