package wuchang.domain.score;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;

/**
 * An alert as the score sees it: one thing that was wrong, however often somebody was told.
 *
 * @param severity the highest it reached
 * @param openedAt when the system knew of it: what is handled in time is handled from here on
 * @param parent the alert whose effect it was
 */
public record Incident(
    AlertId id,
    RuleId rule,
    DeviceId device,
    AreaId area,
    Principle principle,
    Severity severity,
    AlertState state,
    Instant raisedAt,
    Instant openedAt,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> promisedAt,
    Optional<Instant> closedAt,
    Optional<String> cause,
    Optional<AlertId> parent) {
  private static final String FALSE_ALARM = "false_alarm";

  /** Whether somebody has looked and found nothing. */
  public boolean isFalseAlarm() {
    return state == AlertState.FALSE_ALARM || cause.filter(FALSE_ALARM::equals).isPresent();
  }

  /** Whether it was only the effect of something else, or was held back. */
  public boolean isSuppressed() {
    return state == AlertState.SUPPRESSED || parent.isPresent();
  }

  /** Whether it counts against somebody. */
  public boolean counts() {
    return state != AlertState.WITHDRAWN && !isFalseAlarm() && !isSuppressed();
  }
}
