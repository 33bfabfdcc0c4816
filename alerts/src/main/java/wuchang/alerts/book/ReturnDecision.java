package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.finding.Episode;

/**
 * Whether a new episode is an alert of before come back. Soon after it was right it flaps: the same
 * alert goes on, with its owner. Within a month of being closed the repair has not held: the alert
 * is opened again for whoever is on duty (DOMAIN.md A25). What the system closed, or a person
 * called a false alarm, was no repair.
 */
final class ReturnDecision {
  /** Within so long of the last good reading the same trouble is not a new one. */
  static final Duration SETTLES_WITHIN = Duration.ofMinutes(15);

  /** DOMAIN.md A25: a month to see whether a repair holds. */
  static final Duration EFFECT_CHECK = Duration.ofDays(30);

  /** How often it came back: chattering is named where it is shown. */
  static final String REPEATS = "repeats";

  private final Instant now;

  ReturnDecision(Instant now) {
    this.now = now;
  }

  Optional<AlertStep> on(Life before, Episode episode) {
    if (!episode.live() || !episode.isOpen()) {
      return Optional.empty();
    }
    Alert alert = before.alert();
    if (alert.state() == AlertState.RESOLVED && flaps(alert, episode)) {
      return Optional.of(flapping(before, episode));
    }
    return alert.state() == AlertState.CLOSED && wasRepaired(before) && isEarly(alert, episode)
        ? Optional.of(
            step(Kind.REOPENED, StepReason.BACK_WITHIN_A_MONTH, new Sketch(alert).anew(episode)))
        : Optional.empty();
  }

  private AlertStep flapping(Life before, Episode episode) {
    Alert alert = before.alert();
    Sketch sketch = new Sketch(alert);
    sketch.severity =
        episode.severity().atLeast(alert.severity()) ? episode.severity() : alert.severity();
    sketch.since = episode.since();
    sketch.raisedAt = episode.raisedAt();
    sketch.evidence = episode.evidence().with(REPEATS, before.flaps(Instant.MIN) + 1);
    sketch.live = true;
    int level = alert.level();
    sketch.goesOn(now);
    sketch.level = level;
    return step(Kind.REOPENED, StepReason.FLAPPING, sketch);
  }

  private static boolean flaps(Alert alert, Episode episode) {
    return alert
        .resolvedAt()
        .filter(over -> !episode.since().isBefore(over))
        .filter(over -> !over.plus(SETTLES_WITHIN).isBefore(episode.since()))
        .isPresent();
  }

  private static boolean isEarly(Alert alert, Episode episode) {
    return alert
        .closedAt()
        .filter(closed -> !episode.since().isBefore(closed))
        .filter(closed -> !closed.plus(EFFECT_CHECK).isBefore(episode.since()))
        .isPresent();
  }

  private static boolean wasRepaired(Life life) {
    return life.alert().cause().filter(cause -> !cause.equals("false_alarm")).isPresent();
  }

  private AlertStep step(Kind kind, StepReason why, Sketch sketch) {
    return new AlertStep(kind, now, AlertStep.SYSTEM, why.word(), sketch.alert());
  }
}
