package wuchang.console.fake;

import java.time.Duration;
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
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.Evidence;

/** Alerts as tests need them. */
public final class Alerts {
  private Alerts() {}

  public static Alert open(String id, Severity severity, AreaId area, Instant raisedAt) {
    return open(id, "FRG-01", severity, DemoSite.FRIDGE, area, raisedAt, Evidence.NONE);
  }

  public static Alert open(
      String id,
      String rule,
      Severity severity,
      DeviceId device,
      AreaId area,
      Instant raisedAt,
      Evidence evidence) {
    return new Alert(
        AlertId.of(id),
        RuleId.of(rule),
        device,
        area,
        Principle.STANDARDISE,
        severity,
        AlertState.OPEN,
        raisedAt.minus(Duration.ofMinutes(30)),
        raisedAt,
        raisedAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        evidence,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public static Alert offered(Alert a, Optional<PersonId> to) {
    return related(a, a.state(), a.parent(), a.children(), to);
  }

  /** An alert with its cause or its effects. */
  public static Alert related(
      Alert a,
      AlertState state,
      Optional<AlertId> parent,
      List<AlertId> children,
      Optional<PersonId> to) {
    return new Alert(
        a.id(),
        a.rule(),
        a.device(),
        a.area(),
        a.principle(),
        a.severity(),
        state,
        a.since(),
        a.raisedAt(),
        a.openedAt(),
        a.resolvedAt(),
        a.acknowledgedAt(),
        a.acknowledgedBy(),
        a.promisedAt(),
        a.owner(),
        a.level(),
        a.evidence(),
        a.live(),
        a.closedAt(),
        a.cause(),
        parent,
        children,
        to);
  }

  public static Alert taken(Alert a, PersonId by, Instant at, Duration promise) {
    return new Alert(
        a.id(),
        a.rule(),
        a.device(),
        a.area(),
        a.principle(),
        a.severity(),
        AlertState.ACKNOWLEDGED,
        a.since(),
        a.raisedAt(),
        a.openedAt(),
        a.resolvedAt(),
        Optional.of(at),
        Optional.of(by),
        Optional.of(at.plus(promise)),
        Optional.of(by),
        a.level(),
        a.evidence(),
        a.live(),
        a.closedAt(),
        a.cause(),
        a.parent(),
        a.children());
  }

  public static Alert resolved(Alert a, Instant at) {
    return new Alert(
        a.id(),
        a.rule(),
        a.device(),
        a.area(),
        a.principle(),
        a.severity(),
        AlertState.RESOLVED,
        a.since(),
        a.raisedAt(),
        a.openedAt(),
        Optional.of(at),
        a.acknowledgedAt(),
        a.acknowledgedBy(),
        a.promisedAt(),
        a.owner(),
        a.level(),
        a.evidence(),
        a.live(),
        a.closedAt(),
        a.cause(),
        a.parent(),
        a.children());
  }

  public static Alert ended(Alert a, AlertState state, Instant at, Optional<String> cause) {
    return new Alert(
        a.id(),
        a.rule(),
        a.device(),
        a.area(),
        a.principle(),
        a.severity(),
        state,
        a.since(),
        a.raisedAt(),
        a.openedAt(),
        a.resolvedAt(),
        a.acknowledgedAt(),
        a.acknowledgedBy(),
        a.promisedAt(),
        a.owner(),
        a.level(),
        a.evidence(),
        a.live(),
        Optional.of(at),
        cause,
        a.parent(),
        a.children());
  }
}
