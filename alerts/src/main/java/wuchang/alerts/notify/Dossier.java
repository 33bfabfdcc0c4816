package wuchang.alerts.notify;

import java.util.List;
import wuchang.alerts.book.Life;
import wuchang.domain.alert.NotificationStep;

/** All that the policy needs to know of one alert: its life, and what was said of it. */
public record Dossier(Life life, List<NotificationStep> notifications) {
  public Dossier {
    notifications = List.copyOf(notifications);
  }
}
