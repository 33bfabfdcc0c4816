package wuchang.embedded.broker;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT broker (3.1.1 and 5) in this process. A message that it acknowledged at QoS 1 is forced
 * to disk and waits for its subscribers over restarts and kills. Starting takes about half a
 * second.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /**
   * The MQTT 5 user property that names the user who sent a message to {@code
   * v1/devices/me/telemetry}. Only this broker can write it there.
   */
  public static final String SENDER_PROPERTY = "wuchang-sender";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

  private record Running(ActiveMQServer server, Acceptor acceptor) {}

  private final BrokerConfig config;
  private volatile Running running;
  private volatile Optional<String> trouble = Optional.empty();
  private boolean closed;

  private EmbeddedBroker(BrokerConfig config, Running running) {
    this.config = config;
    this.running = running;
    listen(running);
  }

  private void listen(Running now) {
    now.server()
        .registerIOCriticalErrorListener(
            (cause, message, file) -> trouble = Optional.of(message + ": " + cause));
  }

  /**
   * Starts a broker that takes connections when this returns.
   *
   * @throws BindException when the port is taken; the message names it
   * @throws IOException when the directory cannot be used, or is used by another broker
   */
  public static EmbeddedBroker start(BrokerConfig config) throws IOException {
    EmbeddedBroker broker = new EmbeddedBroker(config, run(config));
    log.info("event=broker_started host={} port={}", config.host(), broker.port());
    return broker;
  }

  private static Running run(BrokerConfig config) throws IOException {
    Files.createDirectories(config.directory());
    ActiveMQServer server =
        new ActiveMQServerImpl(BrokerSettings.of(config), null, doorkeeper(config));
    server.registerBrokerPlugin(new SenderStamp());
    try {
      return new Running(server, opened(server, config));
    } catch (Exception e) {
      stop(server);
      throw e instanceof IOException io ? io : new IOException("the broker did not start", e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return running.acceptor().getActualPort();
  }

  /**
   * Why it takes nothing in, if it does not: it refuses messages while its disk is nearly full, and
   * stops by itself when its disk fails.
   */
  public Optional<String> trouble() {
    return stopped().or(this::diskFull);
  }

  private Optional<String> stopped() {
    return trouble.or(
        () ->
            running.server().isStarted() ? Optional.empty() : Optional.of("the broker is stopped"));
  }

  private Optional<String> diskFull() {
    return running.server().getPagingManager().isDiskFull()
        ? Optional.of(
            "the broker leaves the last %d MB of its disk free: make room there"
                .formatted(BrokerSettings.MIN_DISK_FREE >> 20))
        : Optional.empty();
  }

  /**
   * Starts it again, on the same port, when it has stopped by itself and its disk has room; what it
   * had acknowledged is there.
   *
   * @throws IOException when it does not start; it may at a later call
   */
  public synchronized void reviveIfStopped() throws IOException {
    Optional<String> why = stopped();
    if (closed || why.isEmpty() || room() < BrokerSettings.MIN_DISK_FREE) {
      return;
    }
    int port = port();
    stop(running.server());
    running = run(config.withPort(port));
    trouble = Optional.empty();
    listen(running);
    log.warn("event=broker_started_again port={} after=\"{}\"", port, why.get());
  }

  /** As a disk that fails would do. */
  void stopByItself() {
    stop(running.server());
  }

  private long room() {
    return config.directory().toFile().getUsableSpace();
  }

  /** Lets the connections go and stops; what is acknowledged is on disk. */
  @Override
  public synchronized void close() {
    closed = true;
    stop(running.server());
    log.info("event=broker_stopped");
  }

  private static Doorkeeper doorkeeper(BrokerConfig config) {
    Set<String> reserved =
        config.standing().stream()
            .map(StandingSubscription::clientId)
            .collect(Collectors.toUnmodifiableSet());
    return new Doorkeeper(new TopicRights(config.site(), config.shown()), config.users(), reserved);
  }

  private static Acceptor opened(ActiveMQServer server, BrokerConfig config) throws Exception {
    server.start();
    if (!server.isActive()) {
      throw new IOException("«" + config.directory() + "» is in use by another broker");
    }
    for (StandingSubscription subscription : config.standing()) {
      stand(server, subscription);
    }
    Acceptor acceptor = server.getRemotingService().getAcceptor(BrokerSettings.ACCEPTOR);
    try {
      acceptor.start();
    } catch (IllegalStateException e) {
      throw taken(config, e);
    }
    return acceptor;
  }

  /** The queue as MQTT itself would make it at the client's first SUBSCRIBE. */
  private static void stand(ActiveMQServer server, StandingSubscription subscription)
      throws Exception {
    for (String filter : subscription.filters()) {
      server.createQueue(
          QueueConfiguration.of(subscription.clientId() + "." + filter)
              .setAddress(filter)
              .setRoutingType(RoutingType.MULTICAST)
              .setDurable(true)
              .setAutoCreateAddress(true),
          true);
    }
  }

  private static IOException taken(BrokerConfig config, Exception cause) {
    BindException taken =
        new BindException(
            "port "
                + config.port()
                + " on "
                + config.host()
                + " cannot be used: "
                + rootMessage(cause));
    taken.initCause(cause);
    return taken;
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static void stop(ActiveMQServer server) {
    try {
      server.stop();
    } catch (Exception e) {
      log.warn("event=broker_stop_failed cause=\"{}\"", e.toString());
    }
  }
}
