package wuchang.simulators.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits between rows as long as passed between them then, divided by the speed. */
final class Pace {
  private final Speed speed;
  private Optional<Instant> first = Optional.empty();
  private long started;

  Pace(Speed speed) {
    this.speed = speed;
  }

  /** Returns when it is time for that row; a row out of order is due at once. */
  void await(Instant time) throws InterruptedException {
    if (first.isEmpty()) {
      first = Optional.of(time);
      started = System.nanoTime();
    }
    double due = Duration.between(first.get(), time).toMillis() * 1e6 / speed.factor();
    TimeUnit.NANOSECONDS.sleep((long) due - (System.nanoTime() - started));
  }
}
