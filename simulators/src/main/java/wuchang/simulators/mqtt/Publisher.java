package wuchang.simulators.mqtt;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes at QoS 1 and knows what the broker has acknowledged. {@link #publish} waits while as
 * many messages are unacknowledged as the broker allows (its Receive Maximum) or as the window
 * holds. When the connection breaks it is made again, with pauses growing from 0.1 s to 5 s, and
 * everything unacknowledged is sent again in its order: each message arrives at least once, in the
 * order of its first sending except for repetitions. Safe for many threads.
 */
public final class Publisher implements AutoCloseable {
  /** The most that is unacknowledged at a time; more gains nothing and costs memory and repeats. */
  static final int WINDOW = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** A connection on which nothing is acknowledged for so long is given up. */
  private static final Duration STALLED = Duration.ofSeconds(30);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Broker broker;
  private final Acknowledged sink;
  private final Reconnecting attempts;
  private final Thread courier = new Thread(this::run, "mqtt-publisher");
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition care = lock.newCondition();
  private final Condition drained = lock.newCondition();
  private final Outbox outbox = new Outbox();
  private Optional<Connection> current = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  private volatile boolean closed;
  private long acknowledged;
  private long lastProgress;

  private Publisher(Broker broker, Acknowledged sink) {
    this.broker = broker;
    this.sink = sink;
    this.attempts = new Reconnecting(broker, new Ears());
    courier.setDaemon(true);
  }

  /**
   * Connects, trying for at most {@code patience}; later losses are repaired without end.
   *
   * @throws BrokerRefused when the broker does not let us in, or is not there for so long
   */
  public static Publisher connect(Broker broker, Acknowledged sink, Duration patience)
      throws InterruptedException {
    Publisher publisher = new Publisher(broker, sink);
    publisher.adopt(publisher.attempts.within(patience));
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
    lock.lockInterruptibly();
    try {
      while (!outbox.hasRoom() && !closed && failure.isEmpty()) {
        room.await();
      }
      checkUsable();
      if (outbox.open() == 0) {
        lastProgress = System.nanoTime();
      }
      Parcel parcel = new Parcel(serials, topic, payload);
      send(outbox.put(parcel), parcel);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until everything is acknowledged; false when that takes longer than {@code patience}. */
  public boolean drain(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (outbox.open() > 0 && left > 0) {
        checkUsable();
        left = drained.awaitNanos(left);
      }
      checkUsable();
      return outbox.open() == 0;
    } finally {
      lock.unlock();
    }
  }

  /** How many messages were acknowledged so far. */
  public long acknowledged() {
    lock.lock();
    try {
      return acknowledged;
    } finally {
      lock.unlock();
    }
  }

  /** Disconnects. What is not acknowledged is forgotten: {@link #drain} first. */
  @Override
  public void close() {
    Optional<Connection> last;
    lock.lock();
    try {
      closed = true;
      last = current;
      wakeAll();
    } finally {
      lock.unlock();
    }
    courier.interrupt();
    last.ifPresent(Connection::close);
  }

  /** The courier's life: keep a connection, and send again what a broken one left open. */
  private void run() {
    try {
      while (!closed) {
        Optional<Connection> useless = lookAfter();
        if (useless.isPresent()) {
          useless.get().close();
          attempts.whileWanted(() -> !closed).ifPresent(this::adopt);
        }
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** Sends again what may be sent, waits for a change; the connection that has to be replaced. */
  private Optional<Connection> lookAfter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Map.Entry<Long, Parcel>> next = outbox.nextAgain();
      while (next.isPresent() && useless().isEmpty()) {
        send(next.get().getKey(), next.get().getValue());
        next = outbox.nextAgain();
      }
      if (useless().isEmpty()) {
        care.awaitNanos(LOOK_AGAIN.toNanos());
      }
      return useless();
    } finally {
      lock.unlock();
    }
  }

  private void send(long ticket, Parcel parcel) {
    Connection to = current.orElseThrow();
    try {
      to.send(ticket, parcel);
    } catch (MqttException e) {
      // It stays in the outbox and is sent again on the next connection.
      to.giveUp(e.getMessage());
    }
  }

  private Optional<Connection> useless() {
    long silence = System.nanoTime() - lastProgress;
    boolean stalled = outbox.open() > 0 && silence > STALLED.toNanos();
    return current.filter(connection -> stalled || connection.isLost());
  }

  private void adopt(Connection connection) {
    lock.lock();
    try {
      current = Optional.of(connection);
      lastProgress = System.nanoTime();
      outbox.connected(Math.min(connection.receiveMaximum(), WINDOW));
      wakeAll();
      if (closed) {
        connection.close();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called for each acknowledgement: wakes nobody in vain, and senders by the quarter window. */
  private void wakeWhoCanGoOn() {
    if (outbox.open() == 0) {
      drained.signalAll();
    }
    if (outbox.isRoomy()) {
      room.signalAll();
    } else if (outbox.hasAgain()) {
      care.signalAll();
    }
  }

  private void wakeAll() {
    room.signalAll();
    care.signalAll();
    drained.signalAll();
  }

  private void fail(RuntimeException why) {
    failure = Optional.of(why);
    wakeAll();
  }

  private boolean isCurrent(Connection connection) {
    return current.filter(c -> c == connection).isPresent();
  }

  private void checkUsable() {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (closed) {
      throw new IllegalStateException("the publisher is closed");
    }
  }

  /** What connections say. */
  private final class Ears implements Connection.Listener {
    @Override
    public void acknowledged(Connection on, long ticket) {
      lock.lock();
      try {
        lastProgress = System.nanoTime();
        outbox.take(ticket, isCurrent(on)).ifPresent(this::keep);
        wakeWhoCanGoOn();
      } catch (RuntimeException e) {
        fail(e);
      } finally {
        lock.unlock();
      }
    }

    private void keep(Parcel parcel) {
      acknowledged++;
      sink.acknowledged(parcel.serials());
    }

    @Override
    public void refused(Connection on, long ticket, int reason) {
      lock.lock();
      try {
        String topic = outbox.take(ticket, isCurrent(on)).map(Parcel::topic).orElse("?");
        String what = "the broker refused a message: topic=" + topic + " reason=" + reason;
        fail(new BrokerRefused(what));
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void lost(Connection connection, String why) {
      lock.lock();
      try {
        if (isCurrent(connection) && !closed) {
          LOG.warn("broker={} lost={} unacknowledged={}", broker, why, outbox.open());
          outbox.disconnected();
        }
        care.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
