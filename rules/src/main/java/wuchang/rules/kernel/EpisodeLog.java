package wuchang.rules.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wuchang.domain.RuleId;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;

/**
 * The episodes of one device, and what has changed about them since somebody last asked. Judging
 * the past again simply writes them anew: what comes out the same is no finding.
 */
final class EpisodeLog {
  private record Key(RuleId rule, Instant since) {
    static Key of(Episode episode) {
      return new Key(episode.rule(), episode.since());
    }
  }

  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.episode().raisedAt())
          .thenComparing(f -> f.episode().rule())
          .thenComparing(f -> f.episode().since());

  private final Map<Key, Episode> episodes = new LinkedHashMap<>();
  private final Map<Key, Optional<Episode>> before = new LinkedHashMap<>();

  /** How many episodes are open but were found in history; asked at every look, mostly none. */
  private int openHistory;

  void put(Episode episode) {
    Key key = Key.of(episode);
    Optional<Episode> was = keep(key, episode);
    before.putIfAbsent(key, was);
  }

  /**
   * Takes in what was told before a restart, as if this log had told it. It has no steps: those are
   * not compared.
   */
  void told(Episode episode) {
    before.put(Key.of(episode), Optional.of(episode));
  }

  /** Forgets what was raised after an instant, or is not as it was: it is to be judged again. */
  void rewind(long instant, @Nullable Episode[] open) {
    Map<Key, Episode> standing = new HashMap<>();
    for (Episode episode : open) {
      if (episode != null) {
        standing.put(Key.of(episode), episode);
      }
    }
    for (Episode episode : List.copyOf(episodes.values())) {
      Key key = Key.of(episode);
      Episode stood = standing.get(key);
      if (stood != null) {
        put(stood);
      } else if (episode.raisedAt().toEpochMilli() > instant) {
        before.putIfAbsent(key, drop(key));
      }
    }
  }

  /** Drops what ended before an instant: nothing can change it here any more. */
  void forgetBefore(long instant) {
    if (before.isEmpty()) {
      // Those that have ended are not counted as open.
      episodes
          .values()
          .removeIf(e -> e.until().isPresent() && e.until().get().toEpochMilli() < instant);
    }
  }

  /** The episodes that are open but were found in history, if any. */
  List<Episode> openHistory() {
    if (openHistory == 0) {
      return List.of();
    }
    List<Episode> found = new ArrayList<>();
    for (Episode episode : episodes.values()) {
      if (isOpenHistory(episode)) {
        found.add(episode);
      }
    }
    return found;
  }

  /** Whether there is nothing to tell and nothing that could become news. */
  boolean isQuiet() {
    return before.isEmpty() && openHistory == 0;
  }

  boolean hasChanges() {
    return !before.isEmpty();
  }

  List<Episode> all() {
    return List.copyOf(episodes.values());
  }

  /**
   * What has changed since the last call, ordered by when it was raised.
   *
   * @param from episodes that began before are left out: their beginning was not seen
   */
  List<Finding> changes(Instant from) {
    if (before.isEmpty()) {
      return List.of();
    }
    List<Episode> gone = new ArrayList<>();
    List<Episode> fresh = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    before.forEach(
        (key, was) -> {
          Episode is = episodes.get(key);
          if (is != null && was.isPresent()) {
            changed(was.get(), is, findings);
          } else if (is != null) {
            fresh.add(is);
          } else {
            was.ifPresent(gone::add);
          }
        });
    before.clear();
    fresh.removeIf(episode -> episode.since().isBefore(from));
    replaced(gone, fresh, findings);
    fresh.forEach(episode -> began(episode, findings));
    findings.sort(ORDER);
    return findings;
  }

  private static void began(Episode episode, List<Finding> findings) {
    findings.add(new Finding.Breached(episode));
    if (!episode.isOpen()) {
      findings.add(new Finding.Recovered(episode));
    }
  }

  private void changed(Episode was, Episode is, List<Finding> findings) {
    Episode now = was.live() && !is.live() ? lively(is) : is;
    if (now.live() && !was.live() && now.isOpen()) {
      findings.add(new Finding.Confirmed(now));
    }
    if (now.severity().compareTo(was.severity()) > 0 && now.raisedAt().equals(was.raisedAt())) {
      findings.add(new Finding.Worsened(now));
    } else if (!alike(was, now)) {
      findings.add(new Finding.Revised(was, Optional.of(now)));
    }
    if (was.isOpen() && !now.isOpen()) {
      findings.add(new Finding.Recovered(now));
    }
  }

  /** What was told live stays so, though it was judged again later. */
  private Episode lively(Episode episode) {
    Episode live = episode.confirmed();
    keep(Key.of(live), live);
    return live;
  }

  private Optional<Episode> keep(Key key, Episode episode) {
    Optional<Episode> was = noLonger(episodes.put(key, episode));
    openHistory += isOpenHistory(episode) ? 1 : 0;
    return was;
  }

  private Optional<Episode> drop(Key key) {
    return noLonger(episodes.remove(key));
  }

  private Optional<Episode> noLonger(@Nullable Episode was) {
    openHistory -= was != null && isOpenHistory(was) ? 1 : 0;
    return Optional.ofNullable(was);
  }

  private static boolean isOpenHistory(Episode episode) {
    return episode.isOpen() && !episode.live();
  }

  /** Whether nothing is to be told but perhaps an end: how soon it was known is no difference. */
  private static boolean alike(Episode was, Episode is) {
    boolean end = was.until().equals(is.until()) || was.isOpen();
    return end
        && was.severity() == is.severity()
        && was.raisedAt().equals(is.raisedAt())
        && was.evidence().equals(is.evidence())
        && (was.steps().isEmpty()
            || was.steps().equals(is.steps()) && was.frozen().equals(is.frozen()));
  }

  /** An episode that is gone and one of the same rule that touches it are one, seen anew. */
  private static void replaced(List<Episode> gone, List<Episode> fresh, List<Finding> findings) {
    for (Episode was : gone) {
      Optional<Episode> now = fresh.stream().filter(is -> touches(was, is)).findFirst();
      now.ifPresent(fresh::remove);
      findings.add(new Finding.Revised(was, now));
      now.filter(is -> was.isOpen() && !is.isOpen())
          .ifPresent(is -> findings.add(new Finding.Recovered(is)));
    }
  }

  private static boolean touches(Episode a, Episode b) {
    return a.rule().equals(b.rule())
        && !a.since().isAfter(b.until().orElse(Instant.MAX))
        && !b.since().isAfter(a.until().orElse(Instant.MAX));
  }
}
