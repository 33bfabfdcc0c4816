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

/** What follows when late data changed the past of an alert. The alert keeps its id. */
final class RevisionDecision {
  private final Instant now;

  RevisionDecision(Instant now) {
    this.now = now;
  }

  Decision on(Alert alert, Optional<Episode> after) {
    return after.map(episode -> rewrite(alert, episode)).orElseGet(() -> withdraw(alert));
  }

  private Decision withdraw(Alert alert) {
    if (alert.state() == AlertState.WITHDRAWN) {
      return new Unchanged(Why.NOTHING_NEW);
    }
    return step(
        Kind.WITHDRAWN,
        StepReason.LATE_DATA_SHOWS_IT_NEVER_WAS,
        new Sketch(alert).in(AlertState.WITHDRAWN));
  }

  private Decision rewrite(Alert alert, Episode after) {
    Sketch sketch = new Sketch(alert).rewritten(after);
    return switch (alert.state()) {
      case WITHDRAWN -> unwithdraw(sketch, after);
      case FALSE_ALARM -> revise(alert, sketch);
      case CLOSED -> closed(alert, sketch, after);
      case RESOLVED -> after.isOpen() ? reopen(sketch) : revise(alert, sketch);
      case OPEN, ACKNOWLEDGED, SUPPRESSED -> standing(alert, sketch, after);
    };
  }

  private Decision standing(Alert alert, Sketch sketch, Episode after) {
    if (!after.isOpen()) {
      return step(Kind.RESOLVED, StepReason.LATE_DATA, sketch.in(AlertState.RESOLVED));
    }
    return alert.severity().atLeast(after.severity())
        ? revise(alert, sketch)
        : step(Kind.WORSENED, StepReason.LATE_DATA, sketch);
  }

  /** Closed on the word of a reading that late data takes back: not closed after all. */
  private Decision closed(Alert alert, Sketch sketch, Episode after) {
    boolean wasOver = alert.resolvedAt().isPresent();
    return wasOver && after.isOpen() ? reopen(sketch) : revise(alert, sketch);
  }

  private Decision unwithdraw(Sketch sketch, Episode after) {
    Optional<Instant> until = after.until();
    sketch.reopened().resolvedAt = until;
    return until.isEmpty()
        ? step(Kind.REOPENED, StepReason.LATE_DATA_SHOWS_IT_AFTER_ALL, sketch)
        : step(
            Kind.REVISED, StepReason.LATE_DATA_SHOWS_IT_AFTER_ALL, sketch.in(AlertState.RESOLVED));
  }

  private Decision reopen(Sketch sketch) {
    return step(Kind.REOPENED, StepReason.LATE_DATA_SHOWS_IT_WENT_ON, sketch.reopened());
  }

  private Decision revise(Alert alert, Sketch sketch) {
    return sketch.alert().equals(alert)
        ? new Unchanged(Why.NOTHING_NEW)
        : step(Kind.REVISED, StepReason.LATE_DATA, sketch);
  }

  private Decision step(Kind kind, StepReason why, Sketch sketch) {
    return new Changed(new AlertStep(kind, now, AlertStep.SYSTEM, why.word(), sketch.alert()));
  }
}
