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
  /** So many days off in a row are a holiday, and no weekend. */
  private static final int HOLIDAY = 3;

  private static final long NONE = Long.MIN_VALUE;

  /**
   * What is known.
   *
   * @param since since when it has been closed; NEVER while it is open
   * @param from when the day began of which is known whether it is one of a holiday
   * @param until when that day ends: it is asked once a day, not at every look
   */
  public record Closed(boolean heard, long since, long from, long until, boolean holiday) {}

  @Override
  public Closed blank(long from) {
    return new Closed(false, NEVER, NONE, NONE, false);
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.DOOR_OPEN;
  }

  @Override
  public Closed remember(Closed was, Observation observation) {
    long at = observation.time().toEpochMilli();
    boolean open = ((Reading) observation).value() != 0;
    Closed now = at(was, at);
    long since = open ? NEVER : Math.min(now.since(), at);
    return new Closed(true, since, now.from(), now.until(), now.holiday());
  }

  @Override
  public Verdict verdict(Closed door, long at) {
    if (!door.heard()) {
      return Verdict.UNKNOWN;
    }
    if (door.since() == NEVER) {
      return Verdict.RIGHT;
    }
    return at(door, at).holiday() ? Verdict.HELD : Verdict.WRONG;
  }

  private Closed at(Closed was, long at) {
    if (at >= was.from() && at < was.until()) {
      return was;
    }
    long day = days.dayOf(at);
    return new Closed(
        was.heard(), was.since(), days.at(day, 0), days.at(day + 1, 0), isHoliday(day));
  }

  /** Whether a day lies in a row of days off that is longer than a weekend. */
  private boolean isHoliday(long day) {
    int row = 0;
    for (long before = day; row < HOLIDAY && days.isOff(before); before--) {
      row++;
    }
    for (long after = day + 1; row > 0 && row < HOLIDAY && days.isOff(after); after++) {
      row++;
    }
    return row >= HOLIDAY;
  }

  @Override
  public long since(Closed door, long at) {
    return door.since();
  }

  @Override
  public long changes(Closed door, long at) {
    return door.since() == NEVER ? NEVER : at(door, at).until();
  }

  @Override
  public Evidence evidence(Closed door, long at) {
    return Evidence.NONE.with("last_opened", Instant.ofEpochMilli(door.since()));
  }
}
