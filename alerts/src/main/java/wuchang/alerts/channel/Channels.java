package wuchang.alerts.channel;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.channel.ChannelParts.Broker;
import wuchang.alerts.channel.mqtt.MqttChannel;
import wuchang.domain.site.ChannelPlan;

/** The channels of a site, by their ids. Made anew when the configuration changes. */
public final class Channels implements AutoCloseable {
  /** The kinds that can be built; the configuration is checked against them. */
  public static final List<String> SUPPORTED =
      List.of("wecom", "dingtalk", "feishu", "email", "webhook", "mqtt", "sms", "log");

  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final int MAILS_AT_A_TIME = 4;

  private final Map<String, Channel> channels;
  private final Optional<ExecutorService> blocking;

  private Channels(Map<String, Channel> channels, Optional<ExecutorService> blocking) {
    this.channels = Map.copyOf(channels);
    this.blocking = blocking;
  }

  /** Channels that were made elsewhere. */
  public static Channels of(Map<String, Channel> channels) {
    return new Channels(channels, Optional.empty());
  }

  /**
   * Builds what is planned.
   *
   * @throws IllegalArgumentException naming the channel, what is wrong with it and what was
   *     expected
   */
  public static Channels of(List<ChannelPlan> plans, ChannelParts parts) {
    ExecutorService blocking = Executors.newFixedThreadPool(MAILS_AT_A_TIME, Channels::thread);
    Builder builder = new Builder(parts, blocking);
    Channels built = new Channels(Map.of(), Optional.of(blocking));
    Map<String, Channel> channels = new LinkedHashMap<>();
    try {
      plans.forEach(plan -> channels.put(plan.id(), builder.build(plan)));
      built = new Channels(channels, Optional.of(blocking));
      return built;
    } catch (IllegalArgumentException e) {
      new Channels(channels, Optional.of(blocking)).close();
      throw e;
    }
  }

  public Optional<Channel> channel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  /** Those that show how areas stand. */
  public Stream<Signal> signals() {
    return channels.values().stream().filter(Signal.class::isInstance).map(Signal.class::cast);
  }

  /** Ends what they hold on to; what is under way may fail. */
  @Override
  public void close() {
    for (Channel channel : channels.values()) {
      if (channel instanceof AutoCloseable open) {
        try {
          open.close();
        } catch (Exception e) {
          LOG.debug("event=close_failed failure=\"{}\"", e.getClass().getSimpleName());
        }
      }
    }
    blocking.ifPresent(ExecutorService::shutdown);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "wuchang-mail");
    thread.setDaemon(true);
    return thread;
  }

  private record Builder(ChannelParts parts, HttpSending http, ExecutorService blocking) {
    Builder(ChannelParts parts, ExecutorService blocking) {
      this(parts, new HttpSending(client()), blocking);
    }

    private static HttpClient client() {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
    }

    Channel build(ChannelPlan plan) {
      return switch (plan.kind()) {
        case "wecom" -> new WecomChannel(plan, http);
        case "dingtalk" -> new DingtalkChannel(plan, http, parts.clock());
        case "feishu" -> new FeishuChannel(plan, http, parts.clock());
        case "email" -> new EmailChannel(plan, blocking);
        case "webhook" -> new WebhookChannel(plan, http);
        case "mqtt" -> mqtt(plan);
        case "sms" -> new SmsChannel(plan, http);
        case "log" -> new LogChannel(plan);
        default ->
            throw new IllegalArgumentException(
                plan
                    + ": this kind cannot be built; expected one of "
                    + String.join(", ", SUPPORTED));
      };
    }

    private Channel mqtt(ChannelPlan plan) {
      Broker broker =
          plan.url()
              .map(
                  url ->
                      new Broker(
                          url.toString(),
                          Optional.ofNullable(plan.options().get("username")),
                          plan.secret(),
                          Optional.empty()))
              .or(parts::broker)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(plan + " lacks url; expected tcp://host:port"));
      String topic = plan.options().getOrDefault("topic", "wuchang/alerts");
      return new MqttChannel(plan.id(), topic, broker, parts.clock());
    }
  }
}
