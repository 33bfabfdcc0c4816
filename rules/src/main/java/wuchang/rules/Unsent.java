package wuchang.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.CoverageSheet;

/**
 * Sums of evidence on their way to the store. They are kept until it has them, the newest of each;
 * one sheet is under way at a time, so none overtakes a newer one.
 */
final class Unsent {
  /** How old the sums of a day that goes on may be. */
  private static final Duration RUNNING_EVERY = Duration.ofMinutes(10);

  /** What a transaction takes without holding others up. */
  private static final int MOST = 5_000;

  private final Map<Coverage.Key, Coverage> rows = new LinkedHashMap<>();
  private Instant running = Instant.MIN;
  private boolean underWay;

  void add(List<Coverage> more) {
    more.forEach(row -> rows.put(row.key(), row));
  }

  /** Whether the sums of what goes on are to be added now. */
  boolean wantsRunning(Instant now) {
    boolean due = !now.isBefore(running);
    running = due ? now.plus(RUNNING_EVERY) : running;
    return due;
  }

  /** What is to be sent next; empty while something is under way or there is nothing. */
  CoverageSheet next() {
    if (underWay || rows.isEmpty()) {
      return new CoverageSheet(List.of());
    }
    underWay = true;
    return new CoverageSheet(rows.values().stream().limit(MOST).toList());
  }

  /** The store has a sheet. */
  void arrived(CoverageSheet sheet) {
    underWay = false;
    sheet.rows().forEach(row -> rows.remove(row.key(), row));
  }

  /** The store has not taken a sheet: it is to be sent again. */
  void failed() {
    underWay = false;
  }
}
