package wuchang.app.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import wuchang.domain.DeviceId;
import wuchang.domain.journal.History;
import wuchang.domain.reading.Observation;
import wuchang.simulators.mqtt.Publisher;

/**
 * Publishes ten times a second amid the load, and looks every few milliseconds whether what it
 * published stands in the database: from the publishing to a reader's finding it.
 */
final class StoredProbe implements AutoCloseable {
  private static final DeviceId PROBE = DeviceId.of("probe");
  private static final String TOPIC = "wuchang/bench/probe/telemetry";
  private static final long PAUSE_MILLIS = 100;
  private static final long LOOK_MILLIS = 5;

  private final Publisher publisher;
  private final History history;
  private final InstantSource clock;
  private final Durations took = new Durations();
  private final Thread thread = new Thread(this::run, "probe");
  private final Deque<Sent> open = new ArrayDeque<>();
  private volatile boolean closed;

  private record Sent(Instant at, long nanos) {}

  private StoredProbe(Publisher publisher, History history, InstantSource clock) {
    this.publisher = publisher;
    this.history = history;
    this.clock = clock;
  }

  static StoredProbe start(Publisher publisher, History history, InstantSource clock) {
    StoredProbe probe = new StoredProbe(publisher, history, clock);
    probe.thread.setDaemon(true);
    probe.thread.start();
    return probe;
  }

  /** Stops; what is still open then is not counted. */
  Durations end() throws InterruptedException {
    closed = true;
    thread.join(TimeUnit.SECONDS.toMillis(30));
    return took;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void run() {
    try {
      long next = System.nanoTime();
      while (!closed) {
        if (System.nanoTime() >= next) {
          publish();
          next += TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        }
        look();
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish() throws InterruptedException {
    Instant at = Instant.ofEpochMilli(clock.millis());
    long nanos = System.nanoTime();
    String body = "{\"ts\":%d,\"values\":{\"temperature\":4}}".formatted(at.toEpochMilli());
    open.add(new Sent(at, nanos));
    publisher.publish(
        Long.MAX_VALUE - at.toEpochMilli(), TOPIC, body.getBytes(StandardCharsets.UTF_8));
  }

  private void look() {
    if (open.isEmpty()) {
      return;
    }
    Instant first = open.getFirst().at();
    Instant after = open.getLast().at().plusMillis(1);
    for (Observation found : history.observations(PROBE, first, after)) {
      long now = System.nanoTime();
      open.removeIf(
          sent -> {
            boolean there = sent.at().equals(found.time());
            if (there) {
              took.add(now - sent.nanos());
            }
            return there;
          });
    }
  }
}
