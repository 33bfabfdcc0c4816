package wuchang.embedded.broker;

import java.util.List;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.SiteId;

/**
 * Who may publish and subscribe where. A user with devices speaks for them alone; one without
 * speaks for the whole site and for the foreign formats; only Wuchang itself listens to everything,
 * and everybody to what is shown.
 */
final class TopicRights {
  /** They carry no device, but mean the user who sends; the second is short for the first. */
  static final Set<String> ME = Set.of("v1/devices/me/telemetry", "v2/t");

  private static final String NATIVE = "wuchang/";

  private final String siteTopics;
  private final String serverTopics;
  private final List<String> shown;

  /**
   * @param shown topics that everybody may listen to, with all below them
   */
  TopicRights(SiteId site, List<String> shown) {
    this.shown = List.copyOf(shown);
    this.siteTopics = NATIVE + site.value() + "/";
    this.serverTopics = siteTopics + "$server/";
  }

  boolean mayPublish(BrokerUser user, String topic) {
    if (topic.startsWith("$") || topic.contains("::")) {
      return false; // the broker's own addresses, and Artemis' way to name a queue
    }
    if (topic.startsWith(serverTopics)) {
      return user.server();
    }
    if (user.server() || ME.contains(topic)) {
      return true;
    }
    if (maySubscribe(user, topic)) {
      return false; // a lamp must not be lied to
    }
    return user.devices().isEmpty() ? ofTheSite(topic) : ofADevice(user, topic);
  }

  boolean maySubscribe(BrokerUser user, String topic) {
    return user.server()
        || shown.stream().anyMatch(top -> topic.equals(top) || topic.startsWith(top + "/"));
  }

  private boolean ofTheSite(String topic) {
    return topic.startsWith(siteTopics) || !topic.startsWith(NATIVE);
  }

  private boolean ofADevice(BrokerUser user, String topic) {
    if (!topic.startsWith(siteTopics)) {
      return false;
    }
    int end = topic.indexOf('/', siteTopics.length());
    return end > 0 && speaksFor(user, topic.substring(siteTopics.length(), end));
  }

  private static boolean speaksFor(BrokerUser user, String device) {
    for (DeviceId own : user.devices()) {
      if (own.value().equals(device)) {
        return true;
      }
    }
    return false;
  }
}
