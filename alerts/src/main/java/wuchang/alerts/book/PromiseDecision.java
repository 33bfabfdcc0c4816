package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;

/**
 * Whether an owner keeps its promise (DOMAIN.md A7, B2.9): once the promised time has passed the
 * owner is told, a quarter of an hour later the level above, and the next one when twice the
 * promised time is over.
 */
final class PromiseDecision {
  static final Duration GRACE = Duration.ofMinutes(15);
  private static final int HIGHEST = 3;

  private final Instant now;

  PromiseDecision(Instant now) {
    this.now = now;
  }

  Optional<AlertStep> on(Life life) {
    Alert alert = life.alert();
    if (alert.state() != AlertState.ACKNOWLEDGED || !alert.live() || alert.parent().isPresent()) {
      return Optional.empty();
    }
    return alert.promisedAt().filter(at -> !at.isAfter(now)).flatMap(at -> passed(life, at));
  }

  private Optional<AlertStep> passed(Life life, Instant promised) {
    if (count(life, Kind.OVERDUE) == 0) {
      return Optional.of(step(Kind.OVERDUE, new Sketch(life.alert())));
    }
    boolean due = !dueAt(life, promised).isAfter(now);
    if (!due || life.alert().level() >= HIGHEST || count(life, Kind.ESCALATED) > 1) {
      return Optional.empty();
    }
    Sketch raised = new Sketch(life.alert());
    raised.level++;
    return Optional.of(step(Kind.ESCALATED, raised));
  }

  private static Instant dueAt(Life life, Instant promised) {
    Instant first = promised.plus(GRACE);
    if (count(life, Kind.ESCALATED) == 0) {
      return first;
    }
    Instant taken = life.alert().acknowledgedAt().orElse(promised);
    Instant twice = promised.plus(Duration.between(taken, promised));
    return twice.isAfter(first) ? twice : first.plus(GRACE);
  }

  /** Steps of a kind that were taken for this promise. */
  private static long count(Life life, Kind kind) {
    return life.steps().stream()
        .filter(step -> step.kind() == kind)
        .filter(step -> step.why().equals(StepReason.PROMISE_PASSED.word()))
        .filter(step -> step.alert().promisedAt().equals(life.alert().promisedAt()))
        .count();
  }

  private AlertStep step(Kind kind, Sketch sketch) {
    return new AlertStep(
        kind, now, AlertStep.SYSTEM, StepReason.PROMISE_PASSED.word(), sketch.alert());
  }
}
