package wuchang.app.self;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;

/**
 * Makes findings of what is wrong with the system itself: what has been wrong for {@link
 * #TOLERATED} is told, and what has been right for {@link #SETTLED} is over. Pure but for its
 * memory, which begins with the alerts that stand. For one thread at a time.
 */
public final class SelfWatch {
  static final Duration TOLERATED = Duration.ofSeconds(60);
  static final Duration SETTLED = Duration.ofSeconds(60);

  /** What is wrong, since when, when it was last seen, and as what people know it. */
  private record Wrong(Complaint last, Instant since, Instant seen, Optional<Episode> told) {}

  private final Map<OwnRules, Wrong> wrongs = new EnumMap<>(OwnRules.class);

  /**
   * @param steps every alert step that is kept, in order
   */
  public SelfWatch(List<AlertStep> steps) {
    Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    steps.stream()
        .filter(step -> step.alert().device().equals(OwnSite.SERVER))
        .forEach(step -> alerts.put(step.alert().id(), step.alert()));
    alerts.values().stream()
        .filter(alert -> alert.resolvedAt().isEmpty() && alert.state() != AlertState.WITHDRAWN)
        .forEach(this::resume);
  }

  private void resume(Alert alert) {
    for (OwnRules rule : OwnRules.values()) {
      if (rule.id().equals(alert.rule())) {
        Complaint last = new Complaint(rule, alert.severity(), alert.evidence());
        Episode told = episode(last, alert.since(), alert.raisedAt());
        wrongs.put(rule, new Wrong(last, alert.since(), alert.raisedAt(), Optional.of(told)));
      }
    }
  }

  /** What follows from a look; the same look again, when it could not be told, gives it again. */
  public List<Finding> look(List<Complaint> complaints, Instant now) {
    List<Finding> findings = new ArrayList<>();
    for (Complaint each : complaints) {
      Wrong before = wrongs.get(each.rule());
      Wrong after =
          before == null
              ? new Wrong(each, now, now, Optional.empty())
              : new Wrong(each, before.since(), now, before.told());
      wrongs.put(each.rule(), after);
      tell(after, now).ifPresent(findings::add);
    }
    for (Wrong each : List.copyOf(wrongs.values())) {
      if (!each.seen().plus(SETTLED).isAfter(now)) {
        each.told().ifPresent(told -> findings.add(new Finding.Recovered(told.ended(now))));
      }
    }
    return findings;
  }

  /** The findings are on disk with the alerts: from now on they are known. */
  public void told(List<Finding> findings) {
    for (Finding finding : findings) {
      Episode episode = finding.episode();
      wrongs.replaceAll(
          (rule, wrong) ->
              rule.id().equals(episode.rule()) && episode.isOpen()
                  ? new Wrong(wrong.last(), wrong.since(), wrong.seen(), Optional.of(episode))
                  : wrong);
      wrongs.keySet().removeIf(rule -> rule.id().equals(episode.rule()) && !episode.isOpen());
    }
  }

  private static Optional<Finding> tell(Wrong wrong, Instant now) {
    if (wrong.told().isEmpty()) {
      return wrong.since().plus(TOLERATED).isAfter(now)
          ? Optional.empty()
          : Optional.of(new Finding.Breached(episode(wrong.last(), wrong.since(), now)));
    }
    Episode told = wrong.told().get();
    if (told.severity().atLeast(wrong.last().severity())) {
      return Optional.empty();
    }
    Episode.Step step = new Episode.Step(wrong.last().severity(), now);
    return Optional.of(new Finding.Worsened(told.worsened(step, wrong.last().evidence())));
  }

  private static Episode episode(Complaint complaint, Instant since, Instant raisedAt) {
    return new Episode(
        complaint.rule().id(),
        OwnSite.SERVER,
        complaint.severity(),
        since,
        raisedAt,
        Optional.empty(),
        complaint.evidence(),
        List.of(new Episode.Step(complaint.severity(), raisedAt)),
        Duration.ZERO,
        true);
  }
}
