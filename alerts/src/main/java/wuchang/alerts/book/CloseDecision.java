package wuchang.alerts.book;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.domain.DeviceId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.finding.Fact;

/**
 * Whether an alert may be closed: with a cause of DOMAIN.md A27 and what was done, and verified.
 * The sensor verifies it where it can tell. Where it is not heard a probe does; a probe that still
 * shows the breach speaks against it in any case.
 */
final class CloseDecision {
  private static final Set<String> CAUSES =
      Set.of("equipment", "procedure", "behaviour", "environment", "false_alarm");

  private final Predicate<DeviceId> isSilent;
  private final Instant now;

  CloseDecision(Predicate<DeviceId> isSilent, Instant now) {
    this.isSilent = isSilent;
    this.now = now;
  }

  Decision on(Close act, Alert alert) {
    if (!CAUSES.contains(act.cause())) {
      return new Refused(
          Refusal.INVALID,
          "the cause «"
              + act.cause()
              + "» is unknown; expected one of "
              + String.join(", ", CAUSES.stream().sorted().toList()));
    }
    Optional<String> override = act.override().map(String::strip).filter(why -> !why.isEmpty());
    return (override.isPresent() ? Optional.<Decision>empty() : unverified(act, alert))
        .orElseGet(() -> closed(act, alert, override));
  }

  /** The alert as it stands when it is ended. */
  static Sketch closed(Alert alert, AlertState state, String cause, Instant now) {
    Sketch sketch = new Sketch(alert).in(state);
    sketch.closedAt = Optional.of(now);
    sketch.offered = Optional.empty();
    sketch.cause = Optional.of(cause);
    return sketch;
  }

  private Optional<Decision> unverified(Close act, Alert alert) {
    Optional<Boolean> fits = act.remeasured().flatMap(value -> fits(value, alert));
    if (fits.filter(good -> !good).isPresent()) {
      return refused(
          "what was measured again ("
              + act.remeasured().get()
              + ") is still beyond the limit; measure again when it is right");
    }
    boolean mute = isSilent.test(alert.device()) && !Causes.isSilence(alert.rule());
    if (!FindingDecision.inBreach(alert) || mute && fits.isPresent()) {
      return Optional.empty();
    }
    return refused(
        mute
            ? "the sensor is not heard; say in remeasured what a probe shows"
            : "the sensor still shows the breach; wait for a good reading");
  }

  private static Optional<Decision> refused(String words) {
    return Optional.of(
        new Refused(Refusal.STILL_IN_BREACH, words + ", or say in override why it may be closed"));
  }

  /** On which side of the limit a value is, if the finding had one; the limit itself is right. */
  private static Optional<Boolean> fits(double value, Alert alert) {
    Fact limit = alert.evidence().facts().get("limit");
    Fact wrong = alert.evidence().facts().get("value");
    if (!(limit instanceof Fact.Amount most) || !(wrong instanceof Fact.Amount was)) {
      return Optional.empty();
    }
    double edge = most.quantity().value();
    int side = Double.compare(was.quantity().in(most.quantity().unit()), edge);
    return side == 0 ? Optional.empty() : Optional.of(side > 0 ? value <= edge : value >= edge);
  }

  private Decision closed(Close act, Alert alert, Optional<String> override) {
    String why =
        act.note().strip()
            + act.remeasured().map(value -> " · remeasured: " + value).orElse("")
            + override.map(reason -> " (override: " + reason + ")").orElse("");
    Sketch sketch = closed(alert, AlertState.CLOSED, act.cause(), now);
    return new Changed(new AlertStep(Kind.CLOSED, now, act.by().value(), why, sketch.alert()));
  }
}
