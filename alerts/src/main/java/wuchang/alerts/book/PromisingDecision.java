package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Acknowledge;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Promise;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;

/**
 * Taking an alert on, and saying until when it will be done (DOMAIN.md A7). Who waits for somebody
 * else, such as the supplier of power, may promise anew with a reason; the second level hears of it
 * when the new time passes, or must be asked when it would be longer than a day.
 */
final class PromisingDecision {
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Instant now;

  PromisingDecision(Instant now) {
    this.now = now;
  }

  Decision on(Acknowledge act, Alert alert) {
    if (alert.acknowledgedBy().isPresent()) {
      return new Refused(
          Refusal.ALREADY_ACKNOWLEDGED,
          "alert " + alert.id() + " is owned by " + alert.owner().orElse(act.by()) + " already");
    }
    if (act.promise().isNegative() || act.promise().compareTo(LONGEST) > 0) {
      return new Refused(
          Refusal.INVALID, "the promise is " + act.promise() + "; expected 0 minutes to 30 days");
    }
    Sketch owned = new Sketch(alert);
    owned.state = alert.state() == AlertState.OPEN ? AlertState.ACKNOWLEDGED : alert.state();
    owned.acknowledgedAt = Optional.of(now);
    owned.acknowledgedBy = Optional.of(act.by());
    owned.owner = Optional.of(act.by());
    owned.promisedAt =
        act.promise().isZero() ? Optional.empty() : Optional.of(now.plus(act.promise()));
    return step(Kind.ACKNOWLEDGED, act, owned);
  }

  Decision on(Promise act, Alert alert) {
    if (alert.owner().isEmpty()) {
      return new Refused(
          Refusal.NOT_OWNED, "nobody owns alert " + alert.id() + " yet; acknowledge it instead");
    }
    if (!CommandDecision.noted(act)) {
      return CommandDecision.noteMissing();
    }
    if (act.promise().isNegative() || act.promise().isZero()) {
      return new Refused(
          Refusal.INVALID, "the promise is " + act.promise() + "; expected a minute at least");
    }
    Instant until = now.plus(act.promise());
    if (alert.acknowledgedAt().filter(at -> at.plus(act.longest()).isBefore(until)).isPresent()) {
      return new Refused(
          Refusal.TOO_LONG,
          "it would be promised for more than "
              + act.longest().toHours()
              + " h after it was taken on; expected an earlier time, or somebody of the second"
              + " level to ask");
    }
    Sketch promised = new Sketch(alert);
    promised.promisedAt = Optional.of(until);
    return step(Kind.PROMISED_ANEW, act, promised);
  }

  private Decision step(Kind kind, Act act, Sketch sketch) {
    return new Changed(
        new AlertStep(kind, now, act.by().value(), act.note().strip(), sketch.alert()));
  }
}
