package wuchang.alerts.book;

import java.time.Instant;
import java.util.Optional;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Unchanged;
import wuchang.alerts.book.Decision.Why;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Finding.Breached;
import wuchang.domain.finding.Finding.Confirmed;
import wuchang.domain.finding.Finding.Worsened;

/** What follows for an alert from news of its episode; late changes of the past are elsewhere. */
final class FindingDecision {
  private final Instant now;

  FindingDecision(Instant now) {
    this.now = now;
  }

  Decision on(Finding finding, Alert alert) {
    if (alert.state() == AlertState.FALSE_ALARM) {
      // A person has said that the sensor lies; more of the same lie opens nothing.
      return new Unchanged(Why.ALREADY_CLOSED);
    }
    Episode episode = finding.episode();
    if (finding instanceof Breached) {
      return breached(alert, episode);
    }
    if (finding instanceof Worsened) {
      return worsened(alert, episode);
    }
    return finding instanceof Confirmed ? confirmed(alert, episode) : recovered(alert, episode);
  }

  private Decision breached(Alert alert, Episode episode) {
    if (alert.state() == AlertState.WITHDRAWN) {
      return new RevisionDecision(now).on(alert, Optional.of(episode));
    }
    if (!alert.live() && episode.live() && episode.isOpen() && alert.state().isStanding()) {
      return confirmed(alert, episode);
    }
    return new Unchanged(already(alert));
  }

  private Decision worsened(Alert alert, Episode episode) {
    if (!inBreach(alert)) {
      return new Unchanged(Why.ALREADY_OVER);
    }
    if (alert.severity().atLeast(episode.severity())) {
      return new Unchanged(Why.NOT_WORSE);
    }
    Sketch worse = new Sketch(alert).following(episode);
    if (alert.state() == AlertState.CLOSED) {
      // It was closed while in breach, on a judgement of something milder than this.
      return step(Kind.REOPENED, StepReason.GOT_WORSE_AFTER_CLOSING, worse.unowned().reopened());
    }
    return step(Kind.WORSENED, StepReason.GOT_WORSE, worse);
  }

  private Decision confirmed(Alert alert, Episode episode) {
    if (!Causes.isUnsettled(alert)) {
      return new Unchanged(already(alert));
    }
    if (alert.live()) {
      return new Unchanged(Why.ALREADY_LIVE);
    }
    Sketch live = new Sketch(alert).following(episode);
    live.live = true;
    return step(Kind.CONFIRMED, StepReason.GOES_ON_NOW, live);
  }

  private Decision recovered(Alert alert, Episode episode) {
    if (!inBreach(alert)) {
      return new Unchanged(Why.ALREADY_OVER);
    }
    Sketch over = new Sketch(alert).following(episode);
    over.resolvedAt = episode.until().or(() -> Optional.of(now));
    // One that a person closed while in breach stays closed; it only learns when it ended.
    AlertState next = Causes.isUnsettled(alert) ? AlertState.RESOLVED : alert.state();
    return step(Kind.RESOLVED, StepReason.RECOVERED, over.in(next));
  }

  private Decision step(Kind kind, StepReason why, Sketch sketch) {
    return new Changed(new AlertStep(kind, now, AlertStep.SYSTEM, why.word(), sketch.alert()));
  }

  /** Whether the sensor, as far as is known, still shows it, whatever people have said. */
  static boolean inBreach(Alert alert) {
    return alert.resolvedAt().isEmpty() && alert.state() != AlertState.WITHDRAWN;
  }

  private static Why already(Alert alert) {
    if (alert.state() == AlertState.CLOSED) {
      return Why.ALREADY_CLOSED;
    }
    return inBreach(alert) ? Why.ALREADY_OPEN : Why.ALREADY_OVER;
  }
}
