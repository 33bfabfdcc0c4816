package wuchang.alerts.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Hushed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.alerts.book.Decision.Unchanged;
import wuchang.alerts.book.Decision.Why;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.BeginSilence;
import wuchang.domain.alert.AlertCommand.EndSilence;
import wuchang.domain.alert.AlertCommand.Hush;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Finding.Recovered;
import wuchang.domain.finding.Finding.Revised;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/**
 * Decisions that belong together, each made on the book as the earlier ones leave it, while the
 * book itself stays as it is. What comes out is journalled as one batch and then applied; dropping
 * a draft undoes everything.
 */
public final class Draft {
  private final AlertBook book;
  private final Function<RuleId, @Nullable RuleCard> cards;
  private final Site site;
  private final Instant now;
  private final List<AlertStep> steps = new ArrayList<>();
  private final Map<AlertId, Life> touched = new LinkedHashMap<>();
  private final List<Silence> silences = new ArrayList<>();

  Draft(AlertBook book, Function<RuleId, @Nullable RuleCard> cards, Site site, Instant now) {
    this.book = book;
    this.cards = cards;
    this.site = site;
    this.now = now;
  }

  /** What follows from news of the rules. */
  public Decision on(Finding finding) {
    if (finding instanceof Revised revised) {
      return noted(revise(revised));
    }
    return noted(
        named(finding.episode())
            .map(alert -> new FindingDecision(now).on(finding, alert))
            .orElseGet(() -> unknown(finding)));
  }

  /** What follows from what a person does. */
  public Decision on(Act act) {
    return noted(
        life(act.alert())
            .map(life -> new CommandDecision(site, this::isSilent, now).on(act, life.alert()))
            .orElseGet(() -> new Refused(Refusal.UNKNOWN_ALERT, "no alert " + act.alert())));
  }

  /**
   * What follows from time having passed: what nobody takes on, or is not done as promised, moves
   * up a level; what a cause or a silence hid comes back.
   */
  public void onTick() {
    book.kept().due(now).stream()
        .map(silence -> silence.ended(silence.until(), AlertStep.SYSTEM))
        .forEach(silences::add);
    fold(book.unsettled());
    EscalationDecision escalation = new EscalationDecision(site.escalation(), now);
    PromiseDecision promise = new PromiseDecision(now);
    for (Alert alert : book.standing()) {
      life(alert.id())
          .flatMap(life -> escalation.on(life).or(() -> promise.on(life)))
          .ifPresent(this::note);
    }
  }

  /** Puts what has changed behind its cause; a new cause takes what stood already. */
  public void fold() {
    List<Alert> changed =
        touched().stream().flatMap(id -> life(id).stream()).map(Life::alert).toList();
    boolean newCause = changed.stream().anyMatch(alert -> Causes.canBeCause(alert.rule()));
    List<Alert> all = new ArrayList<>(changed);
    if (newCause) {
      book.unsettled().stream().filter(alert -> !touched.containsKey(alert.id())).forEach(all::add);
    }
    fold(all);
  }

  private void fold(List<Alert> alerts) {
    List<Alert> causes =
        Stream.concat(book.causes().stream(), touched.keySet().stream())
            .distinct()
            .flatMap(id -> life(id).stream())
            .map(Life::alert)
            .filter(alert -> Causes.canBeCause(alert.rule()) && Causes.isInForce(alert, now))
            .toList();
    new Folding(this, site, this::silenced, causes, now).fold(alerts);
  }

  /** Ends what has been right for long and nobody has closed. */
  public void closeForgotten() {
    ForgottenDecision forgotten = new ForgottenDecision(now);
    book.resolved().stream()
        .flatMap(id -> life(id).stream())
        .flatMap(life -> forgotten.on(life).stream())
        .forEach(this::note);
  }

  /** What follows when somebody wants not to be told, or wants to be told again. */
  public Decision on(Hush hush) {
    HushDecision decision = new HushDecision(site, rule -> cards.apply(rule) != null, now);
    Decision made =
        hush instanceof BeginSilence begin
            ? decision.on(begin, freeSilence())
            : decision.on((EndSilence) hush, book.kept().find(((EndSilence) hush).id()));
    if (made instanceof Hushed hushed) {
      silences.add(hushed.silence());
      fold(book.unsettled());
    }
    return made;
  }

  /** Silences that began or ended here. */
  public List<Silence> silences() {
    return List.copyOf(silences);
  }

  private boolean isSilent(DeviceId device) {
    return book.unsettled().stream()
        .anyMatch(alert -> alert.device().equals(device) && Causes.isSilence(alert.rule()));
  }

  private String freeSilence() {
    String id = Long.toString(now.toEpochMilli(), Character.MAX_RADIX);
    return book.kept().find(id).isEmpty() ? id : id + "x";
  }

  private Optional<String> silenced(Alert alert, Instant at) {
    return book.kept().covering(alert, silences, site, at);
  }

  void note(AlertStep step) {
    noted(new Changed(step));
  }

  /** The steps decided so far, in order. */
  public List<AlertStep> steps() {
    return List.copyOf(steps);
  }

  /** The alerts that were changed, in the order of their first change. */
  public List<AlertId> touched() {
    return List.copyOf(touched.keySet());
  }

  /** An alert as this draft leaves it. */
  public Optional<Life> life(AlertId id) {
    return Optional.ofNullable(touched.get(id)).or(() -> book.life(id));
  }

  private Decision revise(Revised revised) {
    // Told a second time, the alert goes by its new name already.
    Optional<Alert> known = named(revised.before()).or(() -> revised.after().flatMap(this::named));
    return known
        .map(alert -> new RevisionDecision(now).on(alert, revised.after()))
        .orElseGet(
            () ->
                revised
                    .after()
                    .filter(Episode::isOpen)
                    .map(this::open)
                    .orElseGet(() -> new Unchanged(Why.UNKNOWN_EPISODE)));
  }

  /** An open episode is never lost, whatever news of it comes first. */
  private Decision unknown(Finding finding) {
    if (finding instanceof Recovered) {
      return new Unchanged(Why.UNKNOWN_EPISODE);
    }
    return book.isFormer(EpisodeKey.of(finding.episode()))
        ? new Unchanged(Why.ALREADY_OVER)
        : open(finding.episode());
  }

  private Decision open(Episode episode) {
    Optional<Device> device = site.device(episode.device());
    if (device.isEmpty()) {
      return new Unchanged(Why.UNKNOWN_DEVICE);
    }
    return Optional.ofNullable(cards.apply(episode.rule()))
        .<Decision>map(card -> new Changed(openOrReopen(card, device.get(), episode)))
        .orElseGet(() -> new Unchanged(Why.UNKNOWN_RULE));
  }

  private AlertStep openOrReopen(RuleCard card, Device device, Episode episode) {
    return newest(episode)
        .flatMap(before -> new ReturnDecision(now).on(before, episode))
        .orElseGet(() -> new Opening(card, device, now).of(freeId(episode), episode));
  }

  /** The alert of the same rule on the same device that was opened last. */
  private Optional<Life> newest(Episode episode) {
    return Stream.concat(
            book.newest(episode.rule(), episode.device()).stream(), touched.keySet().stream())
        .flatMap(id -> life(id).stream())
        .filter(life -> life.alert().rule().equals(episode.rule()))
        .filter(life -> life.alert().device().equals(episode.device()))
        .reduce((older, newer) -> newer);
  }

  private AlertId freeId(Episode episode) {
    EpisodeKey key = EpisodeKey.of(episode);
    int turn = 0;
    while (life(key.id(turn)).isPresent()) {
      turn++;
    }
    return key.id(turn);
  }

  /**
   * The alert that goes by the episode's name. Late data can move two episodes to one start before
   * one of them is withdrawn; then the one that ends alike is meant.
   */
  private Optional<Alert> named(Episode episode) {
    EpisodeKey key = EpisodeKey.of(episode);
    List<Alert> found =
        Stream.concat(book.named(key), touched.keySet().stream())
            .distinct()
            .flatMap(id -> life(id).stream())
            .map(Life::alert)
            .filter(alert -> EpisodeKey.of(alert).equals(key))
            .toList();
    return found.stream()
        .filter(alert -> alert.resolvedAt().equals(episode.until()))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private Decision noted(Decision decision) {
    if (decision instanceof Changed changed) {
      AlertStep step = changed.step();
      AlertId id = step.alert().id();
      steps.add(step);
      touched.put(id, life(id).map(life -> life.with(step)).orElseGet(() -> Life.of(step)));
    }
    return decision;
  }
}
