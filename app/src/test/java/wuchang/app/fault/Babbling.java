package wuchang.app.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import wuchang.simulators.mqtt.Broker;
import wuchang.simulators.mqtt.Publisher;

/** A device that says as much as the broker takes of it, half of it garbage, until it is closed. */
final class Babbling implements AutoCloseable {
  private static final String TOPIC = "wuchang/east/babbler/telemetry";
  private static final byte[] GARBAGE = "{\"door_open\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VALUE = "{\"door_open\":0}".getBytes(StandardCharsets.UTF_8);

  private final Publisher publisher;
  private final AtomicLong said = new AtomicLong();
  private final Thread thread = new Thread(this::babble, "babbler");

  private Babbling(Publisher publisher) {
    this.publisher = publisher;
    thread.setDaemon(true);
    thread.start();
  }

  static Babbling at(Serving server) throws IOException, InterruptedException {
    Broker broker =
        Broker.parse(server.connection("mqtt.url"))
            .withUsername(server.connection("mqtt.username"))
            .withPassword(server.connection("mqtt.password"));
    return new Babbling(Publisher.connect(broker, serials -> {}, Duration.ofSeconds(30)));
  }

  long said() {
    return said.get();
  }

  private void babble() {
    try {
      while (!Thread.interrupted()) {
        long number = said.incrementAndGet();
        publisher.publish(number, TOPIC, number % 2 == 0 ? GARBAGE : VALUE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    thread.interrupt();
  }

  @Override
  public void close() {
    stop();
    publisher.close();
  }
}
