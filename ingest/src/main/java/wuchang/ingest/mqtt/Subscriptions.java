package wuchang.ingest.mqtt;

import java.util.List;
import java.util.stream.Stream;
import wuchang.domain.SiteId;

/**
 * What a site's Wuchang listens to, and under which name. A broker that keeps messages for it
 * before it has ever connected needs to know both.
 *
 * @param clientId one for each site: two servers of one site would put each other out
 * @param senderKnown the broker says who sent {@code v1/devices/me/telemetry}
 */
public record Subscriptions(
    String clientId, List<String> filters, String heartbeat, boolean senderKnown) {
  /** The MQTT 5 user property by which the embedded broker names the sender. */
  static final String SENDER_PROPERTY = "wuchang-sender";

  static final String NAMELESS_TOPIC = "v1/devices/me/telemetry";

  public Subscriptions {
    filters = List.copyOf(filters);
  }

  /** For the embedded broker. */
  public static Subscriptions embedded(SiteId site) {
    return of(site, true);
  }

  /** For a broker of the site's own, whose user properties anybody could have written. */
  public static Subscriptions external(SiteId site) {
    return of(site, false);
  }

  /** The same, listening to more. */
  public Subscriptions and(List<String> more) {
    List<String> all = Stream.concat(filters.stream(), more.stream()).distinct().toList();
    return new Subscriptions(clientId, all, heartbeat, senderKnown);
  }

  private static Subscriptions of(SiteId site, boolean senderKnown) {
    String topics = "wuchang/" + site.value() + "/";
    return new Subscriptions(
        "wuchang-server-" + site.value(),
        List.of(topics + "+/telemetry", topics + "+/event", "v1/gateway/telemetry", NAMELESS_TOPIC),
        topics + "$server/heartbeat",
        senderKnown);
  }
}
