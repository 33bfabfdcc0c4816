package wuchang.ingest.mqtt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.ingest.Arrival;
import wuchang.ingest.Inbox;
import wuchang.ingest.Incoming;
import wuchang.ingest.Intake;
import wuchang.ingest.Receipt;

/**
 * One connection, from CONNECT to its end; the next one is another object. So an acknowledgement
 * that comes too late finds its own connection gone, and does not acknowledge something else that
 * has the same packet id on the new one.
 */
final class Link implements MqttCallback {
  private static final Logger log = LoggerFactory.getLogger(Link.class);

  private static final long TIMEOUT_MILLIS = 10_000;
  private static final long QUIESCE_MILLIS = 2_000;
  private static final int NOT_GRANTED = 0x80;

  /** Home Assistant's, which are told only when they change. */
  private static final String DESCRIPTIONS = "homeassistant/";

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final MqttAsyncClient client;
  private final Subscriptions subscriptions;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Runnable dropped;
  private final Consumer<Link> lost;
  private volatile boolean over;
  private volatile boolean taking = true;
  private volatile boolean superseded;
  private volatile boolean heartbeatSeen;
  private volatile long lastSeenNanos = System.nanoTime();

  Link(
      String server,
      Subscriptions subscriptions,
      Inbox inbox,
      InstantSource clock,
      Runnable dropped,
      Consumer<Link> lost)
      throws MqttException {
    this.client = new MqttAsyncClient(server, subscriptions.clientId(), new MemoryPersistence());
    this.subscriptions = subscriptions;
    this.inbox = inbox;
    this.clock = clock;
    this.dropped = dropped;
    this.lost = lost;
    client.setManualAcks(true);
    client.setCallback(this);
  }

  /** Connects; true when the broker still has our session. */
  boolean open(MqttConnectionOptions options) throws MqttException {
    IMqttToken token = client.connect(options);
    token.waitForCompletion(TIMEOUT_MILLIS);
    return token.getSessionPresent();
  }

  /** Subscribes; the filters that the broker does not grant. */
  List<String> subscribe(List<String> filters) throws MqttException {
    List<MqttSubscription> wishes = new ArrayList<>();
    filters.forEach(filter -> wishes.add(wish(filter, 1)));
    wishes.add(wish(subscriptions.heartbeat(), 0));
    IMqttToken token = client.subscribe(wishes.toArray(MqttSubscription[]::new));
    token.waitForCompletion(TIMEOUT_MILLIS);
    List<String> refused = new ArrayList<>();
    int[] granted = token.getReasonCodes();
    for (int i = 0; i < granted.length; i++) {
      if (granted[i] >= NOT_GRANTED) {
        refused.add(wishes.get(i).getTopic());
      }
    }
    return refused;
  }

  private static MqttSubscription wish(String filter, int qos) {
    MqttSubscription wish = new MqttSubscription(filter, qos);
    // What was retained is told once, not at every start, but for what we have to know anew.
    wish.setRetainHandling(filter.startsWith(DESCRIPTIONS) ? 0 : 1);
    return wish;
  }

  void unsubscribe(List<String> filters) throws MqttException {
    if (!filters.isEmpty()) {
      client.unsubscribe(filters.toArray(String[]::new)).waitForCompletion(TIMEOUT_MILLIS);
    }
  }

  /** Never to be called from a callback. */
  void publish(String topic, byte[] payload) {
    try {
      client.publish(topic, payload, 0, false);
    } catch (MqttException e) {
      log.warn("event=publish_failed topic={} cause=\"{}\"", topic, e.toString());
    }
  }

  /** Says something to ourselves by way of the broker. Never to be called from a callback. */
  void beat() {
    try {
      client.publish(subscriptions.heartbeat(), new byte[0], 0, false);
    } catch (MqttException e) {
      log.debug("event=heartbeat_failed cause=\"{}\"", e.toString());
    }
  }

  /** How long nothing was heard; zero where the broker does not let us hear ourselves. */
  Duration silence() {
    return heartbeatSeen ? Duration.ofNanos(System.nanoTime() - lastSeenNanos) : Duration.ZERO;
  }

  /** From now on what comes is left to the broker, unacknowledged. */
  void pause() {
    taking = false;
  }

  /** The broker sends again what this connection did not acknowledge. */
  void supersede() {
    superseded = true;
  }

  /** Sends what is to be sent, says good-bye and ends; the session stays. */
  void close() {
    over = true;
    try {
      client.disconnect(QUIESCE_MILLIS).waitForCompletion(TIMEOUT_MILLIS);
    } catch (MqttException e) {
      log.debug("event=disconnect_failed cause=\"{}\"", e.toString());
    }
    end();
  }

  /** Ends without a word, for a connection that is dead or never was. */
  void abort() {
    over = true;
    try {
      client.disconnectForcibly(0, 1, false);
    } catch (MqttException e) {
      log.debug("event=disconnect_failed cause=\"{}\"", e.toString());
    }
    end();
  }

  private void end() {
    try {
      client.close(true);
    } catch (MqttException e) {
      log.debug("event=close_failed cause=\"{}\"", e.toString());
    }
  }

  /** Paho's callback: hands over and returns. What it throws would lose the message. */
  @Override
  public void messageArrived(String topic, MqttMessage message) {
    lastSeenNanos = System.nanoTime();
    if (topic.equals(subscriptions.heartbeat())) {
      heartbeatSeen = true;
      return;
    }
    Incoming incoming =
        Incoming.of(
            topicOf(topic, message), message.getPayload(), message.isRetained(), clock.instant());
    try {
      handOver(new Arrival(incoming, receipt(message.getId(), message.getQos())), message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Paho ends this connection
    }
  }

  private void handOver(Arrival arrival, MqttMessage message) throws InterruptedException {
    boolean promised = message.getQos() > 0;
    while (taking && !over) {
      if (inbox.offer(arrival, PATIENCE)) {
        return;
      }
      if (!promised) {
        dropped.run();
        return;
      }
      lastSeenNanos = System.nanoTime(); // it is we who are slow, not the broker
    }
  }

  private String topicOf(String topic, MqttMessage message) {
    if (!subscriptions.senderKnown() || !Subscriptions.NAMELESS_TOPICS.contains(topic)) {
      return topic;
    }
    for (UserProperty property : message.getProperties().getUserProperties()) {
      if (property.getKey().equals(Subscriptions.SENDER_PROPERTY)) {
        return Intake.topicOf(property.getValue());
      }
    }
    return topic;
  }

  private Receipt receipt(int packetId, int qos) {
    return new Receipt() {
      @Override
      public void accepted(int observations) {
        if (qos > 0) {
          acknowledge(packetId, qos);
        }
      }

      @Override
      public boolean isSuperseded() {
        return superseded && qos > 0;
      }
    };
  }

  private void acknowledge(int packetId, int qos) {
    if (over) {
      return;
    }
    try {
      client.messageArrivedComplete(packetId, qos);
    } catch (MqttException | RuntimeException e) {
      log.debug("event=acknowledgement_failed cause=\"{}\"", e.toString()); // it comes again
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    over = true;
    log.warn("event=broker_lost cause=\"{}\"", cause(response));
    lost.accept(this);
  }

  private static String cause(MqttDisconnectResponse response) {
    MqttException exception = response.getException();
    return exception == null ? "reason code " + response.getReturnCode() : exception.toString();
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    log.warn("event=mqtt_error cause=\"{}\"", exception.toString());
  }

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String server) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
