package wuchang.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Episode;
import wuchang.domain.journal.Journal;

/** What people were told of each device, by the last step of each alert. */
final class Told {
  private Told() {}

  static Map<DeviceId, List<Episode>> of(Journal journal) {
    Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    for (AlertStep step : journal.alertSteps()) {
      alerts.put(step.alert().id(), step.alert());
    }
    Map<DeviceId, List<Episode>> told = new HashMap<>();
    for (Alert alert : alerts.values()) {
      if (alert.state() != AlertState.WITHDRAWN) {
        told.computeIfAbsent(alert.device(), d -> new ArrayList<>()).add(episode(alert));
      }
    }
    return told;
  }

  private static Episode episode(Alert alert) {
    return new Episode(
        alert.rule(),
        alert.device(),
        alert.severity(),
        alert.since(),
        alert.raisedAt(),
        alert.resolvedAt(),
        alert.evidence(),
        List.of(),
        Duration.ZERO,
        alert.live());
  }
}
