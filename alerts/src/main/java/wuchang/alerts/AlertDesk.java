package wuchang.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import wuchang.alerts.book.AlertBook;
import wuchang.alerts.book.Decision;
import wuchang.alerts.book.Draft;
import wuchang.alerts.book.Life;
import wuchang.alerts.figures.Count;
import wuchang.alerts.notify.Dossier;
import wuchang.alerts.notify.Ladder;
import wuchang.alerts.notify.NotificationLog;
import wuchang.alerts.notify.NotificationPolicy;
import wuchang.alerts.notify.Urgency;
import wuchang.domain.AlertId;
import wuchang.domain.alert.AlarmFigures;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.AlertCommand.Hush;
import wuchang.domain.alert.AlertCommand.Opened;
import wuchang.domain.alert.AlertCommand.Reply;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.alert.Silence;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.Journal;
import wuchang.domain.site.Site;

/**
 * Where everything that concerns alerts comes in, one at a time: it is decided, journalled in one
 * batch together with the messages it asks for, and only then true. When the journal fails nothing
 * has happened, and the same can be asked again. Blocks for the disk; used by one thread.
 */
public final class AlertDesk {
  /** What one thing that came in has changed; {@code position} is empty when nothing did. */
  public record Turn(
      List<Decision> decisions,
      List<AlertStep> steps,
      List<NotificationStep> requests,
      OptionalLong position) {
    static final Turn NOTHING = new Turn(List.of(), List.of(), List.of(), OptionalLong.empty());

    public Turn {
      decisions = List.copyOf(decisions);
      steps = List.copyOf(steps);
      requests = List.copyOf(requests);
    }
  }

  private static final Duration SWEEP_EVERY = Duration.ofHours(1);

  /** Far longer than an end is held back, so that it is told after a long stop, too. */
  private static final Duration SETTLING = Duration.ofDays(2);

  private final AlertBook book;
  private final NotificationLog log = new NotificationLog();
  private final SilenceNotice notices = new SilenceNotice();
  private final NotificationPolicy policy;
  private final Journal journal;
  private final Supplier<Site> site;
  private Instant last = Instant.MIN;
  private Instant sweepAt = Instant.MIN;
  private Optional<Findings> answered = Optional.empty();

  /** Begins with what the journal holds. */
  public AlertDesk(
      AlertBook book, NotificationPolicy policy, Journal journal, Supplier<Site> site) {
    this.book = book;
    this.policy = policy;
    this.journal = journal;
    this.site = site;
    journal.silences().forEach(book::apply);
    journal.alertSteps().forEach(this::apply);
    journal.notifications().forEach(this::apply);
  }

  /**
   * News of the rules. The rules ask again when they got no answer; the same news twice running is
   * the same news.
   *
   * @throws java.io.UncheckedIOException when the journal fails; nothing has changed
   */
  public Turn on(Findings findings, Instant at) {
    if (answered.filter(findings::equals).isPresent()) {
      return Turn.NOTHING;
    }
    Instant now = after(at);
    Draft draft = book.draft(now);
    List<Decision> decisions = new ArrayList<>();
    for (Finding finding : findings.findings()) {
      decisions.add(draft.on(finding));
    }
    draft.fold();
    Turn turn = settle(draft, decisions, draft.touched(), now);
    // News from which nothing followed may be told again: the configuration may know it by then.
    answered = turn.position().isPresent() ? Optional.of(findings) : Optional.empty();
    return turn;
  }

  /**
   * A person's act.
   *
   * @throws java.io.UncheckedIOException when the journal fails; nothing has changed
   */
  public Turn on(Act act, Instant at) {
    Instant now = after(at);
    Draft draft = book.draft(now);
    Decision decision = draft.on(act);
    draft.fold();
    return settle(draft, List.of(decision), draft.touched(), now);
  }

  /**
   * Somebody wants not to be told of something, or wants to be told again.
   *
   * @throws java.io.UncheckedIOException when the journal fails; nothing has changed
   */
  public Turn on(Hush hush, Instant at) {
    Instant now = after(at);
    Draft draft = book.draft(now);
    Decision decision = draft.on(hush);
    return settle(draft, List.of(decision), draft.touched(), now);
  }

  /**
   * Time has passed: levels, repeats and reminders.
   *
   * @throws java.io.UncheckedIOException when the journal fails; nothing has changed
   */
  public Turn onTick(Instant at) {
    Instant now = after(at);
    Draft draft = book.draft(now);
    draft.onTick();
    if (!now.isBefore(sweepAt)) {
      draft.closeForgotten();
      sweepAt = now.plus(SWEEP_EVERY);
    }
    Set<AlertId> askedOf = new LinkedHashSet<>();
    book.standing().forEach(alert -> askedOf.add(alert.id()));
    askedOf.addAll(book.settling(now.minus(SETTLING)));
    askedOf.addAll(draft.touched());
    return settle(draft, List.of(), askedOf, now);
  }

  /**
   * What came of notifications, and what other channels are asked for because of it.
   *
   * @throws java.io.UncheckedIOException when the journal fails; nothing has changed
   */
  public Turn onOutcomes(List<NotificationStep> outcomes, Instant at) {
    if (outcomes.isEmpty()) {
      return Turn.NOTHING;
    }
    Instant now = after(at);
    List<NotificationStep> requests =
        outcomes.stream()
            .filter(outcome -> outcome.outcome() == Outcome.FAILED)
            .flatMap(outcome -> fallback(outcome, now).stream())
            .distinct()
            .toList();
    List<NotificationStep> all = new ArrayList<>(outcomes);
    all.addAll(requests);
    long position = journal.append(Batch.ofAlerts(List.of(), all));
    all.forEach(this::apply);
    return new Turn(List.of(), List.of(), requests, OptionalLong.of(position));
  }

  /** What is to be noted when a link is opened: nothing for a second time, or an unsent one. */
  public Optional<NotificationStep> opened(Opened opened, Instant at) {
    return log.opened(opened, at.truncatedTo(ChronoUnit.MILLIS));
  }

  private Optional<NotificationStep> fallback(NotificationStep outcome, Instant now) {
    return dossier(outcome.alert())
        .flatMap(dossier -> Ladder.next(outcome, dossier, site.get(), now));
  }

  /** How a request waits for its channel. */
  public Urgency urgency(NotificationStep request) {
    return dossier(request.alert())
        .map(dossier -> Urgency.of(request, dossier, site.get()))
        .orElse(Urgency.UNKNOWN);
  }

  /** What was given to channels since then, or may have been. */
  public List<NotificationStep> saidSince(Instant from) {
    return log.since(from);
  }

  private Optional<Dossier> dossier(AlertId alert) {
    return book.life(alert).map(life -> new Dossier(life, log.of(alert)));
  }

  /** Notifications that were decided and have no outcome: to be sent, after a restart once more. */
  public List<NotificationStep> pending() {
    return log.pending();
  }

  public List<Alert> find(Filter filter) {
    return book.find(filter);
  }

  public List<Alert> standing() {
    return book.standing();
  }

  /** An alert, or the message that a silence is over. */
  public Optional<Life> life(AlertId id) {
    return book.life(id).or(() -> notices.life(id, book.silences(), site.get()));
  }

  /** How alerts burdened people in [from, to). */
  public AlarmFigures measure(Instant from, Instant to) {
    Count count = new Count(site.get(), from, to);
    book.lives().forEach(life -> count.add(life, log.of(life.id())));
    return count.figures();
  }

  public List<Silence> silences() {
    return book.silences();
  }

  /** An alert with all that happened to it and was said of it. */
  public Optional<Reply> show(AlertId id) {
    return book.life(id).map(life -> new Reply.Shown(life.alert(), life.steps(), log.of(id)));
  }

  /** Lets go of what is closed and was opened before, here and in the journal. */
  public Set<AlertId> forget(Instant openedBefore) {
    journal.forgetClosedAlerts(openedBefore);
    Set<AlertId> gone = book.forget(openedBefore);
    log.forget(gone);
    return gone;
  }

  private Turn settle(Draft draft, List<Decision> decisions, Collection<AlertId> of, Instant now) {
    List<NotificationStep> requests = new ArrayList<>();
    draft.silences().forEach(ended -> requests.addAll(notices.of(ended, site.get(), now)));
    of.stream()
        .flatMap(id -> draft.life(id).stream())
        .forEach(life -> requests.addAll(verdicts(life, now)));
    List<AlertStep> steps = draft.steps();
    if (steps.isEmpty() && requests.isEmpty() && draft.silences().isEmpty()) {
      return new Turn(decisions, steps, requests, OptionalLong.empty());
    }
    long position = journal.append(Batch.ofAlerts(steps, requests, draft.silences()));
    draft.silences().forEach(book::apply);
    steps.forEach(this::apply);
    requests.forEach(this::apply);
    return new Turn(decisions, steps, requests, OptionalLong.of(position));
  }

  private List<NotificationStep> verdicts(Life life, Instant now) {
    Dossier dossier = new Dossier(life, log.of(life.id()));
    return policy.decide(dossier, site.get(), now).stream()
        .flatMap(verdict -> verdict.request(life.id(), now).stream())
        .toList();
  }

  /**
   * The policy tells what came first by its time, so no two turns share one. To the millisecond,
   * which every store keeps: a rebuilt book is equal to the one that was lost.
   */
  private Instant after(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MILLIS);
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }

  private void apply(AlertStep step) {
    last = step.at().isAfter(last) ? step.at() : last;
    book.apply(step);
  }

  private void apply(NotificationStep step) {
    last = step.at().isAfter(last) ? step.at() : last;
    log.apply(step);
  }
}
