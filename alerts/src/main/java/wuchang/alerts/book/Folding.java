package wuchang.alerts.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import wuchang.domain.AlertId;
import wuchang.domain.PersonId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.site.Site;

/**
 * Hides what must not page by itself and brings it back: an effect behind its cause, and what a
 * silence covers. It looks at how things stand, not at what happened, so it may be asked as often
 * as one likes, in whatever order causes and effects were seen, and again after a restart.
 */
final class Folding {
  private static final Comparator<Alert> CAUSES_FIRST =
      Comparator.comparing((Alert alert) -> !Causes.canHaveEffects(alert.rule()))
          .thenComparing(Causes.LEADING);

  private final Draft draft;
  private final Site site;
  private final BiFunction<Alert, Instant, Optional<String>> silenced;
  private final List<Alert> causes;
  private final Instant now;

  /** Causes that came and went, as if they had lasted all the while. */
  private final Map<AlertId, Alert> throughout = new HashMap<>();

  /**
   * @param silenced why a silence covers an alert at an instant; empty when none does
   * @param causes alerts that can have effects
   */
  Folding(
      Draft draft,
      Site site,
      BiFunction<Alert, Instant, Optional<String>> silenced,
      List<Alert> causes,
      Instant now) {
    this.draft = draft;
    this.site = site;
    this.silenced = silenced;
    this.causes = causes;
    this.now = now;
    causes.stream()
        .filter(cause -> Causes.canHaveEffects(cause.rule()))
        .flatMap(cause -> draft.life(cause.id()).stream())
        .filter(life -> life.flaps(Instant.MIN) > 0)
        .forEach(life -> throughout.put(life.id(), life.throughout()));
  }

  /** Brings these in line and lists new effects with their causes. */
  void fold(Collection<Alert> alerts) {
    Map<AlertId, List<Alert>> effects = new LinkedHashMap<>();
    // Causes first: what they hide behind is then known for their own effects.
    alerts.stream()
        .filter(Causes::isUnsettled)
        .sorted(CAUSES_FIRST)
        .forEach(
            alert ->
                fold(alert)
                    .ifPresent(
                        root -> effects.computeIfAbsent(root, id -> new ArrayList<>()).add(alert)));
    effects.forEach(this::list);
  }

  /** The cause that it was newly put behind, if there is one. */
  private Optional<AlertId> fold(Alert alert) {
    Optional<String> silence = silenced.apply(alert, now);
    Optional<AlertId> cause = cause(alert);
    boolean newly = cause.isPresent() && !cause.equals(alert.parent());
    boolean listed = newly || cause.filter(id -> isInNewDanger(alert, id)).isPresent();
    if (cause.isPresent() && alert.state() != AlertState.ACKNOWLEDGED || silence.isPresent()) {
      if (alert.state() != AlertState.SUPPRESSED || newly) {
        note(Kind.SUPPRESSED, why(silence), hidden(alert, cause).in(AlertState.SUPPRESSED));
      }
    } else if (alert.state() == AlertState.SUPPRESSED) {
      release(alert);
    } else if (newly) {
      // Somebody owns it already: it stays theirs, and is listed with its cause.
      note(Kind.REVISED, StepReason.EFFECT_OF_A_CAUSE.word(), hidden(alert, cause));
    } else if (alert.parent().isPresent() && cause.isEmpty()) {
      Sketch alone = new Sketch(alert);
      alone.parent = Optional.empty();
      note(Kind.REVISED, StepReason.COMES_BACK.word(), alone);
    }
    return listed ? cause : Optional.empty();
  }

  /**
   * What stood behind an alert that its owner has closed is that owner's: it was in the list, and
   * who closed it is there. Anything else is told to whoever is on duty.
   */
  private void release(Alert alert) {
    Optional<Life> left =
        alert.parent().flatMap(draft::life).filter(life -> alert.owner().isEmpty() && isLeft(life));
    Sketch sketch = back(alert);
    left.map(Life::alert).ifPresent(before -> sketch.ownedAfter(before, now));
    StepReason why = left.isPresent() ? StepReason.STAYS_WITH_ITS_OWNER : StepReason.COMES_BACK;
    note(Kind.RELEASED, why.word(), sketch);
  }

  /** Whether the owner of what stood for others has closed it a short while ago. */
  private boolean isLeft(Life leader) {
    Optional<String> owner = leader.alert().owner().map(PersonId::value);
    return !Causes.canHaveEffects(leader.alert().rule())
        && leader
            .lastStep(Kind.CLOSED)
            .filter(step -> step.at().plus(Causes.FADES_WITHIN).isAfter(now))
            .filter(step -> owner.filter(step.by()::equals).isPresent())
            .isPresent();
  }

  /** Food in danger is told once of a cause, also when it was only affected before. */
  private boolean isInNewDanger(Alert alert, AlertId cause) {
    return isDangerous(alert)
        && draft
            .life(cause)
            .filter(life -> isNewsOf(life.alert(), alert))
            .filter(life -> life.first(Kind.AFFECTED, StepReason.FOOD_IN_DANGER).isEmpty())
            .isPresent();
  }

  private static boolean isNewsOf(Alert cause, Alert effect) {
    return Causes.canHaveEffects(cause.rule())
        ? Causes.isAboutFood(effect.rule())
        : Causes.limitsFood(effect.rule());
  }

  private static boolean isDangerous(Alert alert) {
    return Causes.isAboutFood(alert.rule()) && alert.severity().atLeast(Severity.CRITICAL);
  }

  private static String why(Optional<String> silence) {
    return silence.orElse(StepReason.EFFECT_OF_A_CAUSE.word());
  }

  private static Sketch hidden(Alert alert, Optional<AlertId> cause) {
    Sketch sketch = new Sketch(alert);
    sketch.parent = cause.or(alert::parent);
    return sketch;
  }

  private Sketch back(Alert alert) {
    Sketch sketch = new Sketch(alert).goesOn(now);
    sketch.parent = Optional.empty();
    return sketch;
  }

  /** The cause behind the cause, so that there is one alert with everything listed. */
  private Optional<AlertId> cause(Alert alert) {
    return causes.stream()
        .map(cause -> draft.life(cause.id()).map(Life::alert).orElse(cause))
        .filter(cause -> Causes.isInForce(cause, now))
        .filter(cause -> !isSilenced(cause) || !Causes.isAboutFood(alert.rule()))
        .filter(cause -> isCause(cause, alert) || isLeftWith(cause, alert))
        .map(cause -> cause.parent().filter(this::isInForce).orElse(cause.id()))
        .filter(id -> !id.equals(alert.id()))
        .min(Comparator.comparing((AlertId id) -> !alert.parent().equals(Optional.of(id))));
  }

  /** Who wants no word of a meter or of one rule still wants to know of the food. */
  private static boolean isSilenced(Alert cause) {
    return cause.state() == AlertState.SUPPRESSED && cause.parent().isEmpty();
  }

  /** What comes and goes is the cause of what went with it the first time, too. */
  private boolean isCause(Alert cause, Alert alert) {
    return Causes.isCause(site, cause, alert)
        || Optional.ofNullable(throughout.get(cause.id()))
            .filter(whole -> Causes.isCause(site, whole, alert))
            .isPresent()
        || causes.stream().anyMatch(mate -> Causes.isCauseWith(site, cause, mate, alert));
  }

  /**
   * Whether both were effects of a cause that is over by now and are still wrong: power is back and
   * ten cabinets are warm. One stands for the others; nobody takes on ten. What is right already
   * stands only for those that it stood for before: of others nobody would have heard.
   */
  private boolean isLeftWith(Alert leader, Alert alert) {
    boolean leads = Causes.isUnsettled(leader) || alert.parent().equals(Optional.of(leader.id()));
    if (!leads || !Causes.areAlike(leader, alert) || Causes.LEADING.compare(leader, alert) >= 0) {
      return false;
    }
    Set<AlertId> shared = causesOf(alert);
    shared.retainAll(causesOf(leader));
    return !shared.isEmpty() && shared.stream().noneMatch(this::isInForce);
  }

  private Set<AlertId> causesOf(Alert alert) {
    return draft.life(alert.id()).map(Life::causes).orElseGet(HashSet::new);
  }

  private boolean isInForce(AlertId id) {
    return draft.life(id).filter(life -> Causes.isInForce(life.alert(), now)).isPresent();
  }

  private void list(AlertId cause, List<Alert> effects) {
    draft
        .life(cause)
        .map(Life::alert)
        .ifPresent(
            alert -> {
              Sketch sketch = new Sketch(alert);
              List<AlertId> children = new ArrayList<>(alert.children());
              effects.stream()
                  .map(Alert::id)
                  .filter(id -> !children.contains(id))
                  .forEach(children::add);
              sketch.children = children;
              note(Kind.AFFECTED, whyListed(alert, effects).word(), sketch);
            });
  }

  /**
   * That food is affected is told anew: it must be moved whatever becomes of the cause. Of the same
   * machine only a limit of what may be done with the food is news.
   */
  private StepReason whyListed(Alert cause, List<Alert> effects) {
    List<Alert> news =
        effects.stream()
            .filter(effect -> isNewsOf(cause, effect) && !wasToldBefore(cause, effect))
            .toList();
    if (news.stream().anyMatch(Folding::isDangerous)) {
      return StepReason.FOOD_IN_DANGER;
    }
    return news.stream().anyMatch(effect -> effect.severity().pages())
        ? StepReason.FOOD_AFFECTED
        : StepReason.MORE_EFFECTS;
  }

  /** Who stands for what a cause has left behind says nothing that was said of the cause. */
  private boolean wasToldBefore(Alert cause, Alert effect) {
    return causesOf(effect).stream()
        .filter(id -> !id.equals(cause.id()))
        .flatMap(id -> draft.life(id).stream())
        .anyMatch(life -> life.first(Kind.AFFECTED, StepReason.FOOD_IN_DANGER).isPresent());
  }

  private void note(Kind kind, String why, Sketch sketch) {
    draft.note(new AlertStep(kind, now, AlertStep.SYSTEM, why, sketch.alert()));
  }
}
