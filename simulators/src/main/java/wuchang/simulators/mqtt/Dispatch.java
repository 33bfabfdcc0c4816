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
 * Where those who publish, the connection's own threads and the courier meet: what is open, on
 * which connection it goes, and who waits for what. One lock guards it all.
 */
final class Dispatch implements Connection.Listener {
  /** The most that is unacknowledged at a time; more gains nothing and costs memory and repeats. */
  private static final int WINDOW = 1_000;

  /** A connection on which nothing is acknowledged for so long is given up. */
  private static final Duration STALLED = Duration.ofSeconds(30);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private final Broker broker;
  private final Acknowledged sink;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition care = lock.newCondition();
  private final Condition drained = lock.newCondition();
  private final Outbox outbox = new Outbox();
  private Optional<Connection> current = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  private boolean closed;
  private long acknowledged;
  private long lastProgress;

  Dispatch(Broker broker, Acknowledged sink) {
    this.broker = broker;
    this.sink = sink;
  }

  /** Sends a parcel as soon as there is room. */
  void send(Parcel parcel) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!outbox.hasRoom() && !closed && failure.isEmpty()) {
        room.await();
      }
      checkUsable();
      if (outbox.open() == 0) {
        lastProgress = System.nanoTime();
      }
      send(outbox.put(parcel), parcel);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is open; false when that takes too long. */
  boolean drain(Duration patience) throws InterruptedException {
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

  /** From now on this connection; what is open is sent again on it. */
  void adopt(Connection connection) {
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

  /** Sends again what may be, waits for a change; the connection that has to be replaced. */
  Optional<Connection> lookAfter() throws InterruptedException {
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

  /** Nothing is sent any more; the connection that is left to close. */
  Optional<Connection> close() {
    lock.lock();
    try {
      closed = true;
      wakeAll();
      return current;
    } finally {
      lock.unlock();
    }
  }

  long acknowledged() {
    lock.lock();
    try {
      return acknowledged;
    } finally {
      lock.unlock();
    }
  }

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
        LOG.warn(
            "event=broker_lost at={} cause=\"{}\" unacknowledged={}", broker, why, outbox.open());
        outbox.disconnected();
      }
      care.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void keep(Parcel parcel) {
    acknowledged++;
    sink.acknowledged(parcel.serials());
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
}
