package wuchang.alerts.channel;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.site.ChannelPlan;

/** The channels of a site, by their ids. Made anew when the configuration changes. */
public final class Channels {
  /** The kinds that can be built; the configuration is checked against them. */
  public static final List<String> SUPPORTED = List.of("log", "webhook");

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  private final Map<String, Channel> channels;

  private Channels(Map<String, Channel> channels) {
    this.channels = Map.copyOf(channels);
  }

  /** Channels that were made elsewhere. */
  public static Channels of(Map<String, Channel> channels) {
    return new Channels(channels);
  }

  /**
   * Builds what is planned.
   *
   * @throws IllegalArgumentException naming the channel, what is wrong with it and what was
   *     expected
   */
  public static Channels of(List<ChannelPlan> plans) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    Map<String, Channel> channels = new LinkedHashMap<>();
    for (ChannelPlan plan : plans) {
      channels.put(plan.id(), build(plan, http));
    }
    return new Channels(channels);
  }

  public Optional<Channel> channel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  private static Channel build(ChannelPlan plan, HttpClient http) {
    return switch (plan.kind()) {
      case "log" -> new LogChannel(plan);
      case "webhook" -> new WebhookChannel(plan, http);
      default ->
          throw new IllegalArgumentException(
              plan
                  + ": this kind cannot be built; expected one of "
                  + String.join(", ", SUPPORTED));
    };
  }
}
