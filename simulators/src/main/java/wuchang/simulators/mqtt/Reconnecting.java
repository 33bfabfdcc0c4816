package wuchang.simulators.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects, again and again while it is wanted, with pauses that double up to the longest. */
final class Reconnecting {
  private static final Logger LOG = LoggerFactory.getLogger(Reconnecting.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /**
   * CONNACK reasons that trying again does not change: protocol version, client id, user or
   * password, authorisation, banned, authentication method (MQTT 5, 3.2.2.2), and those of 3.1.1.
   */
  private static final Set<Integer> HOPELESS =
      Set.of(1, 2, 4, 5, 0x84, 0x85, 0x86, 0x87, 0x8A, 0x8C);

  private final Broker broker;
  private final MqttConnectionOptions greeting;
  private final Connection.Listener listener;

  Reconnecting(Broker broker, Connection.Listener listener) {
    this.broker = broker;
    this.greeting = Connection.greeting(broker);
    this.listener = listener;
  }

  /**
   * The first connection.
   *
   * @throws BrokerRefused when it is hopeless, or takes longer than that
   */
  Connection within(Duration patience) throws InterruptedException {
    long start = System.nanoTime();
    for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
      try {
        return Connection.open(broker, greeting, listener);
      } catch (MqttException e) {
        long left = patience.toNanos() - (System.nanoTime() - start);
        if (HOPELESS.contains(e.getReasonCode()) || left <= pause.toNanos()) {
          throw new BrokerRefused("no connection to " + broker + ": " + reason(e), e);
        }
      }
      Thread.sleep(pause.toMillis());
    }
  }

  /** A later connection; empty when it is not wanted any more. */
  Optional<Connection> whileWanted(BooleanSupplier wanted) throws InterruptedException {
    for (Duration pause = FIRST_PAUSE; wanted.getAsBoolean(); pause = longer(pause)) {
      try {
        Connection connection = Connection.open(broker, greeting, listener);
        LOG.info("event=broker_connected_again at={}", broker);
        return Optional.of(connection);
      } catch (MqttException e) {
        LOG.debug("event=broker_not_reached at={} cause=\"{}\"", broker, reason(e));
      }
      Thread.sleep(pause.toMillis());
    }
    return Optional.empty();
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private static String reason(MqttException e) {
    Throwable cause = e.getCause();
    String text = cause == null ? e.getMessage() : cause.getMessage();
    return text + " (reason " + e.getReasonCode() + ")";
  }
}
