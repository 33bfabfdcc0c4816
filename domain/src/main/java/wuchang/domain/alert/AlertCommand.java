package wuchang.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;

/** What the page and the API ask of the alerts; each is answered by a {@link Reply}. */
public sealed interface AlertCommand {
  /** A command of a person on one alert. */
  sealed interface Act extends AlertCommand
      permits Acknowledge, Promise, HandOver, Accept, Decline, Comment, FalseAlarm, Close {
    AlertId alert();

    PersonId by();

    String note();
  }

  record Acknowledge(AlertId alert, PersonId by, Duration promise, String note) implements Act {}

  /**
   * The owner says anew until when it will be done, and why it takes longer.
   *
   * @param promise from now
   * @param longest how long after it was taken on it may be at most, by who asks
   */
  record Promise(AlertId alert, PersonId by, Duration promise, String note, Duration longest)
      implements Act {}

  /** Asks somebody to take it over; the owner keeps it until that is accepted. */
  record HandOver(AlertId alert, PersonId by, PersonId to, String note) implements Act {}

  /** Takes over what was offered. */
  record Accept(AlertId alert, PersonId by, String note) implements Act {}

  /** Does not take over what was offered. */
  record Decline(AlertId alert, PersonId by, String note) implements Act {}

  record Comment(AlertId alert, PersonId by, String note) implements Act {}

  record FalseAlarm(AlertId alert, PersonId by, String note) implements Act {}

  /**
   * @param cause one of equipment, procedure, behaviour, environment, false_alarm
   * @param note what was done
   * @param remeasured what a probe showed afterwards, in the unit of the limit
   * @param override why it may be closed while the sensor still shows the breach
   */
  record Close(
      AlertId alert,
      PersonId by,
      String cause,
      String note,
      Optional<Double> remeasured,
      Optional<String> override)
      implements Act {
    /** Without anything measured again. */
    public Close(AlertId alert, PersonId by, String cause, String note, Optional<String> override) {
      this(alert, by, cause, note, Optional.empty(), override);
    }
  }

  /** Wants not to be told of something for a while. */
  sealed interface Hush extends AlertCommand permits BeginSilence, EndSilence {}

  /**
   * @param longest how long it may be at most, by who asks
   */
  record BeginSilence(
      Silence.Scope scope,
      String reason,
      PersonId by,
      Optional<Instant> from,
      Instant until,
      Duration longest)
      implements Hush {}

  record EndSilence(String id, PersonId by) implements Hush {}

  /** Silences in force, to come, and over lately; newest first. */
  record FindSilences() implements AlertCommand {}

  /** The alarm figures of [from, to). */
  record Measure(Instant from, Instant to) implements AlertCommand {}

  /** Alerts, newest first. */
  record Find(Filter filter) implements AlertCommand {}

  /** Somebody has opened the link of a notification; answered with the alert. */
  record Opened(AlertId alert, String channel, String step) implements AlertCommand {}

  /** One alert and its steps. */
  record Show(AlertId alert) implements AlertCommand {}

  /** Which alerts; an empty set or value does not filter. */
  record Filter(
      Set<AlertState> states,
      Set<Severity> severities,
      Optional<AreaId> area,
      Optional<DeviceId> device,
      Optional<RuleId> rule,
      Optional<Instant> from,
      Optional<Instant> to) {
    public static final Filter ALL =
        new Filter(
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Filter {
      states = Set.copyOf(states);
      severities = Set.copyOf(severities);
    }
  }

  /** The answer. */
  sealed interface Reply {
    record Done(Alert alert) implements Reply {}

    record Found(List<Alert> alerts) implements Reply {
      public Found {
        alerts = List.copyOf(alerts);
      }
    }

    record Hushed(Silence silence) implements Reply {}

    record Silences(List<Silence> silences) implements Reply {
      public Silences {
        silences = List.copyOf(silences);
      }
    }

    record Measured(AlarmFigures figures) implements Reply {}

    record Shown(Alert alert, List<AlertStep> steps, List<NotificationStep> notifications)
        implements Reply {
      public Shown {
        steps = List.copyOf(steps);
        notifications = List.copyOf(notifications);
      }
    }

    record Refused(Refusal refusal, String why) implements Reply {}
  }

  /** Why a command was not carried out; the API turns it into a status. */
  enum Refusal {
    UNKNOWN_ALERT,
    UNKNOWN_SILENCE,
    /** It would last longer than who asks may want it to. */
    TOO_LONG,
    ALREADY_ACKNOWLEDGED,
    /** Nobody owns it yet, so nobody can hand it over. */
    NOT_OWNED,
    /** It was not offered to who accepts or declines it. */
    NOT_OFFERED,
    NOT_STANDING,
    STILL_IN_BREACH,
    INVALID
  }
}
