package wuchang.alerts;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.AlertDesk.Turn;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.book.Decision;
import wuchang.alerts.channel.AreaState;
import wuchang.alerts.notify.Allowance;
import wuchang.alerts.notify.BackOff;
import wuchang.alerts.notify.ChannelHealth;
import wuchang.alerts.notify.Courier;
import wuchang.alerts.notify.Delivery;
import wuchang.alerts.notify.Messages;
import wuchang.alerts.notify.NotificationPolicy;
import wuchang.alerts.notify.NotificationReason;
import wuchang.alerts.notify.Rhythm;
import wuchang.domain.AlertId;
import wuchang.domain.alert.AlarmFigures;
import wuchang.domain.alert.AlertCommand;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Find;
import wuchang.domain.alert.AlertCommand.FindSilences;
import wuchang.domain.alert.AlertCommand.Hush;
import wuchang.domain.alert.AlertCommand.Measure;
import wuchang.domain.alert.AlertCommand.Opened;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertCommand.Show;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.finding.Findings;

/**
 * The whole stage without the bus: the desk that decides, the delivery that sends, and what goes
 * between them. Everything is called on one thread, the {@code home} executor's.
 */
final class AlertStage implements Delivery.Listener {
  /** Who hears of what is on disk. */
  interface Audience {
    void steps(List<AlertStep> steps);

    void journalled(long position);
  }

  private static final Logger LOG = LoggerFactory.getLogger(AlertStage.class);
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration COUNTED = Duration.ofMinutes(1);
  private static final Duration FORGET_EVERY = Duration.ofDays(1);
  private static final Duration MEASURE_EVERY = Duration.ofMinutes(5);

  private final AlertParts parts;
  private final Executor home;
  private final Audience audience;
  private final AlertMeters meters;
  private final AlarmMeters alarms;
  private final AlertDesk desk;
  private final Delivery delivery;
  private final List<NotificationStep> outcomes = new ArrayList<>();
  private final Map<AlertId, Instant> untold = new HashMap<>();
  private final ChannelHealth health = new ChannelHealth();
  private Instant forgetAt = Instant.MIN;
  private Instant measureAt = Instant.MIN;

  /** Rebuilds what was known from the journal; {@link #begin} goes on with it. */
  AlertStage(AlertParts parts, Executor home, Audience audience) {
    this.parts = parts;
    this.home = home;
    this.audience = audience;
    meters = new AlertMeters(parts.meters());
    desk =
        new AlertDesk(
            new AlertBook(parts.cards(), parts.site()),
            new NotificationPolicy(Rhythm.DEFAULT),
            parts.journal(),
            parts.site());
    alarms = new AlarmMeters(parts.meters(), lastDay(parts.clock().instant()));
    delivery =
        new Delivery(
            new Courier(BackOff.DEFAULT, desk::urgency, this::allowance),
            new Messages(
                desk::life, parts.wording(), parts.site(), parts.home(), parts.linkSecret()),
            health,
            parts.channels(),
            parts.clock(),
            home,
            this);
  }

  /** Sends again what was decided and has no outcome. */
  void begin() {
    List<NotificationStep> pending = desk.pending();
    delivery.remember(desk.saidSince(parts.clock().instant().minus(COUNTED)));
    show();
    meters.standing(desk.standing());
    LOG.info("event=alerts_rebuilt standing={} unsent={}", desk.standing().size(), pending.size());
    delivery.take(pending);
    delivery.go();
  }

  /**
   * Decides on news of the rules; {@link #tell} is for after the answer.
   *
   * @throws UncheckedIOException when the journal fails; nothing has changed
   */
  Turn on(Findings findings) {
    Instant now = parts.clock().instant();
    Turn turn = desk.on(findings, now);
    for (NotificationStep request : turn.requests()) {
      if (request.detail().equals(NotificationReason.FIRST_NOTIFICATION.word())) {
        untold.put(request.alert(), findings.arrived().orElse(now));
      }
    }
    return turn;
  }

  /** Notes that somebody has opened a link; the first time only. */
  private void note(Opened opened) {
    desk.opened(opened, parts.clock().instant())
        .ifPresent(
            step -> {
              meters.ended(step);
              outcomes.add(step);
              home.execute(this::flushOrWait);
            });
  }

  /** Answers a command that changes nothing of an alert. */
  Reply answer(AlertCommand command) {
    if (command instanceof Opened opened) {
      note(opened);
      return answer(new Show(opened.alert()));
    }
    if (command instanceof Show show) {
      return desk.show(show.alert())
          .orElseGet(() -> new Reply.Refused(Refusal.UNKNOWN_ALERT, "no alert " + show.alert()));
    }
    if (command instanceof FindSilences) {
      return new Reply.Silences(desk.silences());
    }
    if (command instanceof Measure measure) {
      return new Reply.Measured(desk.measure(measure.from(), measure.to()));
    }
    return new Reply.Found(desk.find(((Find) command).filter()));
  }

  /**
   * Decides on a person's act; {@link #tell} is for after the answer.
   *
   * @throws UncheckedIOException when the journal fails; nothing has changed
   */
  Turn on(Act act) {
    return desk.on(act, parts.clock().instant());
  }

  /**
   * Decides on a silence; {@link #tell} is for after the answer.
   *
   * @throws UncheckedIOException when the journal fails; nothing has changed
   */
  Turn on(Hush hush) {
    return desk.on(hush, parts.clock().instant());
  }

  /** The answer to an act. */
  static Reply reply(Turn turn) {
    Decision decision = turn.decisions().get(0);
    if (decision instanceof Decision.Hushed hushed) {
      return new Reply.Hushed(hushed.silence());
    }
    return decision instanceof Decision.Refused refused
        ? new Reply.Refused(refused.refusal(), refused.words())
        : new Reply.Done(turn.steps().get(0).alert());
  }

  /** Which channels deliver nothing. */
  List<ChannelHealth.Dead> dead() {
    return health.dead(parts.clock().instant());
  }

  private Allowance allowance(String channel) {
    return parts.site().get().channels().stream()
        .filter(plan -> plan.id().equals(channel))
        .findFirst()
        .map(Allowance::of)
        .orElse(Allowance.UNLIMITED);
  }

  private void show() {
    parts
        .channels()
        .get()
        .signals()
        .forEach(
            signal ->
                signal.show(AreaState.of(parts.site().get().areas().keySet(), desk.standing())));
  }

  /** Lets everybody know what is on disk now, and sends what it asks for. */
  void tell(Turn turn) {
    if (!turn.steps().isEmpty()) {
      audience.steps(turn.steps());
      meters.standing(desk.standing());
      show();
    }
    turn.position().ifPresent(audience::journalled);
    delivery.take(turn.requests());
    delivery.go();
  }

  /** Time has passed. What fails for the disk's sake is done at a later tick. */
  void onTick(Instant now) {
    try {
      tell(desk.onTick(now));
      flush();
      if (!now.isBefore(measureAt)) {
        alarms.show(lastDay(now));
        measureAt = now.plus(MEASURE_EVERY);
      }
      show();
      meters.waiting(delivery.waiting());
      if (!now.isBefore(forgetAt)) {
        desk.forget(now.minus(KEPT));
        forgetAt = now.plus(FORGET_EVERY);
      }
    } catch (UncheckedIOException e) {
      LOG.warn("event=journal_failed at=tick failure=\"{}\"", e.getMessage());
      delivery.go();
    }
  }

  @Override
  public void handingOver(NotificationStep request) {
    Optional.ofNullable(untold.remove(request.alert()))
        .ifPresent(since -> meters.told(Duration.between(since, parts.clock().instant())));
  }

  @Override
  public void ended(NotificationStep outcome) {
    meters.ended(outcome);
    if (!outcome.outcome().isArrived()) {
      LOG.warn(
          "event=notification_not_delivered channel={} alert={} step={} outcome={} words=\"{}\"",
          outcome.channel(),
          outcome.alert(),
          outcome.step(),
          outcome.outcome().word(),
          outcome.detail());
    }
    outcomes.add(outcome);
    // Not at once: what lands at the same time goes to disk together.
    home.execute(this::flushOrWait);
  }

  /** Sends nothing any more; completes when what was under way has landed. */
  CompletableFuture<Void> close() {
    return delivery.close();
  }

  /** The last outcomes, to disk. */
  void closed() {
    flushOrWait();
    meters.close();
    alarms.close();
  }

  private AlarmFigures lastDay(Instant now) {
    return desk.measure(now.minus(Duration.ofDays(1)), now);
  }

  private void flushOrWait() {
    try {
      flush();
    } catch (UncheckedIOException e) {
      LOG.warn(
          "event=journal_failed at=outcomes waiting={} failure=\"{}\"",
          outcomes.size(),
          e.getMessage());
    }
  }

  private void flush() {
    Turn turn = desk.onOutcomes(List.copyOf(outcomes), parts.clock().instant());
    outcomes.clear();
    tell(turn);
  }
}
