package wuchang.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.finding.CoverageSheet;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.domain.journal.Journal;
import wuchang.domain.site.Site;

/**
 * Carries the journal into the store as it grows; to be deployed once, as a worker. While the
 * database is away it waits, longer and longer up to {@link #LONGEST}, and says so once. Starting
 * does not wait for the database.
 */
public final class StoreVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(StoreVerticle.class);
  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final StoreFollower follower;
  private boolean scheduled;
  private boolean reached;
  private boolean stopping;
  private int failures;
  private long timer = -1;
  private Optional<Instant> due = Optional.empty();
  private Instant keptAt = Instant.MIN;

  public StoreVerticle(Journal journal, StoreWriter writer, Site site, MeterRegistry registry) {
    this.follower = new StoreFollower(journal, writer, site, registry);
  }

  /** Takes over a changed site before the next batch. Any thread. */
  public void use(Site site) {
    follower.use(site);
  }

  @Override
  public Future<?> start() {
    vertx.eventBus().<Long>localConsumer(Bus.JOURNALLED, end -> nudge());
    vertx.eventBus().<Tick>localConsumer(Bus.TICK, tick -> tick(tick.body().now()));
    vertx.eventBus().<CoverageSheet>localConsumer(Bus.COVERAGE, this::cover);
    nudge();
    return Future.succeededFuture();
  }

  private void cover(Message<CoverageSheet> request) {
    try {
      request.reply(follower.cover(request.body().rows()));
    } catch (RuntimeException e) {
      // Who asks has them still, and asks again.
      request.fail(0, line(e));
    }
  }

  /** Called when the transaction in flight is done: one thing at a time happens here. */
  @Override
  public Future<?> stop() {
    stopping = true;
    vertx.cancelTimer(timer);
    return Future.succeededFuture();
  }

  private void tick(Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (hour.isAfter(keptAt)) {
      keptAt = hour;
      due = Optional.of(now);
    }
    nudge();
  }

  private void nudge() {
    if (!scheduled && !stopping) {
      scheduled = true;
      context.runOnContext(nothing -> run());
    }
  }

  private void run() {
    scheduled = false;
    if (stopping) {
      return;
    }
    try {
      boolean more = follower.step();
      back();
      keep();
      if (more) {
        goOn(follower.pauseMillis());
      }
    } catch (RuntimeException e) {
      away(e);
    }
  }

  private void goOn(long pauseMillis) {
    if (pauseMillis == 0) {
      nudge();
    } else {
      wake(pauseMillis);
    }
  }

  /** Until then nothing else gets in: nudges find it scheduled. */
  private void wake(long millis) {
    scheduled = true;
    timer = vertx.setTimer(millis, fired -> run());
  }

  private void keep() {
    if (due.isEmpty()) {
      return;
    }
    Instant now = due.get();
    due = Optional.empty();
    try {
      follower.keep(now);
    } catch (StoreUnavailable e) {
      // A long query stood in the way, or the database went: the next hour comes soon enough.
      LOG.warn("event=retention_postponed why=\"{}\"", line(e));
    }
  }

  private void back() {
    if (failures > 0) {
      LOG.info("event=store_back after_attempts={}", failures);
      failures = 0;
      reached = false;
    }
    if (!reached) {
      reached = true;
      vertx.eventBus().publish(Bus.STORE_BACK, "");
    }
  }

  private void away(RuntimeException e) {
    if (failures == 0 && e instanceof StoreUnavailable) {
      LOG.warn("event=store_away why=\"{}\"", line(e));
    } else if (failures == 0) {
      LOG.error("event=store_failed", e);
    } else {
      LOG.debug("event=store_still_away attempts={} why=\"{}\"", failures, line(e));
    }
    long longest =
        Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(failures, Integer.SIZE / 2));
    failures++;
    wake(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }

  private static String line(RuntimeException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
