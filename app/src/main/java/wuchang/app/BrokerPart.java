package wuchang.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.channel.ChannelParts;
import wuchang.app.config.BrokerSettings;
import wuchang.app.config.Config;
import wuchang.domain.SiteId;
import wuchang.embedded.broker.BrokerConfig;
import wuchang.embedded.broker.BrokerTls;
import wuchang.embedded.broker.BrokerUser;
import wuchang.embedded.broker.EmbeddedBroker;
import wuchang.embedded.broker.StandingSubscription;
import wuchang.ingest.Intake;
import wuchang.ingest.mqtt.BrokerAddress;
import wuchang.ingest.mqtt.Subscriptions;

/**
 * The broker, embedded or somewhere else.
 *
 * @param listen how we listen to it
 * @param publish how tools may publish to it
 */
record BrokerPart(
    BrokerAddress listen,
    Subscriptions subscriptions,
    Login publish,
    Optional<EmbeddedBroker> embedded) {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerPart.class);

  /** The name tools publish under. */
  private static final String PUBLISHER = "publisher";

  private static final String SERVER = "wuchang-server";

  /** An address with a name and a password; the password stays out of logs. */
  record Login(String url, String username, String password) {
    @Override
    public String toString() {
      return url + " as " + username;
    }
  }

  /** Why our own takes nothing in, if it does not. */
  Optional<String> trouble() {
    return embedded.flatMap(EmbeddedBroker::trouble);
  }

  /** Starts our own again should it have stopped; one elsewhere is not ours to start. */
  void revive() {
    try {
      if (embedded.isPresent()) {
        embedded.get().reviveIfStopped();
      }
    } catch (IOException e) {
      LOG.warn("event=broker_not_revived reason=\"{}\"", e.getMessage());
    }
  }

  static BrokerPart start(Config config, KeptSecrets secrets, Closing closing) throws IOException {
    if (config.broker() instanceof BrokerSettings.Remote remote) {
      return remote(remote, config.site().id());
    }
    return embedded((BrokerSettings.Embedded) config.broker(), config, secrets, closing);
  }

  private static BrokerPart remote(BrokerSettings.Remote remote, SiteId site) {
    String url = remote.url().toString();
    BrokerAddress address = BrokerAddress.of(url);
    if (remote.username().isPresent()) {
      address = address.withUser(remote.username().get(), remote.password().orElse(""));
    }
    if (remote.ca().isPresent()) {
      address = address.withCa(remote.ca().get());
    }
    Login login = new Login(url, remote.username().orElse(""), remote.password().orElse(""));
    return new BrokerPart(address, Subscriptions.external(site), login, Optional.empty());
  }

  private static BrokerPart embedded(
      BrokerSettings.Embedded settings, Config config, KeptSecrets secrets, Closing closing)
      throws IOException {
    SiteId site = config.site().id();
    String serverSecret = secrets.get("mqtt.server", Randomness::secret);
    String publisherSecret = secrets.get("mqtt.publisher", Randomness::secret);
    Subscriptions subscriptions = Subscriptions.embedded(site);
    List<String> topics = subscriptions.and(Intake.topicsOf(config.site())).filters();
    List<BrokerUser> users = new ArrayList<>();
    users.add(BrokerUser.server(SERVER, serverSecret));
    users.add(BrokerUser.publisher(PUBLISHER, publisherSecret));
    settings
        .users()
        .forEach(
            user ->
                users.add(
                    new BrokerUser(
                        user.name(), user.password(), Set.copyOf(user.devices()), false)));
    Path directory = config.data().resolve("broker");
    BrokerConfig broker =
        new BrokerConfig(
            settings.host(),
            settings.port(),
            directory,
            site,
            users,
            List.of(new StandingSubscription(subscriptions.clientId(), topics)),
            settings.tls().map(tls -> new BrokerTls(tls.cert(), tls.key())),
            BrokerConfig.DEFAULT_MEMORY,
            shown(config));
    EmbeddedBroker started = closing.add("broker", EmbeddedBroker.start(broker));
    String scheme = settings.tls().isPresent() ? "ssl" : "tcp";
    String url = scheme + "://" + reachable(settings.host()) + ":" + started.port();
    BrokerAddress listen = BrokerAddress.of(url).withUser(SERVER, serverSecret);
    if (settings.tls().isPresent()) {
      listen = listen.withCa(settings.tls().get().cert());
    }
    return new BrokerPart(
        listen, subscriptions, new Login(url, PUBLISHER, publisherSecret), Optional.of(started));
  }

  /** Where lamps may listen: the topics of channels that publish here. */
  private static List<String> shown(Config config) {
    return config.site().channels().stream()
        .filter(plan -> plan.kind().equals("mqtt") && plan.url().isEmpty())
        .map(plan -> plan.options().get("topic"))
        .toList();
  }

  /** The way in for channels that publish on the site's own broker. */
  ChannelParts.Broker forChannels() {
    return new ChannelParts.Broker(
        listen.server().toString(), listen.username(), listen.password(), listen.trust());
  }

  private static String reachable(String host) {
    return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
  }
}
