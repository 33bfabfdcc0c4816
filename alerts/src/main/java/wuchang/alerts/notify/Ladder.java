package wuchang.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/**
 * Who is told what a channel could not deliver (DOMAIN.md D2): the channel that its {@code
 * fallback} names, and for what pages without one the next in the configuration's order, from the
 * last to the first. Channels that reach nobody's eyes are left out, and so is who was told of the
 * same already. Pure.
 */
public final class Ladder {
  private static final Set<String> SILENT = Set.of("log", "mqtt");
  private static final Duration CRITICAL = Duration.ofMinutes(1);
  private static final Duration OTHERWISE = Duration.ofMinutes(3);

  private Ladder() {}

  /** What is asked of another channel after this outcome; empty when nothing is. */
  public static Optional<NotificationStep> next(
      NotificationStep failed, Dossier dossier, Site site, Instant now) {
    Occasion occasion = Occasion.parse(failed.step());
    boolean news =
        !occasion.isEnd()
            && occasion.round() == dossier.life().round()
            && isOpenFor(occasion, dossier.life().alert());
    return news
        ? rung(failed, dossier, site)
            .map(
                channel ->
                    new NotificationStep(
                        failed.alert(),
                        failed.step(),
                        channel,
                        Outcome.REQUESTED,
                        NotificationReason.FELL_BACK.word(),
                        now))
        : Optional.empty();
  }

  /** How long a request is tried: not for long when somebody else can take what pages. */
  public static Duration patience(
      NotificationStep request, Dossier dossier, Site site, Duration longest) {
    Severity severity = dossier.life().alertAt(request.at()).severity();
    boolean hurries = severity.pages() && !Occasion.parse(request.step()).isEnd();
    if (!hurries || rung(request, dossier, site).isEmpty()) {
      return longest;
    }
    return severity == Severity.CRITICAL ? CRITICAL : OTHERWISE;
  }

  /** That it began needs no second way when somebody has taken it on meanwhile. */
  private static boolean isOpenFor(Occasion occasion, Alert alert) {
    boolean begins =
        occasion.word().equals(Occasion.OPENED) || occasion.word().startsWith(Occasion.REPEAT);
    return alert.state() == AlertState.OPEN || alert.state() == AlertState.ACKNOWLEDGED && !begins;
  }

  private static Optional<String> rung(NotificationStep step, Dossier dossier, Site site) {
    List<ChannelPlan> order = after(step.channel(), site);
    if (order.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> named = order.get(order.size() - 1).fallback();
    if (named.isPresent()) {
      return named.filter(channel -> !isAsked(step, channel, dossier));
    }
    return dossier.life().alertAt(step.at()).severity().pages()
        ? order.subList(0, order.size() - 1).stream()
            .filter(plan -> !SILENT.contains(plan.kind()))
            .map(ChannelPlan::id)
            .filter(channel -> !isAsked(step, channel, dossier))
            .findFirst()
        : Optional.empty();
  }

  /** The channels behind this one and around to itself, which is the last. */
  private static List<ChannelPlan> after(String channel, Site site) {
    List<ChannelPlan> all = site.channels();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(channel)) {
        List<ChannelPlan> order = new ArrayList<>(all.subList(i + 1, all.size()));
        order.addAll(all.subList(0, i + 1));
        return order;
      }
    }
    return List.of();
  }

  private static boolean isAsked(NotificationStep step, String channel, Dossier dossier) {
    return dossier.notifications().stream()
        .anyMatch(said -> said.channel().equals(channel) && said.step().equals(step.step()));
  }
}
