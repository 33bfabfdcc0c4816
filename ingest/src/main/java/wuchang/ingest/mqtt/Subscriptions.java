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

  /** ThingsBoard's topic for the device that signed in, and what is short for it. */
  static final List<String> NAMELESS_TOPICS = List.of("v1/devices/me/telemetry", "v2/t");

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
        Stream.concat(
                Stream.of(topics + "+/telemetry", topics + "+/event", "v1/gateway/telemetry"),
                NAMELESS_TOPICS.stream())
            .toList(),
        topics + "$server/heartbeat",
        senderKnown);
  }
}
