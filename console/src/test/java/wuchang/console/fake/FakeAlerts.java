package wuchang.console.fake;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.Bus;
import wuchang.domain.alert.AlarmFigures;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertSteps;
import wuchang.domain.alert.Silence;

/** Alerts in memory that can be found, shown, taken on and closed over the bus. */
public final class FakeAlerts {
  private final Map<AlertId, List<AlertStep>> steps = new LinkedHashMap<>();
  private final Map<String, Silence> silences = new LinkedHashMap<>();
  private final Vertx vertx;
  private final MessageConsumer<AlertCommand> consumer;
  private final InstantSource clock;

  public FakeAlerts(Vertx vertx, InstantSource clock) {
    this.vertx = vertx;
    this.clock = clock;
    consumer = vertx.eventBus().<AlertCommand>localConsumer(Bus.ALERT_COMMANDS, this::answer);
  }

  /** Keeps an alert as it stands and tells those who listen. */
  public synchronized Alert put(AlertStep.Kind kind, String by, String why, Alert alert) {
    AlertStep step = new AlertStep(kind, clock.instant(), by, why, alert);
    steps.computeIfAbsent(alert.id(), id -> new ArrayList<>()).add(step);
    vertx.eventBus().publish(Bus.ALERT_STEPS, new AlertSteps(List.of(step)));
    return alert;
  }

  public void close() {
    consumer.unregister();
  }

  public Alert open(Alert alert) {
    return put(AlertStep.Kind.OPENED, AlertStep.SYSTEM, "BREACHED", alert);
  }

  private synchronized void answer(Message<AlertCommand> message) {
    message.reply(reply(message.body()));
  }

  private Reply reply(AlertCommand command) {
    if (command instanceof AlertCommand.Find find) {
      return new Reply.Found(
          steps.keySet().stream().map(this::last).filter(a -> fits(a, find.filter())).toList());
    }
    if (command instanceof AlertCommand.FindSilences) {
      return new Reply.Silences(List.copyOf(silences.values()));
    }
    if (command instanceof AlertCommand.Measure measure) {
      return new Reply.Measured(figures(measure));
    }
    if (command instanceof AlertCommand.Hush hush) {
      return hushed(hush);
    }
    AlertId id = subject(command);
    if (!steps.containsKey(id)) {
      return new Reply.Refused(Refusal.UNKNOWN_ALERT, "there is no alert «" + id + "»");
    }
    return command instanceof AlertCommand.Act act
        ? done(act, last(id))
        : new Reply.Shown(last(id), steps.get(id), List.of());
  }

  private static AlertId subject(AlertCommand command) {
    if (command instanceof AlertCommand.Act act) {
      return act.alert();
    }
    return command instanceof AlertCommand.Opened opened
        ? opened.alert()
        : ((AlertCommand.Show) command).alert();
  }

  private AlarmFigures figures(AlertCommand.Measure of) {
    var frequent =
        new AlarmFigures.Frequent(
            wuchang.domain.RuleId.of("FRG-01"), wuchang.domain.DeviceId.of("fridge-1"), 3, 1.0);
    return new AlarmFigures(
        of.from(),
        of.to(),
        Map.of(wuchang.domain.Severity.MAJOR, 3),
        1,
        0.4,
        Map.of(wuchang.domain.PersonId.of("zhang"), new AlarmFigures.Burden(3, 0.4, 2)),
        0,
        1,
        0,
        List.of(frequent),
        List.of(frequent));
  }

  private Reply hushed(AlertCommand.Hush hush) {
    if (hush instanceof AlertCommand.BeginSilence begin) {
      Instant from = begin.from().orElse(clock.instant());
      if (java.time.Duration.between(from, begin.until()).compareTo(begin.longest()) > 0) {
        return new Reply.Refused(Refusal.TOO_LONG, "longer than " + begin.longest());
      }
      String id = "s" + silences.size();
      silences.put(
          id,
          new Silence(
              id,
              begin.scope(),
              begin.reason(),
              begin.by(),
              from,
              begin.until(),
              Optional.empty(),
              Optional.empty()));
      return new Reply.Hushed(silences.get(id));
    }
    AlertCommand.EndSilence end = (AlertCommand.EndSilence) hush;
    if (!silences.containsKey(end.id())) {
      return new Reply.Refused(Refusal.UNKNOWN_SILENCE, "no silence " + end.id());
    }
    silences.computeIfPresent(
        end.id(), (id, known) -> known.ended(clock.instant(), end.by().value()));
    return new Reply.Hushed(silences.get(end.id()));
  }

  private Reply done(AlertCommand.Act act, Alert alert) {
    String by = act.by().value();
    if (act instanceof AlertCommand.Acknowledge take) {
      if (alert.owner().isPresent()) {
        return new Reply.Refused(Refusal.ALREADY_ACKNOWLEDGED, "owned by " + alert.owner().get());
      }
      Alert taken = Alerts.taken(alert, take.by(), clock.instant(), take.promise());
      return new Reply.Done(put(AlertStep.Kind.ACKNOWLEDGED, by, act.note(), taken));
    } else if (act instanceof AlertCommand.Close close) {
      if (alert.state().isStanding() && close.override().isEmpty()) {
        return new Reply.Refused(Refusal.STILL_IN_BREACH, "the sensor still shows it");
      }
      Alert closed =
          Alerts.ended(alert, AlertState.CLOSED, clock.instant(), Optional.of(close.cause()));
      String measured = close.remeasured().map(value -> " · remeasured: " + value).orElse("");
      return new Reply.Done(put(AlertStep.Kind.CLOSED, by, act.note() + measured, closed));
    } else if (act instanceof AlertCommand.Promise promise) {
      if (promise.promise().compareTo(promise.longest()) > 0) {
        return new Reply.Refused(Refusal.TOO_LONG, "longer than " + promise.longest());
      }
      Alert promised =
          Alerts.taken(alert, alert.owner().orElseThrow(), clock.instant(), promise.promise());
      return new Reply.Done(put(AlertStep.Kind.PROMISED_ANEW, by, act.note(), promised));
    } else if (act instanceof AlertCommand.HandOver offer) {
      Alert offered = Alerts.offered(alert, Optional.of(offer.to()));
      return new Reply.Done(put(AlertStep.Kind.HAND_OVER_OFFERED, by, act.note(), offered));
    } else if (act instanceof AlertCommand.Accept || act instanceof AlertCommand.Decline) {
      if (!alert.offered().equals(Optional.of(act.by()))) {
        return new Reply.Refused(Refusal.NOT_OFFERED, "it was not offered to " + by);
      }
      boolean accepts = act instanceof AlertCommand.Accept;
      Alert after =
          accepts
              ? Alerts.taken(alert, act.by(), clock.instant(), java.time.Duration.ofMinutes(30))
              : Alerts.offered(alert, Optional.empty());
      AlertStep.Kind kind =
          accepts ? AlertStep.Kind.HANDED_OVER : AlertStep.Kind.HAND_OVER_DECLINED;
      return new Reply.Done(put(kind, by, act.note(), after));
    } else if (act instanceof AlertCommand.FalseAlarm) {
      Alert ended =
          Alerts.ended(alert, AlertState.FALSE_ALARM, clock.instant(), Optional.of("false_alarm"));
      return new Reply.Done(put(AlertStep.Kind.FALSE_ALARM, by, act.note(), ended));
    }
    return new Reply.Done(put(AlertStep.Kind.COMMENTED, by, act.note(), alert));
  }

  private Alert last(AlertId id) {
    List<AlertStep> all = steps.get(id);
    return all.get(all.size() - 1).alert();
  }

  private static boolean fits(Alert alert, AlertCommand.Filter filter) {
    return (filter.states().isEmpty() || filter.states().contains(alert.state()))
        && (filter.severities().isEmpty() || filter.severities().contains(alert.severity()))
        && filter.area().filter(area -> !area.equals(alert.area())).isEmpty()
        && filter.device().filter(device -> !device.equals(alert.device())).isEmpty()
        && filter.rule().filter(rule -> !rule.equals(alert.rule())).isEmpty()
        && filter.from().filter(from -> alert.raisedAt().isBefore(from)).isEmpty()
        && filter.to().filter(to -> !alert.raisedAt().isBefore(to)).isEmpty();
  }
}
