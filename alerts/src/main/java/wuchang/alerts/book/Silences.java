package wuchang.alerts.book;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.Silence;
import wuchang.domain.site.PlannedSilence;
import wuchang.domain.site.Site;

/** All silences that are kept: a fold in which the last state of each stands. */
final class Silences {
  private static final Comparator<Silence> NEWEST_FIRST =
      Comparator.comparing(Silence::from).thenComparing(Silence::id).reversed();

  private final Map<String, Silence> all = new LinkedHashMap<>();

  void apply(Silence silence) {
    all.put(silence.id(), silence);
  }

  Optional<Silence> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  List<Silence> newestFirst() {
    return all.values().stream().sorted(NEWEST_FIRST).toList();
  }

  /** Those whose time is up and of which nobody has been told yet. */
  List<Silence> due(Instant now) {
    return all.values().stream()
        .filter(silence -> silence.endedAt().isEmpty() && !silence.until().isAfter(now))
        .toList();
  }

  void forget(Instant endedBefore) {
    all.values().removeIf(s -> s.endedAt().filter(endedBefore::isAfter).isPresent());
  }

  /**
   * Why an alert is not to be told at an instant, with the reason that was given; empty when it may
   * be.
   *
   * @param changed silences as a draft leaves them
   */
  Optional<String> covering(Alert alert, Collection<Silence> changed, Site site, Instant at) {
    Map<String, Silence> now = new LinkedHashMap<>(all);
    changed.forEach(silence -> now.put(silence.id(), silence));
    Stream<String> asked =
        now.values().stream()
            .filter(silence -> silence.isInForce(at) && silence.scope().covers(alert))
            .map(silence -> silence.reason() + " (" + silence.by() + ")");
    Stream<String> planned =
        site.calendar().quiet().stream()
            .filter(each -> covers(each, alert) && each.isInForce(site.local(at), site.calendar()))
            .map(PlannedSilence::reason);
    return Stream.concat(asked, planned).findFirst().map(reason -> "silenced: " + reason);
  }

  private static boolean covers(PlannedSilence planned, Alert alert) {
    return planned.area().map(alert.area()::equals).orElse(true)
        && planned.device().map(alert.device()::equals).orElse(true)
        && (planned.rules().isEmpty() || planned.rules().contains(alert.rule()));
  }
}
