package wuchang.app;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.journal.History.StoreUnavailable;

/**
 * Publishes the score of a month when it is over; looks once an hour, and at the start. To be
 * deployed as a worker.
 */
final class MonthEndVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(MonthEndVerticle.class);

  private final StoredScores scores;
  private Instant looked = Instant.MIN;

  MonthEndVerticle(StoredScores scores) {
    this.scores = scores;
  }

  @Override
  public Future<?> start() {
    vertx.eventBus().<Tick>localConsumer(Bus.TICK, tick -> tick(tick.body().now()));
    return Future.succeededFuture();
  }

  private void tick(Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (!hour.isAfter(looked)) {
      return;
    }
    looked = hour;
    try {
      scores
          .publishClosed()
          .ifPresent(made -> LOG.info("event=score_published month={}", made.month()));
    } catch (StoreUnavailable e) {
      // The next hour comes soon enough: nothing is lost that the store will not have then.
      LOG.warn("event=score_postponed why=\"{}\"", e.getMessage());
    }
  }
}
