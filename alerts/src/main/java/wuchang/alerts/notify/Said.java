package wuchang.alerts.notify;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.alert.NotificationStep;
import wuchang.domain.alert.NotificationStep.Outcome;

/**
 * One thing that was said on a channel.
 *
 * @param at when it was decided
 * @param outcome what came of it so far
 * @param lastAt when that was known
 */
record Said(Occasion occasion, Instant at, Outcome outcome, Instant lastAt) {
  /** What was said of one alert on a channel in a round, oldest first. */
  static List<Said> on(String channel, int round, List<NotificationStep> notifications) {
    Map<String, Said> said = new LinkedHashMap<>();
    for (NotificationStep step : notifications) {
      Occasion occasion = Occasion.parse(step.step());
      if (step.channel().equals(channel) && occasion.round() == round) {
        said.merge(
            step.step(), new Said(occasion, step.at(), step.outcome(), step.at()), Said::then);
      }
    }
    return List.copyOf(said.values());
  }

  /** That somebody opened it does not change when it arrived. */
  private Said then(Said next) {
    boolean opened = next.outcome == Outcome.OPENED;
    return new Said(occasion, at, next.outcome, opened ? lastAt : next.lastAt);
  }

  /**
   * What was said since people last heard of an end: of this round, and of those before it when it
   * came back before anybody was told that it was over.
   */
  static List<Said> since(Dossier dossier, String channel) {
    Deque<Said> said = new ArrayDeque<>();
    for (int round = dossier.life().round(); round > 0; round--) {
      List<Said> earlier = on(channel, round, dossier.notifications());
      if (earlier.stream().anyMatch(one -> one.occasion().isEnd())
          && round < dossier.life().round()) {
        break;
      }
      for (int i = earlier.size() - 1; i >= 0; i--) {
        said.addFirst(earlier.get(i));
      }
      if (!dossier.life().goesOn(round)) {
        break;
      }
    }
    return List.copyOf(said);
  }

  /** Whether people on a channel ever heard of it. */
  static boolean isKnown(Dossier dossier, String channel) {
    return dossier.notifications().stream().anyMatch(step -> step.channel().equals(channel));
  }

  boolean isPending() {
    return outcome == Outcome.REQUESTED;
  }

  /** Whether people know of it, or will. */
  boolean isTold() {
    return outcome.isArrived() || outcome == Outcome.REQUESTED;
  }
}
