package wuchang.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wuchang.alerts.book.Life;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Principle;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.Text;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.alert.Silence;
import wuchang.domain.finding.Evidence;
import wuchang.domain.finding.RuleCard;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/**
 * The message that a silence is over. Channels speak of alerts, so it is said as if it were one;
 * there is none in the book, and nobody has to close it. What still goes on is told beside it.
 */
final class SilenceNotice {
  static final RuleId RULE = RuleId.of("SYS-20");

  private static final RuleCard CARD =
      new RuleCard(
          RULE,
          Principle.DISCIPLINE,
          Severity.WARNING,
          new Text("静音结束", "Silence over"),
          new Text(
              "静音（{reason}）已于{until}结束，仍在持续的告警将另行通知。",
              "The silence ({reason}) ended at {until}; what still goes on is told anew."),
          new Text("查看未处理的告警。", "Look at the open alerts."),
          "DOMAIN D4");

  /** The card of this message beside those of the rules. */
  static Function<RuleId, @Nullable RuleCard> among(Function<RuleId, @Nullable RuleCard> cards) {
    return rule -> rule.equals(RULE) ? CARD : cards.apply(rule);
  }

  /** What is to be said when one has ended; nothing when it begins. */
  List<NotificationStep> of(Silence silence, Site site, Instant now) {
    if (silence.endedAt().isEmpty() || silence.endedAt().get().isBefore(silence.from())) {
      return List.of();
    }
    return site.channels().stream()
        .filter(SilenceNotice::hears)
        .map(
            channel ->
                new NotificationStep(
                    id(silence),
                    "silence_over",
                    channel.id(),
                    Outcome.REQUESTED,
                    "silence_over",
                    now))
        .toList();
  }

  /** The message as the life of an alert; empty when the id is none of a silence that is kept. */
  Optional<Life> life(AlertId id, List<Silence> silences, Site site) {
    return silences.stream()
        .filter(silence -> id(silence).equals(id))
        .findFirst()
        .map(
            silence ->
                Life.of(
                    new AlertStep(
                        AlertStep.Kind.OPENED,
                        silence.from(),
                        AlertStep.SYSTEM,
                        "silence_over",
                        alert(silence, site))));
  }

  private static boolean hears(ChannelPlan channel) {
    return channel.severities().isEmpty() || channel.severities().contains(Severity.WARNING);
  }

  private static AlertId id(Silence silence) {
    return AlertId.of(Silence.NOTICE + silence.id());
  }

  private static Alert alert(Silence silence, Site site) {
    Instant over = silence.endedAt().orElse(silence.until());
    DeviceId device = silence.scope().device().orElse(DeviceId.of(site.id().value()));
    AreaId area =
        silence
            .scope()
            .area()
            .or(() -> site.device(device).map(d -> d.area()))
            .orElse(AreaId.of(site.id().value()));
    return new Alert(
        id(silence),
        RULE,
        device,
        area,
        CARD.principle(),
        CARD.severity(),
        AlertState.OPEN,
        silence.from(),
        over,
        over,
        Optional.of(over),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        Evidence.NONE.with("reason", silence.reason()).with("until", over),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
