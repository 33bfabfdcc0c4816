package wuchang.console.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.domain.alert.AlertCommand.Reply.Shown;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;

/**
 * One line of an alert's history: a step of its life, or what was said about it on a channel.
 *
 * @param step what happened: {@code opened}, {@code acknowledged}, or {@code notification}
 * @param by who: a person's or account's id, or {@code system}
 * @param severity the alert's after the step; absent for a notification, as are level and state
 * @param about which step a notification speaks of; absent for steps, as are channel and outcome
 */
public record StepView(
    Instant time,
    String step,
    String by,
    String why,
    Optional<String> severity,
    Optional<String> state,
    Optional<Integer> level,
    Optional<String> about,
    Optional<String> channel,
    Optional<String> outcome) {

  /** Everything that happened to an alert, oldest first. */
  public static List<StepView> of(Shown shown) {
    return Stream.concat(
            shown.steps().stream().map(StepView::of),
            shown.notifications().stream().map(StepView::of))
        .sorted(Comparator.comparing(StepView::time))
        .toList();
  }

  private static StepView of(AlertStep step) {
    return new StepView(
        step.at(),
        step.kind().word(),
        step.by(),
        step.why(),
        Optional.of(step.alert().severity().word()),
        Optional.of(step.alert().state().word()),
        Optional.of(step.alert().level()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static StepView of(NotificationStep step) {
    return new StepView(
        step.at(),
        "notification",
        AlertStep.SYSTEM,
        step.detail(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(step.step()),
        Optional.of(step.channel()),
        Optional.of(step.outcome().word()));
  }
}
