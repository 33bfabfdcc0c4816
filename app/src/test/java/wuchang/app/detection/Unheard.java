package wuchang.app.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.alerts.book.StepReason;
import wuchang.app.detection.Shift.Page;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;

/**
 * Danger of which nobody heard in time. Each time that an alert begins, comes back or gets worse as
 * major or critical, within five minutes somebody was told of it, or of what it hides behind. Where
 * food is in danger it does not do that the cause was told: it, or an alert as grave that stands
 * for this one, must have said so. What comes and goes within a quarter of an hour was told once,
 * and what its owner kept when closing the one that stood for it was told with that one.
 */
final class Unheard {
  static final Duration IN_TIME = Duration.ofMinutes(5);
  private static final Set<String> LIMITS_OF_FOOD = Set.of("FRG-04", "FRZ-02", "HOT-02");
  private static final Set<String> FOOD = Set.of("FRG", "FRZ", "HOT", "SMP");

  /** An alert as it stood when it became what must be told. */
  private record Moment(Alert alert, Instant from, Instant until) {
    boolean endangersFood() {
      return alert.severity() == Severity.CRITICAL && LIMITS_OF_FOOD.contains(alert.rule().value());
    }
  }

  private final Shift shift;
  private final List<Page> all;

  private Unheard(Shift shift, List<Page> all) {
    this.shift = shift;
    this.all = all;
  }

  /** A line for each moment that was not told. */
  static List<String> of(Shift shift) {
    return of(shift, shift.pages());
  }

  /** The same, had these been all that was said. */
  static List<String> of(Shift shift, List<Page> pages) {
    Unheard unheard = new Unheard(shift, pages);
    return shift.alerts().stream()
        .flatMap(alert -> moments(shift.steps(alert.id())).stream())
        .filter(moment -> !unheard.isHeard(moment))
        .map(m -> m.alert().rule() + "/" + m.alert().device() + " at " + m.until())
        .toList();
  }

  private static List<Moment> moments(List<AlertStep> steps) {
    List<Moment> moments = new ArrayList<>();
    Severity known = Severity.NOTICE;
    Instant from = steps.get(0).at();
    for (AlertStep step : steps) {
      boolean again = step.why().equals(StepReason.FLAPPING.word());
      boolean begins = step.kind() == Kind.OPENED || step.kind() == Kind.REOPENED;
      if (begins && !again) {
        known = Severity.NOTICE;
        from = step.at();
      }
      Alert alert = step.alert();
      boolean worse = alert.severity().pages() && !known.atLeast(alert.severity());
      if (alert.live() && (worse || begins && alert.severity().pages())) {
        moments.add(new Moment(alert, from, step.at().plus(IN_TIME)));
      }
      known = known.atLeast(alert.severity()) ? known : alert.severity();
    }
    return moments;
  }

  private boolean isHeard(Moment moment) {
    Alert then = alertAt(moment.alert().id(), moment.until());
    if (!then.state().isStanding() && then.state() != AlertState.SUPPRESSED) {
      return true; // It was over, or done with, before it had to be told.
    }
    Severity severity = moment.alert().severity();
    return isTold(then.id(), severity, moment)
        || then.parent().filter(cause -> speaksFor(cause, moment)).isPresent()
        || keptFrom(then.id(), moment).filter(one -> speaksFor(one, moment)).isPresent();
  }

  /** Whether a page about it, as grave as this, came between the two. */
  private boolean isTold(AlertId alert, Severity severity, Moment moment) {
    return pages(alert, moment.from(), moment.until()).stream()
        .anyMatch(page -> alertAt(alert, page.at()).severity().atLeast(severity));
  }

  /** Whether what stands for it was told since it began, and of food what matters about food. */
  private boolean speaksFor(AlertId cause, Moment moment) {
    Alert now = alertAt(cause, moment.until());
    List<Page> told = pages(cause, began(cause, moment.until()), moment.until());
    if (!moment.endangersFood()) {
      return !told.isEmpty();
    }
    boolean isFood = FOOD.contains(now.rule().value().split("-")[0]);
    return told.stream()
        .anyMatch(
            page ->
                isFood && alertAt(cause, page.at()).severity() == Severity.CRITICAL
                    || saysFoodIsInDanger(cause, page));
  }

  private boolean saysFoodIsInDanger(AlertId cause, Page page) {
    return page.said().stream()
            .anyMatch(said -> said.alert().equals(cause) && said.step().startsWith("affected:"))
        && shift.steps(cause).stream()
            .filter(step -> step.kind() == Kind.AFFECTED && !step.at().isAfter(page.at()))
            .anyMatch(step -> step.why().equals(StepReason.FOOD_IN_DANGER.word()));
  }

  /** When it was opened, or opened again after it had been closed. */
  private Instant began(AlertId alert, Instant until) {
    return shift.steps(alert).stream()
        .filter(step -> !step.at().isAfter(until))
        .filter(step -> step.kind() == Kind.OPENED || step.kind() == Kind.REOPENED)
        .filter(step -> !step.why().equals(StepReason.FLAPPING.word()))
        .map(AlertStep::at)
        .reduce((earlier, later) -> later)
        .orElse(until);
  }

  /** What its owner closed, and kept this one of. */
  private Optional<AlertId> keptFrom(AlertId alert, Moment moment) {
    List<AlertStep> steps = shift.steps(alert);
    Optional<AlertId> leader = Optional.empty();
    for (int i = 1; i < steps.size() && !steps.get(i).at().isAfter(moment.until()); i++) {
      if (steps.get(i).why().equals(StepReason.STAYS_WITH_ITS_OWNER.word())) {
        leader = steps.get(i - 1).alert().parent();
      }
    }
    return leader;
  }

  private Alert alertAt(AlertId alert, Instant at) {
    return shift.life(alert).alertAt(at);
  }

  private List<Page> pages(AlertId alert, Instant from, Instant until) {
    return all.stream()
        .filter(page -> page.isAbout(Set.of(alert)))
        .filter(page -> !page.at().isBefore(from) && !page.at().isAfter(until))
        .toList();
  }
}
