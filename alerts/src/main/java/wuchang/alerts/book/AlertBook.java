package wuchang.alerts.book;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Filter;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Site;

/**
 * All alerts that are kept: a fold over their steps, without IO, clock or threads. Deciding ({@link
 * #draft}) and folding ({@link #apply}) are apart, because what was decided is journalled before it
 * is true. The same steps in the same order always give the same book.
 */
public final class AlertBook {
  private static final Comparator<Alert> NEWEST_FIRST =
      Comparator.comparing(Alert::openedAt)
          .thenComparing(Alert::raisedAt)
          .thenComparing(Alert::id)
          .reversed();

  private final Function<RuleId, @Nullable RuleCard> cards;
  private final Supplier<Site> site;
  private final Map<AlertId, Life> lives = new LinkedHashMap<>();
  private final Map<EpisodeKey, Set<AlertId>> named = new LinkedHashMap<>();
  private final Shelves shelves = new Shelves();
  private final Silences silences = new Silences();

  /**
   * @param cards the card of a rule; null for one that is no longer in force
   * @param site the site as configured now
   */
  public AlertBook(Function<RuleId, @Nullable RuleCard> cards, Supplier<Site> site) {
    this.cards = cards;
    this.site = site;
  }

  /** Begins to decide on what is known now. */
  public Draft draft(Instant now) {
    return new Draft(this, cards, site.get(), now);
  }

  /** Folds one step in: the last step of an alert is how it stands. */
  public void apply(AlertStep step) {
    AlertId id = step.alert().id();
    Optional<Life> before = life(id);
    before.ifPresent(life -> unname(life.alert()));
    lives.put(id, before.map(life -> life.with(step)).orElseGet(() -> Life.of(step)));
    named.computeIfAbsent(EpisodeKey.of(step.alert()), key -> new LinkedHashSet<>()).add(id);
    shelves.put(step, before.map(Life::alert));
  }

  /** Folds a silence in: its last state stands. */
  public void apply(Silence silence) {
    silences.apply(silence);
  }

  public Optional<Life> life(AlertId id) {
    return Optional.ofNullable(lives.get(id));
  }

  /** Every alert that is kept, in the order in which they were opened. */
  public Collection<Life> lives() {
    return Collections.unmodifiableCollection(lives.values());
  }

  /** Alerts on which somebody still has to act and the sensor still shows it, oldest first. */
  public List<Alert> standing() {
    return alerts(shelves.standing());
  }

  /** Those, and what is hidden behind a cause or a silence. */
  List<Alert> unsettled() {
    return alerts(shelves.unsettled());
  }

  /** Alerts that are right again and that nobody has closed yet. */
  Set<AlertId> resolved() {
    return shelves.resolved();
  }

  /** Alerts that became right lately: the end of one that flaps is told when it has settled. */
  public List<AlertId> settling(Instant since) {
    return shelves.resolved().stream()
        .filter(id -> lives.get(id).lastStep().at().isAfter(since))
        .toList();
  }

  /** Alerts that can have effects. */
  Set<AlertId> causes() {
    return shelves.causes();
  }

  /** The alert of a rule on a device that was opened last. */
  Optional<AlertId> newest(RuleId rule, DeviceId device) {
    return shelves.newest(rule, device);
  }

  /** Whether an alert went by this name before it came back under another. */
  boolean isFormer(EpisodeKey key) {
    return shelves.isFormer(key);
  }

  Silences kept() {
    return silences;
  }

  /** Silences in force, to come and over lately, newest first. */
  public List<Silence> silences() {
    return silences.newestFirst();
  }

  private List<Alert> alerts(Collection<AlertId> ids) {
    return ids.stream().map(id -> lives.get(id).alert()).toList();
  }

  /** Newest first; a time filters by when the finding was raised, in [from, to). */
  public List<Alert> find(Filter filter) {
    return lives.values().stream()
        .map(Life::alert)
        .filter(alert -> matches(filter, alert))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** Lets go of the alerts that were opened before and to which nothing can happen any more. */
  public Set<AlertId> forget(Instant openedBefore) {
    List<Alert> old =
        lives.values().stream()
            .map(Life::alert)
            .filter(alert -> alert.state().isFinal() && alert.openedAt().isBefore(openedBefore))
            .toList();
    silences.forget(openedBefore);
    Set<AlertId> gone = new LinkedHashSet<>();
    for (Alert alert : old) {
      unname(alert);
      lives.remove(alert.id());
      shelves.remove(alert);
      gone.add(alert.id());
    }
    return gone;
  }

  Stream<AlertId> named(EpisodeKey key) {
    return Optional.ofNullable(named.get(key)).stream().flatMap(Collection::stream);
  }

  private void unname(Alert alert) {
    EpisodeKey key = EpisodeKey.of(alert);
    Set<AlertId> ids = named.get(key);
    ids.remove(alert.id());
    if (ids.isEmpty()) {
      named.remove(key);
    }
  }

  private static boolean matches(Filter filter, Alert alert) {
    return (filter.states().isEmpty() || filter.states().contains(alert.state()))
        && (filter.severities().isEmpty() || filter.severities().contains(alert.severity()))
        && filter.area().map(alert.area()::equals).orElse(true)
        && filter.device().map(alert.device()::equals).orElse(true)
        && filter.rule().map(alert.rule()::equals).orElse(true)
        && filter.from().map(from -> !alert.raisedAt().isBefore(from)).orElse(true)
        && filter.to().map(alert.raisedAt()::isBefore).orElse(true);
  }
}
