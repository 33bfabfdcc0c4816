package wuchang.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.console.parts.AlertWords;
import wuchang.domain.AlertId;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.finding.Fact;

/** An alert as the API gives it (CONTRACT §5), with its words in both languages. */
public record AlertView(
    String id,
    String rule,
    String device,
    String area,
    String principle,
    String severity,
    String state,
    Instant since,
    Instant raisedAt,
    Instant openedAt,
    Optional<Instant> resolvedAt,
    Optional<Instant> acknowledgedAt,
    Optional<String> acknowledgedBy,
    Optional<Instant> promisedAt,
    Optional<String> owner,
    Optional<String> offeredTo,
    int level,
    Text title,
    Text text,
    Text action,
    Map<String, Object> evidence,
    boolean live,
    String timing,
    Optional<Instant> closedAt,
    Optional<String> cause,
    Optional<String> parent,
    List<String> children) {

  public static AlertView of(Alert alert, AlertWords words) {
    return new AlertView(
        alert.id().value(),
        alert.rule().value(),
        alert.device().value(),
        alert.area().value(),
        alert.principle().word(),
        alert.severity().word(),
        alert.state().word(),
        alert.since(),
        alert.raisedAt(),
        alert.openedAt(),
        alert.resolvedAt(),
        alert.acknowledgedAt(),
        alert.acknowledgedBy().map(PersonId::value),
        alert.promisedAt(),
        alert.owner().map(PersonId::value),
        alert.offered().map(PersonId::value),
        alert.level(),
        words.title(alert),
        words.sentence(alert),
        words.action(alert),
        Facts.of(alert.evidence()),
        alert.live(),
        timing(alert),
        alert.closedAt(),
        alert.cause(),
        alert.parent().map(AlertId::value),
        alert.children().stream().map(AlertId::value).toList());
  }

  /** Whether it warned early (事前), was found as it happened, or after the fact. */
  private static String timing(Alert alert) {
    boolean early =
        alert.evidence().facts().get("timing") instanceof Fact.Word word
            && word.word().equals("early");
    return early ? "early" : alert.live() ? "live" : "after";
  }
}
