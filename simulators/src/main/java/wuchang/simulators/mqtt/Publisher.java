package wuchang.simulators.mqtt;

import java.time.Duration;
import java.util.Optional;
import wuchang.simulators.wire.Message;

/**
 * Publishes at QoS 1 and knows what the broker has acknowledged. {@link #publish} waits while as
 * many messages are unacknowledged as the broker allows (its Receive Maximum), at most a thousand.
 * When the connection breaks it is made again, with pauses growing from 0.1 s to 5 s, and
 * everything unacknowledged is sent again in its order: each message arrives at least once, in the
 * order of its first sending except for repetitions. Safe for many threads.
 */
public final class Publisher implements AutoCloseable {
  private final Dispatch dispatch;
  private final Reconnecting attempts;
  private final Thread courier = new Thread(this::run, "mqtt-publisher");
  private volatile boolean closed;

  private Publisher(Broker broker, Acknowledged sink) {
    this.dispatch = new Dispatch(broker, sink);
    this.attempts = new Reconnecting(broker, dispatch);
    courier.setDaemon(true);
  }

  /**
   * Connects, trying for at most {@code patience}; later losses are repaired without end.
   *
   * @param sink is told of each acknowledgement; when it throws, the publisher has failed
   * @throws BrokerRefused when the broker does not let us in, or is not there for so long
   */
  public static Publisher connect(Broker broker, Acknowledged sink, Duration patience)
      throws InterruptedException {
    Publisher publisher = new Publisher(broker, sink);
    publisher.dispatch.adopt(publisher.attempts.within(patience));
    publisher.courier.start();
    return publisher;
  }

  public void publish(long serial, String topic, byte[] payload) throws InterruptedException {
    publish(Serials.of(serial), topic, payload);
  }

  /**
   * Sends a message as soon as there is room for it, and returns then.
   *
   * @throws BrokerRefused when the broker has refused an earlier message for good
   */
  public void publish(Serials serials, String topic, byte[] payload) throws InterruptedException {
    dispatch.send(new Parcel(serials, topic, payload, false, 1));
  }

  /**
   * Sends what a simulated device says, with the flag that asks the broker to keep it.
   *
   * @throws BrokerRefused when the broker has refused an earlier message for good
   */
  public void publish(long serial, Message message) throws InterruptedException {
    publish(serial, message, 1);
  }

  /**
   * The same at QoS 0 or 1. At 0 a message may be lost, and counts as acknowledged when it is
   * written.
   */
  public void publish(long serial, Message message, int qos) throws InterruptedException {
    Serials serials = Serials.of(serial);
    dispatch.send(new Parcel(serials, message.topic(), message.payload(), message.retained(), qos));
  }

  /**
   * Waits until everything is acknowledged; false when that takes longer than {@code patience}.
   *
   * @throws BrokerRefused when the broker has refused a message for good
   */
  public boolean drain(Duration patience) throws InterruptedException {
    return dispatch.drain(patience);
  }

  /** How many messages were acknowledged so far. */
  public long acknowledged() {
    return dispatch.acknowledged();
  }

  /** Disconnects. What is not acknowledged is forgotten: {@link #drain} first. */
  @Override
  public void close() {
    closed = true;
    Optional<Connection> last = dispatch.close();
    courier.interrupt();
    last.ifPresent(Connection::close);
  }

  /** The courier's life: keep a connection, and send again what a broken one left open. */
  private void run() {
    try {
      while (!closed) {
        Optional<Connection> useless = dispatch.lookAfter();
        if (useless.isPresent()) {
          useless.get().close();
          attempts.whileWanted(() -> !closed).ifPresent(dispatch::adopt);
        }
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }
}
