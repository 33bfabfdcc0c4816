package wuchang.alerts.book;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.domain.DeviceId;
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
  private final Site site;
  private final Predicate<DeviceId> isSilent;
  private final Instant now;

  /**
   * @param isSilent whether a device is not heard just now
   */
  CommandDecision(Site site, Predicate<DeviceId> isSilent, Instant now) {
    this.site = site;
    this.isSilent = isSilent;
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
    return act instanceof Close close
        ? new CloseDecision(isSilent, now).on(close, alert)
        : falseAlarm(act, alert);
  }

  private Decision falseAlarm(Act act, Alert alert) {
    return step(
        Kind.FALSE_ALARM,
        act,
        CloseDecision.closed(alert, AlertState.FALSE_ALARM, "false_alarm", now));
  }

  static boolean noted(Act act) {
    return !act.note().isBlank();
  }

  static Decision noteMissing() {
    return new Refused(
        Refusal.INVALID, "a note is missing; expected what was seen or done, in a few words");
  }

  private Decision step(Kind kind, Act act, Sketch sketch) {
    return new Changed(
        new AlertStep(kind, now, act.by().value(), act.note().strip(), sketch.alert()));
  }
}
