package wuchang.alerts.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.alert.AlertCommand.Opened;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;

/** What was said to whom and whether it arrived: a fold over the journal's notification steps. */
public final class NotificationLog {
  private record Name(AlertId alert, String step, String channel) {
    static Name of(NotificationStep step) {
      return new Name(step.alert(), step.step(), step.channel());
    }
  }

  private final Map<AlertId, List<NotificationStep>> steps = new LinkedHashMap<>();
  private final Map<Name, NotificationStep> pending = new LinkedHashMap<>();

  public void apply(NotificationStep step) {
    steps.computeIfAbsent(step.alert(), id -> new ArrayList<>()).add(step);
    if (step.outcome() == Outcome.OPENED) {
      return;
    }
    if (step.outcome() == Outcome.REQUESTED) {
      pending.put(Name.of(step), step);
    } else {
      pending.remove(Name.of(step));
    }
  }

  /** All that was said of one alert, oldest first. */
  public List<NotificationStep> of(AlertId alert) {
    return List.copyOf(steps.getOrDefault(alert, List.of()));
  }

  /** What was decided and has no outcome yet, oldest first. */
  public List<NotificationStep> pending() {
    return List.copyOf(pending.values());
  }

  /** What reached a channel since then, or may have reached it. */
  public List<NotificationStep> since(Instant from) {
    return steps.values().stream()
        .flatMap(List::stream)
        .filter(step -> step.at().isAfter(from))
        .filter(step -> step.outcome() == Outcome.SENT || step.outcome() == Outcome.ACCEPTED)
        .toList();
  }

  /** What is to be noted when a link is opened: nothing for a second time, or an unsent one. */
  public Optional<NotificationStep> opened(Opened opened, Instant at) {
    List<NotificationStep> said =
        of(opened.alert()).stream()
            .filter(step -> step.channel().equals(opened.channel()))
            .filter(step -> step.step().equals(opened.step()))
            .toList();
    boolean first = said.stream().noneMatch(step -> step.outcome() == Outcome.OPENED);
    return first && said.stream().anyMatch(step -> step.outcome().isArrived())
        ? Optional.of(
            new NotificationStep(
                opened.alert(), opened.step(), opened.channel(), Outcome.OPENED, "by its link", at))
        : Optional.empty();
  }

  public void forget(Collection<AlertId> alerts) {
    alerts.forEach(steps::remove);
    pending.keySet().removeIf(name -> alerts.contains(name.alert()));
  }
}
