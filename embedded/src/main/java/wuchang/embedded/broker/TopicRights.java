package wuchang.embedded.broker;

import wuchang.domain.DeviceId;
import wuchang.domain.SiteId;

/**
 * Who may publish and subscribe where. A user with devices speaks for them alone; one without
 * speaks for the whole site and for the foreign formats; only Wuchang itself listens.
 */
final class TopicRights {
  /** Carries no device: it means the user who sends. */
  static final String ME = "v1/devices/me/telemetry";

  private static final String NATIVE = "wuchang/";

  private final String siteTopics;
  private final String serverTopics;

  TopicRights(SiteId site) {
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
    if (user.server() || topic.equals(ME)) {
      return true;
    }
    return user.devices().isEmpty() ? ofTheSite(topic) : ofADevice(user, topic);
  }

  boolean maySubscribe(BrokerUser user) {
    return user.server();
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
