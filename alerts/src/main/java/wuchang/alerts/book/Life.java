package wuchang.alerts.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wuchang.domain.AlertId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertStep;

/**
 * Everything that happened to one alert, oldest first; never empty. The last step holds the alert
 * as it stands. A <em>round</em> begins with the opening and again whenever it comes back after it
 * was over: what was said in an earlier round is said anew.
 */
public record Life(List<AlertStep> steps) {
  public Life {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a life has at least one step");
    }
  }

  public static Life of(AlertStep first) {
    return new Life(List.of(first));
  }

  Life with(AlertStep step) {
    List<AlertStep> more = new ArrayList<>(steps);
    more.add(step);
    return new Life(more);
  }

  public Alert alert() {
    return lastStep().alert();
  }

  public AlertStep lastStep() {
    return steps.get(steps.size() - 1);
  }

  public AlertId id() {
    return alert().id();
  }

  /** The alert as it stood at an instant; the first state when it was not yet there. */
  public Alert alertAt(Instant at) {
    Alert stood = steps.get(0).alert();
    for (AlertStep step : steps) {
      if (!step.at().isAfter(at)) {
        stood = step.alert();
      }
    }
    return stood;
  }

  /** 1 for the first round. */
  public int round() {
    return 1 + (int) steps.stream().filter(Life::beginsRound).count();
  }

  /** When a severity, or a higher one, was first reached while live in this round. */
  public Optional<Instant> reached(Severity severity) {
    return firstInRound(alert -> alert.live() && alert.severity().atLeast(severity));
  }

  /** When a level of escalation was first reached in this round. */
  public Optional<Instant> reachedLevel(int level) {
    return firstInRound(alert -> alert.live() && alert.level() >= level);
  }

  private List<AlertStep> thisRound() {
    int start = 0;
    for (int i = 0; i < steps.size(); i++) {
      start = beginsRound(steps.get(i)) ? i : start;
    }
    return steps.subList(start, steps.size());
  }

  private Optional<Instant> firstInRound(Predicate<Alert> what) {
    return thisRound().stream()
        .filter(step -> what.test(step.alert()))
        .map(AlertStep::at)
        .findFirst();
  }

  /** When a kind of step was last taken in this round; empty when it was not. */
  public Optional<Instant> last(AlertStep.Kind kind) {
    return lastStep(kind).map(AlertStep::at);
  }

  /** The last step of a kind in this round; empty when there was none. */
  Optional<AlertStep> lastStep(AlertStep.Kind kind) {
    return thisRound().stream()
        .filter(step -> step.kind() == kind)
        .reduce((earlier, later) -> later);
  }

  /** When a kind of step was first taken in this round for a reason; empty when it was not. */
  public Optional<Instant> first(AlertStep.Kind kind, StepReason why) {
    return thisRound().stream()
        .filter(step -> step.kind() == kind && step.why().equals(why.word()))
        .map(AlertStep::at)
        .findFirst();
  }

  /** What it was, or is, an effect of, since it was opened or came back. */
  Set<AlertId> causes() {
    Set<AlertId> causes = new HashSet<>();
    for (AlertStep step : steps) {
      if (step.kind() == AlertStep.Kind.REOPENED) {
        causes.clear();
      }
      step.alert().parent().ifPresent(causes::add);
    }
    return causes;
  }

  /** The alert as if it had never been right in between since it began, or was opened again. */
  Alert throughout() {
    Instant since = steps.get(0).alert().since();
    boolean flapped = false;
    for (AlertStep step : steps) {
      boolean flaps = step.why().equals(StepReason.FLAPPING.word());
      flapped = flaps || flapped && step.kind() != AlertStep.Kind.REOPENED;
      since = flapped ? since : step.alert().since();
    }
    Sketch whole = new Sketch(alert());
    whole.since = since;
    return whole.alert();
  }

  /** How often it came back soon after it was right, since an instant. */
  public long flaps(Instant since) {
    return steps.stream()
        .filter(step -> step.why().equals(StepReason.FLAPPING.word()) && !step.at().isBefore(since))
        .count();
  }

  /** Whether a round began because it came back soon after it was right: nothing new. */
  public boolean goesOn(int round) {
    return steps.stream()
        .filter(Life::beginsRound)
        .skip(round - 2L < 0 ? steps.size() : round - 2L)
        .findFirst()
        .filter(step -> step.why().equals(StepReason.FLAPPING.word()))
        .isPresent();
  }

  private static boolean beginsRound(AlertStep step) {
    return step.kind() == AlertStep.Kind.REOPENED || step.kind() == AlertStep.Kind.RELEASED;
  }
}
