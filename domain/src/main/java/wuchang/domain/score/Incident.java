package wuchang.domain.score;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;

/**
 * An alert as the score and the documents see it: one thing that was wrong, however often somebody
 * was told.
 *
 * @param severity the highest it reached
 * @param openedAt when the system knew of it: what is handled in time is handled from here on
 * @param acknowledgedBy who took it on first
 * @param owner who has it, or had it when it was closed
 * @param parent the alert whose effect it was
 * @param early whether it warned of what had not happened yet (事前)
 * @param live false for one that was found in history
 */
public record Incident(
    AlertId id,
    RuleId rule,
    DeviceId device,
    AreaId area,
    Principle principle,
    Severity severity,
    AlertState state,
    Instant since,
    Instant raisedAt,
    Instant openedAt,
    Optional<Instant> resolvedAt,
    Optional<Instant> acknowledgedAt,
    Optional<PersonId> acknowledgedBy,
    Optional<Instant> promisedAt,
    Optional<Instant> closedAt,
    Optional<PersonId> owner,
    Optional<String> cause,
    Optional<AlertId> parent,
    boolean early,
    boolean live) {
  private static final String FALSE_ALARM = "false_alarm";

  /** Whether somebody has looked and found nothing. */
  public boolean isFalseAlarm() {
    return state == AlertState.FALSE_ALARM || cause.filter(FALSE_ALARM::equals).isPresent();
  }

  /** Whether it was only the effect of something else, or was held back. */
  public boolean isSuppressed() {
    return state == AlertState.SUPPRESSED || parent.isPresent();
  }

  /**
   * When it was right again, or was closed while it was not: one that was closed so would otherwise
   * stand in every record from then on.
   */
  public Optional<Instant> until() {
    return resolvedAt.isEmpty() && state.isFinal() ? closedAt : resolvedAt;
  }

  /** Whether it counts against somebody. */
  public boolean counts() {
    return state != AlertState.WITHDRAWN && !isFalseAlarm() && !isSuppressed();
  }
}
