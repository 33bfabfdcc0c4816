package wuchang.domain.journal;

import java.util.List;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.Silence;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Rejected;

/** What is journalled together: all of it is on disk, or none. */
public record Batch(
    List<Observation> observations,
    List<Rejected> rejected,
    List<AlertStep> alertSteps,
    List<NotificationStep> notifications,
    List<Silence> silences) {
  public Batch {
    observations = List.copyOf(observations);
    rejected = List.copyOf(rejected);
    alertSteps = List.copyOf(alertSteps);
    notifications = List.copyOf(notifications);
    silences = List.copyOf(silences);
  }

  public static Batch of(List<Observation> observations, List<Rejected> rejected) {
    return new Batch(observations, rejected, List.of(), List.of(), List.of());
  }

  public static Batch ofAlerts(List<AlertStep> steps, List<NotificationStep> notifications) {
    return ofAlerts(steps, notifications, List.of());
  }

  public static Batch ofAlerts(
      List<AlertStep> steps, List<NotificationStep> notifications, List<Silence> silences) {
    return new Batch(List.of(), List.of(), steps, notifications, silences);
  }
}
