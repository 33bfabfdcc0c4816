package wuchang.alerts.notify;

import java.time.Instant;
import wuchang.domain.Severity;
import wuchang.domain.alert.NotificationStep;

/** A request on its way. */
final class Parcel {
  final NotificationStep request;
  final Urgency urgency;
  int attempts;
  Instant notBefore = Instant.MIN;
  boolean underWay;

  Parcel(NotificationStep request, Urgency urgency) {
    this.request = request;
    this.urgency = urgency;
  }

  boolean isCritical() {
    return urgency.severity() == Severity.CRITICAL;
  }

  boolean isReady(Instant now) {
    return !underWay && !notBefore.isAfter(now);
  }
}
