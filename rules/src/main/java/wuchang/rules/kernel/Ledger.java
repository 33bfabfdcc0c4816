package wuchang.rules.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import wuchang.domain.finding.Coverage;

/**
 * The sums of one device's {@link Tally} at each border of the periods, from which those of every
 * period are told apart. Judging the past again writes them anew.
 */
final class Ledger {
  private final DeviceRules rules;
  private final Periods periods;
  private final NavigableMap<Long, long[]> marks = new TreeMap<>();

  /** From when on the marks have changed since somebody last asked. */
  private long changedFrom = Kind.NEVER;

  Ledger(DeviceRules rules, Periods periods) {
    this.rules = rules;
    this.periods = periods;
  }

  long nextBorder(long after) {
    return periods.nextBorder(after);
  }

  /** The sums at a border. */
  void mark(long border, long[] sums) {
    marks.put(border, sums);
    changedFrom = Math.min(changedFrom, border);
  }

  /** Forgets what was marked after an instant: it is to be judged again. */
  void rewind(long instant) {
    marks.tailMap(instant, false).clear();
  }

  /** Forgets what is so old that it cannot change any more. */
  void forgetBefore(long instant) {
    marks.headMap(instant, false).clear();
  }

  boolean hasChanges() {
    return changedFrom != Kind.NEVER;
  }

  /**
   * The periods that are over and whose sums have changed since the last call, and that have not
   * begun before an instant.
   */
  List<Coverage> changes(long notBefore) {
    List<Coverage> changes = new ArrayList<>();
    if (hasChanges() && !marks.isEmpty()) {
      for (Periods.Span span : periods.touching(changedFrom - 1, marks.lastKey())) {
        if (span.from() >= notBefore && span.to() >= changedFrom && marks.containsKey(span.to())) {
          add(span, marks.get(span.to()), span.to(), changes);
        }
      }
    }
    changedFrom = Kind.NEVER;
    return changes;
  }

  /** The periods that go on at an instant, as far as they have come. */
  List<Coverage> running(long notBefore, long at, long[] sums) {
    List<Coverage> running = new ArrayList<>();
    for (Periods.Span span : periods.touching(at, at)) {
      if (span.from() >= notBefore && span.from() < at && at < span.to()) {
        add(span, sums, at, running);
      }
    }
    return running;
  }

  private void add(Periods.Span span, long[] sums, long to, List<Coverage> into) {
    // Before the first mark nothing was known.
    long[] before = marks.get(span.from());
    for (int rule = 0; rule < rules.rules().size(); rule++) {
      long right = sums[2 * rule] - (before == null ? 0 : before[2 * rule]);
      long wrong = sums[2 * rule + 1] - (before == null ? 0 : before[2 * rule + 1]);
      into.add(
          new Coverage(
              span.period(),
              rules.device(),
              rules.rules().get(rule).id(),
              Duration.ofMillis(right),
              Duration.ofMillis(wrong),
              Duration.ofMillis(to - span.from() - right - wrong)));
    }
  }
}
