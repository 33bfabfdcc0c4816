package wuchang.alerts.channel.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.alerts.channel.ChannelParts.Broker;

/** A connection that is made when it is needed and made anew after it failed. For one thread. */
final class Line {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final long PATIENCE_MILLIS = 8_000;
  private static final int KEEP_ALIVE_SECONDS = 20;
  private static final int AT_LEAST_ONCE = 1;

  private final Broker broker;
  private final String clientId;
  private Optional<MqttAsyncClient> client = Optional.empty();

  Line(Broker broker, String name) {
    this.broker = broker;
    this.clientId = name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Publishes retained; returns when the broker has acknowledged it. */
  void publish(String topic, byte[] payload) throws MqttException {
    try {
      connected().publish(topic, payload, AT_LEAST_ONCE, true).waitForCompletion(PATIENCE_MILLIS);
    } catch (MqttException e) {
      close();
      throw e;
    }
  }

  void close() {
    client.ifPresent(Line::end);
    client = Optional.empty();
  }

  private MqttAsyncClient connected() throws MqttException {
    if (client.isPresent() && client.get().isConnected()) {
      return client.get();
    }
    close();
    MqttAsyncClient fresh = new MqttAsyncClient(broker.url(), clientId, new MemoryPersistence());
    client = Optional.of(fresh);
    fresh.connect(greeting()).waitForCompletion(PATIENCE_MILLIS);
    return fresh;
  }

  private MqttConnectionOptions greeting() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout((int) (PATIENCE_MILLIS / 1000));
    broker.username().ifPresent(options::setUserName);
    broker
        .password()
        .ifPresent(words -> options.setPassword(words.getBytes(StandardCharsets.UTF_8)));
    broker.trust().ifPresent(options::setSocketFactory);
    return options;
  }

  private static void end(MqttAsyncClient client) {
    try {
      if (client.isConnected()) {
        client.disconnect(0).waitForCompletion(1_000);
      } else {
        client.disconnectForcibly(0, 1, false);
      }
    } catch (MqttException e) {
      LOG.debug("event=disconnect_failed code={}", e.getReasonCode());
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("event=close_failed code={}", e.getReasonCode());
    }
  }
}
