package wuchang.simulators.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * One connection, from CONNECT to its loss; it is never revived. Each has a client and a session of
 * its own, so that nothing of a broken one is carried over: what was not acknowledged is known to
 * {@link Outbox} and sent again on the next.
 */
final class Connection implements AutoCloseable {
  /** MQTT 5: what a server without a Receive Maximum allows. */
  private static final int UNLIMITED = 65_535;

  /** Reason codes from here on are failures. */
  private static final int FAILURE = 0x80;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FAREWELL = Duration.ofSeconds(1);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  /** What becomes of the connection and of what was sent on it; called from its own threads. */
  interface Listener {
    void acknowledged(Connection on, long ticket);

    /** The broker answered that it does not take the message. */
    void refused(Connection on, long ticket, int reason);

    void lost(Connection connection, String why);
  }

  private final MqttAsyncClient client;
  private final Listener listener;
  private final MqttActionListener outcome = new Outcome();
  private volatile boolean lost;
  private int receiveMaximum = UNLIMITED;

  private Connection(MqttAsyncClient client, Listener listener) {
    this.client = client;
    this.listener = listener;
  }

  /**
   * How to greet that broker.
   *
   * @throws BrokerRefused when the file of authorities cannot be used
   */
  static MqttConnectionOptions greeting(Broker broker) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval((int) KEEP_ALIVE.toSeconds());
    options.setConnectionTimeout((int) CONNECT_TIMEOUT.toSeconds());
    broker.username().ifPresent(options::setUserName);
    broker.password().ifPresent(p -> options.setPassword(p.getBytes(StandardCharsets.UTF_8)));
    if (broker.tls()) {
      broker.ca().ifPresent(pem -> options.setSocketFactory(Trust.inPem(pem)));
    }
    return options;
  }

  /**
   * Connects.
   *
   * @throws MqttException when the broker is not there or does not let us in
   */
  static Connection open(Broker broker, MqttConnectionOptions greeting, Listener listener)
      throws MqttException {
    String id = "wuchang-" + UUID.randomUUID().toString().substring(0, 13);
    MqttAsyncClient client = new MqttAsyncClient(broker.toString(), id, new MemoryPersistence());
    Connection connection = new Connection(client, listener);
    client.setCallback(new Loss(connection::giveUp));
    try {
      IMqttToken token = client.connect(greeting);
      token.waitForCompletion(CONNECT_TIMEOUT.toMillis());
      connection.receiveMaximum = allowedBy(token.getResponseProperties());
      return connection;
    } catch (MqttException e) {
      connection.close();
      throw e;
    }
  }

  /** How many messages the broker allows to be unacknowledged at a time. */
  int receiveMaximum() {
    return receiveMaximum;
  }

  /** Hands a message to the client, which sends it soon; its acknowledgement names the ticket. */
  void send(long ticket, Parcel parcel) throws MqttException {
    MqttMessage message = new MqttMessage(parcel.payload());
    message.setQos(parcel.qos());
    message.setRetained(parcel.retained());
    client.publish(parcel.topic(), message, ticket, outcome);
  }

  /** Whether it broke; the listener may have been told before it knew this connection. */
  boolean isLost() {
    return lost;
  }

  /** It is of no use any more. */
  void giveUp(String why) {
    if (!lost) {
      lost = true;
      listener.lost(this, why);
    }
  }

  @Override
  public void close() {
    try {
      if (client.isConnected()) {
        client.disconnect(0).waitForCompletion(FAREWELL.toMillis());
      }
      client.close(true);
    } catch (MqttException e) {
      // It was broken already; there is nothing left to put away.
    }
  }

  private static int allowedBy(MqttProperties answer) {
    return answer == null
        ? UNLIMITED
        : Objects.requireNonNullElse(answer.getReceiveMaximum(), UNLIMITED);
  }

  /** A refusing PUBACK comes as a success with a reason; the loss of the connection as failure. */
  private final class Outcome implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      long ticket = (Long) token.getUserContext();
      int[] reasons = token.getReasonCodes();
      if (reasons == null || reasons.length == 0 || reasons[0] < FAILURE) {
        listener.acknowledged(Connection.this, ticket);
      } else {
        listener.refused(Connection.this, ticket, reasons[0]);
      }
    }

    @Override
    public void onFailure(IMqttToken token, Throwable why) {
      // The connection is gone; its loss is reported once, and what is open is sent again.
    }
  }
}
