package wuchang.app.bench;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import wuchang.domain.reading.Metric;
import wuchang.simulators.mqtt.Publisher;

/** Devices that publish three values a message, evenly, as fast as they are told. */
final class IngestLoad {
  static final List<Metric> METRICS =
      List.of(Metric.TEMPERATURE, Metric.HUMIDITY, Metric.DOOR_OPEN);
  static final int VALUES = METRICS.size();
  private final Publisher publisher;
  private final InstantSource clock;
  private final String[] topics;
  private final long[] lastMillis;
  private long serial;

  IngestLoad(Publisher publisher, InstantSource clock, int devices) {
    this.publisher = publisher;
    this.clock = clock;
    this.topics = new String[devices];
    this.lastMillis = new long[devices];
    for (int device = 0; device < devices; device++) {
      topics[device] = "wuchang/bench/m-" + device + "/telemetry";
    }
  }

  /** Publishes so many a second for so long; how many that were. Slower when it must be. */
  long run(int rate, int seconds) throws InterruptedException {
    long began = System.nanoTime();
    long end = began + seconds * 1_000_000_000L;
    long sent = 0;
    for (long now = began; now < end; now = System.nanoTime()) {
      long due = (long) ((now - began) / 1e9 * rate);
      for (; sent < due && System.nanoTime() < end; sent++) {
        publish();
      }
      LockSupport.parkNanos(1_000_000);
    }
    return sent;
  }

  /** How many messages it has sent since it was made. */
  long sent() {
    return serial;
  }

  private void publish() throws InterruptedException {
    int device = (int) (serial % topics.length);
    // Each message of a device has an instant of its own, or it would count as a repeat.
    lastMillis[device] = Math.max(clock.millis(), lastMillis[device] + 1);
    byte[] body = body(lastMillis[device]).getBytes(StandardCharsets.ISO_8859_1);
    publisher.publish(++serial, topics[device], body);
  }

  // Not by a format: the generator is to leave the processor to what is measured.
  private String body(long millis) {
    return "{\"ts\":"
        + millis
        + ",\"values\":{\"temperature\":3."
        + serial % 10
        + ",\"humidity\":"
        + (60 + serial % 7)
        + ",\"door_open\":false}}";
  }
}
