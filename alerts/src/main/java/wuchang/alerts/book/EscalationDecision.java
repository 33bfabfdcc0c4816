package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.site.Escalation;

/**
 * Whether an alert that nobody has taken on moves up: one level at a time (一级管理一级). Each severity's
 * clock starts when the alert first reached it, so getting worse never delays a level that was due
 * anyway.
 */
final class EscalationDecision {
  private final Escalation plan;
  private final Instant now;

  EscalationDecision(Escalation plan, Instant now) {
    this.plan = plan;
    this.now = now;
  }

  Optional<AlertStep> on(Life life) {
    Alert alert = life.alert();
    if (alert.state() != AlertState.OPEN || !alert.live()) {
      return Optional.empty();
    }
    boolean due =
        Arrays.stream(Severity.values())
            .filter(alert.severity()::atLeast)
            .flatMap(severity -> dueAt(life, severity).stream())
            .anyMatch(at -> !at.isAfter(now));
    return due ? Optional.of(raised(alert)) : Optional.empty();
  }

  private Optional<Instant> dueAt(Life life, Severity severity) {
    List<Duration> levels = plan.levels().getOrDefault(severity, List.of());
    int next = life.alert().level();
    return next < levels.size()
        ? life.reached(severity).map(at -> at.plus(levels.get(next)))
        : Optional.empty();
  }

  private AlertStep raised(Alert alert) {
    Sketch sketch = new Sketch(alert);
    sketch.level = alert.level() + 1;
    return new AlertStep(
        AlertStep.Kind.ESCALATED,
        now,
        AlertStep.SYSTEM,
        StepReason.NOT_ACKNOWLEDGED.word(),
        sketch.alert());
  }
}
