package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;

/**
 * Whether the system closes an alert that is right again and that nobody has closed: what paged
 * after a month, anything less after a week. Its cause stays unknown, and the step says so; were it
 * left open, book and journal would grow for ever and nobody would look at the list any more.
 */
final class ForgottenDecision {
  static final Duration PAGED = Duration.ofDays(30);
  static final Duration LISTED = Duration.ofDays(7);

  private final Instant now;

  ForgottenDecision(Instant now) {
    this.now = now;
  }

  Optional<AlertStep> on(Life life) {
    Alert alert = life.alert();
    Duration wait = alert.severity().pages() ? PAGED : LISTED;
    if (alert.state() != AlertState.RESOLVED || life.lastStep().at().plus(wait).isAfter(now)) {
      return Optional.empty();
    }
    Sketch closed = new Sketch(alert).in(AlertState.CLOSED);
    closed.closedAt = Optional.of(now);
    closed.offered = Optional.empty();
    return Optional.of(
        new AlertStep(
            Kind.CLOSED,
            now,
            AlertStep.SYSTEM,
            StepReason.NOBODY_CLOSED_IT.word(),
            closed.alert()));
  }
}
