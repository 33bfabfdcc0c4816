package wuchang.domain.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Evidence;

/**
 * One thing that is wrong and that somebody owns until it is closed. Immutable: each step of its
 * life carries the alert as it stands after the step.
 *
 * @param openedAt when the system opened it (arrival time); the page sorts by it
 * @param resolvedAt when the reading was right again, in event time
 * @param acknowledgedBy who took it on; the owner until a hand-over is accepted (首问负责)
 * @param promisedAt until when the owner said it would be done
 * @param level the level of escalation reached, 1 to 3
 * @param cause why it happened, said when closing; empty before
 * @param parent the alert whose effect this one is
 * @param children the alerts that are its effects, as far as they were seen
 * @param offered whom the owner asked to take it over; the owner keeps it until that is accepted
 */
public record Alert(
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
    Optional<PersonId> owner,
    int level,
    Evidence evidence,
    boolean live,
    Optional<Instant> closedAt,
    Optional<String> cause,
    Optional<AlertId> parent,
    List<AlertId> children,
    Optional<PersonId> offered) {
  public Alert {
    children = List.copyOf(children);
  }

  /** One that nobody was asked to take over. */
  public Alert(
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
      Optional<PersonId> owner,
      int level,
      Evidence evidence,
      boolean live,
      Optional<Instant> closedAt,
      Optional<String> cause,
      Optional<AlertId> parent,
      List<AlertId> children) {
    this(
        id,
        rule,
        device,
        area,
        principle,
        severity,
        state,
        since,
        raisedAt,
        openedAt,
        resolvedAt,
        acknowledgedAt,
        acknowledgedBy,
        promisedAt,
        owner,
        level,
        evidence,
        live,
        closedAt,
        cause,
        parent,
        children,
        Optional.empty());
  }
}
