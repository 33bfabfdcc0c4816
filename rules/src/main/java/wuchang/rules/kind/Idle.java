package wuchang.rules.kind;

import java.time.Instant;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.schedule.Days;

/**
 * A cold unit that nobody opens: since it was closed last, or since its door was first heard of.
 * What a canteen that is closed does not need says nothing, so time counts only on days that are
 * served, and on the days off between them.
 */
public record Idle(Days days) implements Kind<Idle.Closed> {
  /** So many days without service in a row are a holiday, and no weekend. */
  private static final int WEEKEND = 3;

  /** Whether the door was heard of, and since when it has been closed; NEVER while it is open. */
  public record Closed(boolean heard, long since) {}

  @Override
  public Closed blank(long from) {
    return new Closed(false, NEVER);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.DOOR_OPEN;
  }

  @Override
  public Closed remember(Closed was, Observation observation) {
    boolean open = ((Reading) observation).value() != 0;
    return new Closed(
        true, open ? NEVER : Math.min(was.since(), observation.time().toEpochMilli()));
  }

  @Override
  public Verdict verdict(Closed door, long at) {
    if (!door.heard()) {
      return Verdict.UNKNOWN;
    }
    if (door.since() == NEVER) {
      return Verdict.RIGHT;
    }
    return isHoliday(days.dayOf(at)) ? Verdict.HELD : Verdict.WRONG;
  }

  /** Whether a day lies in a row of days off that is longer than a weekend. */
  private boolean isHoliday(long day) {
    int row = 0;
    for (long before = day; row < WEEKEND && !days.isServed(before); before--) {
      row++;
    }
    for (long after = day + 1; row > 0 && row < WEEKEND && !days.isServed(after); after++) {
      row++;
    }
    return row >= WEEKEND;
  }

  @Override
  public long since(Closed door, long at) {
    return door.since();
  }

  @Override
  public long changes(Closed door, long at) {
    return door.since() == NEVER ? NEVER : days.at(days.dayOf(at) + 1, 0);
  }

  @Override
  public Evidence evidence(Closed door, long at) {
    return Evidence.NONE.with("last_opened", Instant.ofEpochMilli(door.since()));
  }
}
