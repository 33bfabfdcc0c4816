package wuchang.embedded.broker;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A plain MQTT 5 client that keeps what arrives. */
final class TestClient implements MqttCallback, AutoCloseable {
  record Got(String topic, MqttMessage message) {
    String text() {
      return new String(message.getPayload(), StandardCharsets.UTF_8);
    }
  }

  private static final long MILLIS = TimeUnit.SECONDS.toMillis(60);

  final BlockingQueue<Got> inbox = new LinkedBlockingQueue<>();
  private final MqttAsyncClient client;

  private TestClient(MqttAsyncClient client) {
    this.client = client;
  }

  static TestClient connect(String url, String clientId, String user, String password)
      throws MqttException {
    return connect(url, clientId, user, password, options -> {});
  }

  interface Tuning {
    void apply(MqttConnectionOptions options);
  }

  static TestClient connect(
      String url, String clientId, String user, String password, Tuning tuning)
      throws MqttException {
    TestClient client = new TestClient(new MqttAsyncClient(url, clientId, new MemoryPersistence()));
    client.client.setCallback(client);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(3600L);
    options.setUserName(user);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    tuning.apply(options);
    client.client.connect(options).waitForCompletion(MILLIS);
    return client;
  }

  /** The reason code of the SUBACK. */
  int subscribe(String filter) throws MqttException {
    IMqttToken token = client.subscribe(filter, 1);
    token.waitForCompletion(MILLIS);
    return token.getReasonCodes()[0];
  }

  /** The reason code of the PUBACK. */
  int publish(String topic, String payload) throws MqttException {
    return publish(topic, message(payload));
  }

  int publish(String topic, MqttMessage message) throws MqttException {
    IMqttToken token = send(topic, message);
    token.waitForCompletion(MILLIS);
    return token.getReasonCodes()[0];
  }

  IMqttToken send(String topic, MqttMessage message) throws MqttException {
    return client.publish(topic, message);
  }

  /** Tells the listener of the acknowledgement. */
  void send(String topic, MqttMessage message, MqttActionListener listener) throws MqttException {
    client.publish(topic, message, this, listener);
  }

  static MqttMessage message(String payload) {
    MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
    message.setQos(1);
    return message;
  }

  Got next() throws InterruptedException {
    Got got = inbox.poll(60, TimeUnit.SECONDS);
    if (got == null) {
      throw new AssertionError("nothing arrived");
    }
    return got;
  }

  boolean isConnected() {
    return client.isConnected();
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect().waitForCompletion(MILLIS);
    }
    client.close(true);
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    inbox.add(new Got(topic, message));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException exception) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String uri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
