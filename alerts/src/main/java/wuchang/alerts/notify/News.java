package wuchang.alerts.notify;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wuchang.alerts.book.Life;
import wuchang.alerts.book.StepReason;
import wuchang.domain.alert.AlertStep.Kind;

/** Steps of an alert's life that somebody must hear of once, the most urgent first. */
enum News {
  FOOD(
      Kind.AFFECTED,
      Occasion.AFFECTED,
      NotificationReason.FOOD_AFFECTED,
      StepReason.FOOD_IN_DANGER,
      StepReason.FOOD_AFFECTED),
  OVERDUE(Kind.OVERDUE, Occasion.OVERDUE, NotificationReason.PROMISE_PASSED),
  OFFERED(Kind.HAND_OVER_OFFERED, Occasion.HAND_OVER, NotificationReason.HAND_OVER_OFFERED),
  DECLINED(Kind.HAND_OVER_DECLINED, Occasion.DECLINED, NotificationReason.HAND_OVER_DECLINED);

  private final Kind kind;
  private final String occasion;
  private final NotificationReason reason;
  private final List<StepReason> first;

  /**
   * @param first only the first step for each of these reasons is news; none: every step is
   */
  News(Kind kind, String occasion, NotificationReason reason, StepReason... first) {
    this.kind = kind;
    this.occasion = occasion;
    this.reason = reason;
    this.first = List.of(first);
  }

  String occasion() {
    return occasion;
  }

  NotificationReason reason() {
    return reason;
  }

  /** When it last happened in this round in a way that is news. */
  Optional<Instant> lastIn(Life life) {
    return first.isEmpty()
        ? life.last(kind)
        : first.stream()
            .flatMap(why -> life.first(kind, why).stream())
            .max(Comparator.naturalOrder());
  }
}
