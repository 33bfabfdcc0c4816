package wuchang.rules.kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A problem that comes back: a rule has found the same device so often within a window, or once
 * more within a month of a rectification that is closed (DOMAIN.md A25). It is judged on what the
 * other rules of the device find, so that it is the same live, in a backtest and after a restart.
 *
 * @param least what is milder does not count
 * @param window milliseconds, both ends included
 * @param effect for how long a rectification must hold, in milliseconds
 */
public record Repeats(String device, Severity least, int count, long window, long effect)
    implements Kind<Repeats.Known> {
  /**
   * What is known.
   *
   * @param raised by rule, when it has found the device, within the window
   * @param closed by rule, when a rectification was closed; all rules under the empty name
   * @param relapses by rule, when it came back after a rectification
   */
  public record Known(
      Map<String, List<Long>> raised, Map<String, Long> closed, Map<String, Long> relapses) {
    public Known {
      raised = Map.copyOf(raised);
      closed = Map.copyOf(closed);
      relapses = Map.copyOf(relapses);
    }
  }

  /** Since when a rule's problem is one that comes back, and until when. */
  private record Repeat(String rule, long since, long until, int times) {}

  @Override
  public Known blank(long from) {
    return new Known(Map.of(), Map.of(), Map.of());
  }

  @Override
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.CORRECTIVE_ACTION;
  }

  @Override
  public boolean wantsFindings() {
    return true;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Known found(Known was, RuleId rule, Severity severity, long at) {
    if (!severity.atLeast(least)) {
      return was;
    }
    Map<String, List<Long>> raised = new HashMap<>(was.raised());
    List<Long> times = new ArrayList<>(raised.getOrDefault(rule.value(), List.of()));
    times.removeIf(time -> time + window < at);
    times.add(at);
    raised.put(rule.value(), List.copyOf(times));
    Map<String, Long> relapses = new HashMap<>(was.relapses());
    relapses.values().removeIf(time -> time + window < at);
    if (isRectified(was, rule.value(), at)) {
      relapses.put(rule.value(), at);
    }
    return new Known(raised, was.closed(), relapses);
  }

  private boolean isRectified(Known known, String rule, long at) {
    long closed =
        Math.max(
            known.closed().getOrDefault(rule, Long.MIN_VALUE),
            known.closed().getOrDefault("", Long.MIN_VALUE));
    return closed != Long.MIN_VALUE && at > closed && at <= closed + effect;
  }

  @Override
  public Known remember(Known was, Observation observation) {
    BookEntry entry = (BookEntry) observation;
    boolean done = entry.state().equals("closed") || entry.state().equals("verified");
    if (!done || !entry.fields().is("device", device)) {
      return was;
    }
    Map<String, Long> closed = new HashMap<>(was.closed());
    long at = entry.time().toEpochMilli();
    closed.values().removeIf(time -> time + effect < at);
    closed.putIfAbsent(entry.fields().text("rule").orElse(""), at);
    return new Known(was.raised(), closed, was.relapses());
  }

  @Override
  public Verdict verdict(Known known, long at) {
    return first(known, at).isPresent() ? Verdict.CERTAIN : Verdict.RIGHT;
  }

  @Override
  public long since(Known known, long at) {
    return first(known, at).orElseThrow().since();
  }

  @Override
  public long changes(Known known, long at) {
    return repeats(known, at).stream().mapToLong(Repeat::until).min().orElse(NEVER);
  }

  @Override
  public Evidence evidence(Known known, long at) {
    Repeat repeat = first(known, at).orElseThrow();
    return Evidence.NONE
        .with("rule", repeat.rule())
        .with("count", repeat.times())
        .with("first", Instant.ofEpochMilli(repeat.since()));
  }

  private Optional<Repeat> first(Known known, long at) {
    return repeats(known, at).stream()
        .min(Comparator.comparing(Repeat::since).thenComparing(Repeat::rule));
  }

  private List<Repeat> repeats(Known known, long at) {
    List<Repeat> repeats = new ArrayList<>();
    known
        .raised()
        .forEach(
            (rule, all) -> {
              List<Long> times = all.stream().filter(t -> t <= at && t + window >= at).toList();
              if (times.size() >= count) {
                // It is one until so few are left that they are none.
                long until = times.get(times.size() - count) + window + 1;
                repeats.add(new Repeat(rule, times.get(0), until, times.size()));
              }
            });
    known
        .relapses()
        .forEach(
            (rule, time) -> {
              if (at >= time && at <= time + window) {
                repeats.add(new Repeat(rule, time, time + window + 1, 1));
              }
            });
    return repeats;
  }
}
