package wuchang.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import wuchang.simulators.mqtt.Publisher;

/** Publishes at a rate for a while, and sees what became of it. */
record IngestRun(IngestStand stand, Publisher publisher, IngestLoad load, InstantSource clock) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A measured stretch; the backlog is looked at the moment the publishing ends. */
  IngestResult measure(int rate, int seconds) throws IOException, InterruptedException {
    long storedBefore = stand.stored();
    IngestResult.Split before = stand.split();
    long began = System.nanoTime();
    long sent;
    long stored;
    long unjudged;
    Durations latencies;
    try (StoredProbe probe = StoredProbe.start(publisher, stand.history(), clock)) {
      sent = load.run(rate, seconds);
      stored = stand.stored() - storedBefore;
      unjudged = stand.unjudged();
      latencies = probe.end();
    }
    double took = (System.nanoTime() - began) / 1e9;
    publisher.drain(PATIENCE);
    return new IngestResult(
        rate,
        sent,
        new IngestResult.Waiting(sent * IngestLoad.VALUES - stored, unjudged),
        took,
        latencies,
        stand.split().since(before));
  }

  /** How many of all published values are not stored when nothing more comes. */
  long missing() throws IOException, InterruptedException {
    drain(TimeUnit.MINUTES.toSeconds(2));
    // What is not of the load is of the probe, which says one value a message.
    long ofProbe = publisher.acknowledged() - load.sent();
    return load.sent() * IngestLoad.VALUES + ofProbe - stand.stored();
  }

  /** Waits until nothing more is stored. */
  void drain(long seconds) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long last = -1;
    for (long now = stand.stored(); now != last && System.nanoTime() < end; now = stand.stored()) {
      last = now;
      TimeUnit.SECONDS.sleep(1);
    }
  }
}
