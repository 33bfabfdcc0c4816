package wuchang.app;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import wuchang.domain.Bus;
import wuchang.domain.Tick;

/** Tells everybody once a second of the system's clock that time has passed. */
final class ClockVerticle extends VerticleBase {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** However fast the clock runs, ticks do not come closer than this. */
  private static final long LEAST_MILLIS = 20;

  private final SystemClock clock;

  ClockVerticle(SystemClock clock) {
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    long every = Math.max(LEAST_MILLIS, clock.machineMillis(SECOND));
    vertx.setPeriodic(
        every, timer -> vertx.eventBus().publish(Bus.TICK, new Tick(clock.instant())));
    return Future.succeededFuture();
  }
}
