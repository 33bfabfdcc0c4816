package wuchang.simulators.scenario;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.replay.Progress;
import wuchang.simulators.replay.Speed;
import wuchang.simulators.wire.Message;

/**
 * Publishes a simulation. Its time passes so many times as fast as ours, but is never ahead of it:
 * where it has caught up it goes on with us. As fast as it can means up to now, all of it history.
 * Messages are numbered from 1 in the order in which they are handed over.
 */
public final class Broadcast {
  /** What is said later than that is history, not news. */
  private static final Duration NEWS = Duration.ofMinutes(5);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final long LONGEST_NAP_MILLIS = 200;

  private final Simulation simulation;
  private final Stretch stretch;
  private final Publisher publisher;
  private final InstantSource clock;
  private final Settings settings;
  private final Instant began;
  private final long started = System.nanoTime();
  private Instant noted;
  private long messages;

  /**
   * How it is published.
   *
   * @param sent takes what each serial number was
   * @param progress is told how many seconds have been played
   */
  public record Settings(
      Speed speed, Publishing publishing, Optional<SentFile> sent, Progress progress) {}

  public Broadcast(
      Simulation simulation,
      Stretch stretch,
      Publisher publisher,
      InstantSource clock,
      Settings settings) {
    this.simulation = simulation;
    this.stretch = stretch;
    this.publisher = publisher;
    this.clock = clock;
    this.settings = settings;
    this.began = clock.instant();
    this.noted = simulation.now();
  }

  /** Returns when everything is sent and acknowledged; how many messages that were. */
  public long run() throws InterruptedException, IOException {
    if (isMax()) {
      upToNow();
    } else {
      inTime();
    }
    while (!publisher.drain(LOOK_AGAIN)) {
      tell();
    }
    long all = stretch.length().toSeconds();
    settings.progress().reached(all, all);
    return messages;
  }

  /** Sends one block while the next is simulated. */
  private void upToNow() throws InterruptedException, IOException {
    Future<List<Message>> ahead = simulation.ahead(began, true);
    boolean more = true;
    while (more) {
      List<Message> sent = withNotes(Crew.done(ahead), true);
      more = !simulation.isOver() && !simulation.isWaiting(began);
      if (more) {
        ahead = simulation.ahead(began, true);
      }
      publish(sent);
    }
  }

  private void inTime() throws InterruptedException, IOException {
    while (!simulation.isOver()) {
      Instant now = clock.instant();
      boolean history = simulation.now().isBefore(now.minus(NEWS));
      publish(withNotes(simulation.next(reached(now), history), history));
      if (simulation.isWaiting(reached(now))) {
        TimeUnit.MILLISECONDS.sleep(LONGEST_NAP_MILLIS);
      }
    }
  }

  private void publish(List<Message> sent) throws InterruptedException, IOException {
    for (Message message : sent) {
      publish(message);
    }
    tell();
  }

  /** What was said, and what people wrote down since the last time; each when it was sent. */
  private List<Message> withNotes(List<Message> said, boolean history) {
    List<Message> written = simulation.written(noted, simulation.now(), history);
    noted = simulation.now();
    if (written.isEmpty()) {
      return said;
    }
    List<Message> all = new ArrayList<>(said);
    all.addAll(written);
    all.sort(Comparator.comparing(Message::sendAt));
    return all;
  }

  private boolean isMax() {
    return Double.isInfinite(settings.speed().factor());
  }

  /** How far its time may have come when it is now so late. */
  private Instant reached(Instant now) {
    double passed = Duration.between(began, now).toMillis() * settings.speed().factor();
    Instant due = stretch.from().plusMillis((long) passed);
    return due.isAfter(now) ? now : due;
  }

  private void publish(Message message) throws InterruptedException, IOException {
    pace();
    messages++;
    if (settings.sent().isPresent()) {
      settings.sent().get().add(messages, message);
    }
    publisher.publish(messages, message, settings.publishing().qos());
  }

  /** Waits while more was sent than the rate allows. */
  private void pace() throws InterruptedException {
    if (settings.publishing().rate().isPresent()) {
      double due = messages / settings.publishing().rate().getAsDouble() * 1e9;
      long early = (long) due - (System.nanoTime() - started);
      if (early > 0) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
    }
  }

  private void tell() {
    long all = stretch.length().toSeconds();
    long done = Duration.between(stretch.from(), simulation.now()).toSeconds();
    settings.progress().reached(Math.max(0, Math.min(done, all - 1)), all);
  }
}
