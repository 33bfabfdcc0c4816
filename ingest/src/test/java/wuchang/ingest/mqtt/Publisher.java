package wuchang.ingest.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A device's side of MQTT, with a client of its own. */
public final class Publisher implements AutoCloseable {
  private static final long TIMEOUT = TimeUnit.SECONDS.toMillis(20);

  private final MqttAsyncClient client;
  private final Semaphore window = new Semaphore(500);
  private final AtomicInteger acknowledged = new AtomicInteger();

  public Publisher(int port, String user, String password) throws MqttException {
    client =
        new MqttAsyncClient(
            "tcp://127.0.0.1:" + port, "publisher-" + user, new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(user);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    client.connect(options).waitForCompletion(TIMEOUT);
  }

  /** Publishes at QoS 1 and waits for the acknowledgement. */
  public void publish(String topic, String payload) throws MqttException {
    publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
  }

  public void publish(String topic, byte[] payload, int qos, boolean retained)
      throws MqttException {
    client.publish(topic, payload, qos, retained).waitForCompletion(TIMEOUT);
  }

  /** Publishes at QoS 1 without waiting, but with at most 500 under way. */
  public void send(String topic, String payload) throws MqttException, InterruptedException {
    window.acquire();
    MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
    message.setQos(1);
    // With the message: set afterwards, it may come too late to hear of the acknowledgement.
    client.publish(topic, message, this, counting());
  }

  private MqttActionListener counting() {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        acknowledged.incrementAndGet();
        window.release();
      }

      @Override
      public void onFailure(IMqttToken token, Throwable cause) {
        window.release();
      }
    };
  }

  public int acknowledged() {
    return acknowledged.get();
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect().waitForCompletion(TIMEOUT);
    }
    client.close(true);
  }
}
