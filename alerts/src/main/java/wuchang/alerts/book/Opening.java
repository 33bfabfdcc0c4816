package wuchang.alerts.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AlertId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.Device;

/** The first step of an alert. */
record Opening(RuleCard card, Device device, Instant now) {
  AlertStep of(AlertId id, Episode episode) {
    return new AlertStep(
        AlertStep.Kind.OPENED, now, AlertStep.SYSTEM, why(episode).word(), alert(id, episode));
  }

  private static StepReason why(Episode episode) {
    if (!episode.isOpen()) {
      return StepReason.FOUND_OVER;
    }
    return episode.live() ? StepReason.BREACHED : StepReason.FOUND_IN_HISTORY;
  }

  private Alert alert(AlertId id, Episode episode) {
    return new Alert(
        id,
        episode.rule(),
        episode.device(),
        device.area(),
        card.principle(),
        episode.severity(),
        episode.isOpen() ? AlertState.OPEN : AlertState.RESOLVED,
        episode.since(),
        episode.raisedAt(),
        now,
        episode.until(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        episode.evidence(),
        episode.live(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
