package wuchang.ingest.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.ingest.Inbox;

/**
 * What a broker sends, into the inbox, for as long as it is open. Connections that end are made
 * anew, with growing pauses; a session that the broker has forgotten is subscribed to again.
 *
 * <p>That a connection lives is known by a heartbeat that goes through the broker and comes back,
 * not by what the client believes. At most {@code receiveMaximum} messages are unacknowledged at
 * any time: that is the broker's credit.
 */
public final class MqttSource implements AutoCloseable {
  /** Enough for two full batches of the intake: one on its way to disk, one gathering. */
  public static final int RECEIVE_MAXIMUM = 4_000;

  private static final Logger log = LoggerFactory.getLogger(MqttSource.class);

  private static final long SESSION_SECONDS = Duration.ofDays(7).toSeconds();
  private static final int KEEP_ALIVE_SECONDS = 20;
  private static final int CONNECT_SECONDS = 8;
  private static final int CLOSE_SECONDS = 15;
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final int MISSED_BEATS = 4;

  private final BrokerAddress broker;
  private final Subscriptions subscriptions;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Runnable dropped;
  private final Duration beat;
  private final Supplier<List<String>> foreign;
  private final MqttConnectionOptions options;
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(MqttSource::thread);
  private volatile Optional<Link> link = Optional.empty();
  private volatile Optional<String> trouble = Optional.of("not connected to the broker yet");
  private boolean subscribed;
  private List<String> listenedTo = List.of();
  private volatile boolean closed;

  /**
   * @param clock says when a message arrived
   * @param dropped told when a message of QoS 0 found no room
   * @throws IllegalArgumentException when the certificates cannot be read
   */
  public MqttSource(
      BrokerAddress broker,
      Subscriptions subscriptions,
      Inbox inbox,
      InstantSource clock,
      Runnable dropped) {
    this(broker, subscriptions, inbox, clock, dropped, List::of);
  }

  /**
   * As above.
   *
   * @param foreign the topics that the site's sources speak on besides; they may change
   */
  public MqttSource(
      BrokerAddress broker,
      Subscriptions subscriptions,
      Inbox inbox,
      InstantSource clock,
      Runnable dropped,
      Supplier<List<String>> foreign) {
    this(broker, subscriptions, inbox, clock, dropped, BEAT, foreign);
  }

  MqttSource(
      BrokerAddress broker,
      Subscriptions subscriptions,
      Inbox inbox,
      InstantSource clock,
      Runnable dropped,
      Duration beat) {
    this(broker, subscriptions, inbox, clock, dropped, beat, List::of);
  }

  MqttSource(
      BrokerAddress broker,
      Subscriptions subscriptions,
      Inbox inbox,
      InstantSource clock,
      Runnable dropped,
      Duration beat,
      Supplier<List<String>> foreign) {
    this.broker = broker;
    this.subscriptions = subscriptions;
    this.inbox = inbox;
    this.clock = clock;
    this.dropped = dropped;
    this.beat = beat;
    this.foreign = foreign;
    this.options = options(broker);
  }

  /** Begins to connect and returns; whether it worked is told by {@link #trouble}. */
  public void start() {
    watch.execute(this::connect);
    watch.scheduleWithFixedDelay(
        this::look, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why nothing comes from the broker at the moment. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** Sends something to the broker; it is no matter when it does not arrive. */
  public void publish(String topic, byte[] payload) {
    watch.execute(() -> link.ifPresent(current -> current.publish(topic, payload)));
  }

  /** What comes from now on is left to the broker; what came before can still be acknowledged. */
  public void pause() {
    closed = true;
    link.ifPresent(Link::pause);
  }

  /** Sends the acknowledgements that are due and disconnects; the broker keeps the session. */
  @Override
  public void close() {
    pause();
    if (watch.isShutdown()) {
      return;
    }
    try {
      // Behind a connect that is just being made, so that this, too, is closed.
      watch.submit(() -> link.ifPresent(Link::close)).get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("event=broker_close_failed cause=\"{}\"", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watch.shutdownNow();
  }

  private void connect() {
    if (closed) {
      return;
    }
    try {
      Link next =
          new Link(broker.server().toString(), subscriptions, inbox, clock, dropped, this::lost);
      try {
        greet(next);
      } catch (MqttException | RuntimeException e) {
        next.abort();
        throw e;
      }
    } catch (MqttException | RuntimeException e) {
      failed(e);
    }
  }

  private void greet(Link next) throws MqttException {
    boolean known = next.open(options);
    if (known) {
      link.ifPresent(Link::supersede);
      inbox.forgetSuperseded();
    }
    if (!known || !subscribed) {
      List<String> wanted = foreign.get();
      List<String> refused = next.subscribe(subscriptions.and(wanted).filters());
      listenedTo = wanted;
      if (refused.containsAll(subscriptions.filters())) {
        throw new IllegalStateException("the broker refuses every subscription: " + refused);
      }
      refused.forEach(filter -> log.warn("event=subscription_refused filter={}", filter));
      subscribed = true;
    }
    link = Optional.of(next);
    trouble = Optional.empty();
    backoff.reset();
    if (closed) {
      next.pause();
    }
    next.beat();
    log.info("event=broker_connected at={} session={}", broker, known ? "kept" : "new");
  }

  private void failed(Exception e) {
    Duration pause = backoff.next();
    String words = "not connected to " + broker + ": " + words(e);
    if (!trouble.equals(Optional.of(words))) {
      log.warn("event=broker_unreachable at={} cause=\"{}\"", broker, words(e));
    }
    trouble = Optional.of(words);
    watch.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static String words(Exception e) {
    return e.getCause() == null ? e.toString() : e + ": " + e.getCause();
  }

  /** On one of Paho's threads: must not touch the connection here. */
  private void lost(Link gone) {
    if (!closed) {
      watch.execute(() -> reconnect(gone));
    }
  }

  private void reconnect(Link gone) {
    if (link.filter(current -> current == gone).isPresent() && trouble.isEmpty()) {
      trouble = Optional.of("the connection to " + broker + " was lost");
      gone.abort();
      connect();
    }
  }

  /** A connection over which nothing comes, not even ourselves, is dead whatever it says. */
  private void look() {
    Optional<Link> current = link.filter(l -> trouble.isEmpty());
    if (current.isPresent() && isTooSilent(current.get())) {
      log.warn("event=broker_silent at={} for={}", broker, current.get().silence());
      reconnect(current.get());
    } else {
      current.ifPresent(Link::beat);
      current.ifPresent(this::follow);
    }
  }

  /** The configuration may have changed what is to be listened to. */
  private void follow(Link current) {
    List<String> wanted = foreign.get();
    if (wanted.equals(listenedTo)) {
      return;
    }
    try {
      List<String> fresh = wanted.stream().filter(each -> !listenedTo.contains(each)).toList();
      List<String> refused = fresh.isEmpty() ? List.of() : current.subscribe(fresh);
      refused.forEach(filter -> log.warn("event=subscription_refused filter={}", filter));
      current.unsubscribe(listenedTo.stream().filter(each -> !wanted.contains(each)).toList());
      listenedTo = wanted;
      log.info("event=subscriptions_changed filters={}", wanted.size());
    } catch (MqttException | RuntimeException e) {
      log.warn("event=subscription_failed cause=\"{}\"", words(e));
    }
  }

  private boolean isTooSilent(Link current) {
    return current.silence().compareTo(beat.multipliedBy(MISSED_BEATS)) > 0;
  }

  private static MqttConnectionOptions options(BrokerAddress broker) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(SESSION_SECONDS);
    options.setReceiveMaximum(RECEIVE_MAXIMUM);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout(CONNECT_SECONDS);
    broker.username().ifPresent(options::setUserName);
    broker
        .password()
        .ifPresent(secret -> options.setPassword(secret.getBytes(StandardCharsets.UTF_8)));
    broker.ca().ifPresent(file -> options.setSocketFactory(PemTrust.sockets(file)));
    return options;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "wuchang-mqtt");
    thread.setDaemon(true);
    return thread;
  }
}
