package wuchang.alerts.notify;

import java.util.List;
import wuchang.domain.alert.NotificationStep;

/** What goes to a channel at once: one request, or several folded into one message. */
public record Post(String channel, List<NotificationStep> requests) {
  public Post {
    requests = List.copyOf(requests);
  }
}
