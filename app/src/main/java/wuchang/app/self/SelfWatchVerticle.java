package wuchang.app.self;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.Bus;
import wuchang.domain.finding.Finding;
import wuchang.domain.finding.Findings;

/**
 * Looks at the system every few seconds and hands what it finds to the alerts. To be deployed as a
 * worker, after the alerts: a look reads from the disk.
 */
public final class SelfWatchVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(SelfWatchVerticle.class);
  private static final long EVERY_MILLIS = 5_000;

  private final SelfWatch watch;
  private final Supplier<Signs> signs;
  private final InstantSource clock;
  private boolean busy;
  private boolean failing;

  public SelfWatchVerticle(SelfWatch watch, Supplier<Signs> signs, InstantSource clock) {
    this.watch = watch;
    this.signs = signs;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(EVERY_MILLIS, timer -> look());
    return Future.succeededFuture();
  }

  private void look() {
    if (busy) {
      return;
    }
    try {
      List<Finding> findings = watch.look(signs.get().complaints(clock.instant()), clock.instant());
      if (!findings.isEmpty()) {
        hand(findings);
      }
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void hand(List<Finding> findings) {
    busy = true;
    vertx
        .eventBus()
        .request(Bus.FINDINGS, new Findings(findings))
        .onComplete(
            reply -> {
              busy = false;
              if (reply.succeeded()) {
                watch.told(findings);
                failing = false;
              } else {
                failed(reply.cause());
              }
            });
  }

  private void failed(Throwable why) {
    if (!failing) {
      LOG.warn("event=self_watch_failed reason=\"{}\"", why.getMessage());
    }
    failing = true;
  }
}
