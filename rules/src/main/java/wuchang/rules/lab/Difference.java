package wuchang.rules.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Episode;

/**
 * What one set of rules finds otherwise than another. Episodes of one rule and device with the same
 * since, raised_at, until and severity are the same, whatever their evidence. Of the rest, an
 * episode and the first one of the other side that it overlaps (ends included) and that no earlier
 * one has taken are one that moved; what is then left was added or dropped.
 */
public record Difference(Change change, Episode episode) {
  /** What became of a finding. */
  public enum Change {
    ADDED,
    DROPPED,
    MOVED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Subject(RuleId rule, DeviceId device) {
    static Subject of(Episode episode) {
      return new Subject(episode.rule(), episode.device());
    }
  }

  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::episode, Backtest.ORDER).thenComparing(Difference::change);

  /**
   * The differences, ordered as findings are. One that moved is shown as it is now.
   *
   * @param found what the draft finds
   * @param reference what it is compared with
   */
  public static List<Difference> between(Collection<Episode> found, Collection<Episode> reference) {
    Map<Subject, List<Episode>> now = bySubject(found);
    Map<Subject, List<Episode>> before = bySubject(reference);
    List<Difference> differences = new ArrayList<>();
    now.forEach(
        (subject, episodes) ->
            compare(episodes, before.getOrDefault(subject, List.of()), differences));
    before.forEach(
        (subject, episodes) -> {
          if (!now.containsKey(subject)) {
            compare(List.of(), episodes, differences);
          }
        });
    differences.sort(ORDER);
    return differences;
  }

  private static void compare(
      List<Episode> found, List<Episode> reference, List<Difference> differences) {
    List<Episode> gone = without(reference, found);
    int next = 0;
    for (Episode episode : without(found, reference)) {
      while (next < gone.size() && endsBefore(gone.get(next), episode)) {
        differences.add(new Difference(Change.DROPPED, gone.get(next++)));
      }
      boolean moved = next < gone.size() && !endsBefore(episode, gone.get(next));
      next += moved ? 1 : 0;
      differences.add(new Difference(moved ? Change.MOVED : Change.ADDED, episode));
    }
    gone.subList(next, gone.size())
        .forEach(episode -> differences.add(new Difference(Change.DROPPED, episode)));
  }

  /** Those that are not among the others; both in order of since. */
  private static List<Episode> without(List<Episode> all, List<Episode> others) {
    List<Episode> left = new ArrayList<>();
    int next = 0;
    for (Episode episode : all) {
      while (next < others.size() && others.get(next).since().isBefore(episode.since())) {
        next++;
      }
      if (next == others.size() || !same(episode, others.get(next))) {
        left.add(episode);
      }
    }
    return left;
  }

  private static boolean same(Episode a, Episode b) {
    return a.since().equals(b.since())
        && a.raisedAt().equals(b.raisedAt())
        && a.until().equals(b.until())
        && a.severity() == b.severity();
  }

  private static boolean endsBefore(Episode one, Episode other) {
    return one.until().filter(until -> until.isBefore(other.since())).isPresent();
  }

  /** A rule breaks on a device only once at a time, so since tells its episodes apart. */
  private static Map<Subject, List<Episode>> bySubject(Collection<Episode> episodes) {
    Map<Subject, List<Episode>> groups = new LinkedHashMap<>();
    for (Episode episode : episodes) {
      groups.computeIfAbsent(Subject.of(episode), s -> new ArrayList<>()).add(episode);
    }
    groups.values().forEach(group -> group.sort(Comparator.comparing(Episode::since)));
    return groups;
  }
}
