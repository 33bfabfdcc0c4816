package wuchang.alerts.book;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Accept;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Close;
import wuchang.domain.alert.AlertCommand.Comment;
import wuchang.domain.alert.AlertCommand.Decline;
import wuchang.domain.alert.AlertCommand.HandOver;
import wuchang.domain.alert.AlertCommand.Promise;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.site.Site;

/**
 * What follows when a person acts on an alert. Who acknowledges first owns it (首问负责), also when the
 * reading is right again already: somebody still has to find the cause and close it.
 */
final class CommandDecision {
  /** The causes of DOMAIN.md A27. */
  static final Set<String> CAUSES =
      Set.of("equipment", "procedure", "behaviour", "environment", "false_alarm");

  private final Site site;
  private final Instant now;

  CommandDecision(Site site, Instant now) {
    this.site = site;
    this.now = now;
  }

  Decision on(Act act, Alert alert) {
    if (act instanceof Comment) {
      return noted(act) ? step(Kind.COMMENTED, act, new Sketch(alert)) : noteMissing();
    }
    if (alert.state().isFinal()) {
      return new Refused(
          Refusal.NOT_STANDING, "alert " + alert.id() + " is " + alert.state().word() + " already");
    }
    return ownership(act, alert).orElseGet(() -> end(act, alert));
  }

  private Optional<Decision> ownership(Act act, Alert alert) {
    if (act instanceof Acknowledge acknowledge) {
      return Optional.of(new PromisingDecision(now).on(acknowledge, alert));
    }
    if (act instanceof Promise promise) {
      return Optional.of(new PromisingDecision(now).on(promise, alert));
    }
    HandOverDecision decision = new HandOverDecision(site, now);
    if (act instanceof HandOver offer) {
      return Optional.of(decision.on(offer, alert));
    }
    if (act instanceof Accept accept) {
      return Optional.of(decision.on(accept, alert));
    }
    return act instanceof Decline decline
        ? Optional.of(decision.on(decline, alert))
        : Optional.empty();
  }

  private Decision end(Act act, Alert alert) {
    if (!noted(act)) {
      return noteMissing();
    }
    return act instanceof Close close ? close(close, alert) : falseAlarm(act, alert);
  }

  private Decision close(Close act, Alert alert) {
    if (!CAUSES.contains(act.cause())) {
      return new Refused(
          Refusal.INVALID,
          "the cause «"
              + act.cause()
              + "» is unknown; expected one of "
              + String.join(", ", CAUSES.stream().sorted().toList()));
    }
    Optional<String> override = act.override().map(String::strip).filter(why -> !why.isEmpty());
    if (FindingDecision.inBreach(alert) && override.isEmpty()) {
      return new Refused(
          Refusal.STILL_IN_BREACH,
          "the sensor still shows the breach; wait for a good reading, or say in override why it"
              + " may be closed");
    }
    String why =
        act.note().strip() + override.map(reason -> " (override: " + reason + ")").orElse("");
    return step(Kind.CLOSED, act, why, closed(alert, AlertState.CLOSED, act.cause()));
  }

  private Decision falseAlarm(Act act, Alert alert) {
    return step(Kind.FALSE_ALARM, act, closed(alert, AlertState.FALSE_ALARM, "false_alarm"));
  }

  private Sketch closed(Alert alert, AlertState state, String cause) {
    Sketch sketch = new Sketch(alert).in(state);
    sketch.closedAt = Optional.of(now);
    sketch.offered = Optional.empty();
    sketch.cause = Optional.of(cause);
    return sketch;
  }

  static boolean noted(Act act) {
    return !act.note().isBlank();
  }

  static Decision noteMissing() {
    return new Refused(
        Refusal.INVALID, "a note is missing; expected what was seen or done, in a few words");
  }

  private Decision step(Kind kind, Act act, Sketch sketch) {
    return step(kind, act, act.note().strip(), sketch);
  }

  private Decision step(Kind kind, Act act, String why, Sketch sketch) {
    return new Changed(new AlertStep(kind, now, act.by().value(), why, sketch.alert()));
  }
}
