package wuchang.app;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.Bus;
import wuchang.domain.Tick;
import wuchang.domain.journal.History.StoreUnavailable;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Reader;
import wuchang.domain.site.Site;
import wuchang.store.JdbcChain;

/**
 * Chains the rows of days that are over, when the store has all that the journal had: what is
 * stored later arrived later, too. Looks every ten minutes, for what came late. To be deployed as a
 * worker.
 */
final class DayEndVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(DayEndVerticle.class);
  private static final Duration EVERY = Duration.ofMinutes(10);

  /** From the stamp of its arrival to the journal a reading takes much less. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  private final JdbcChain chain;
  private final Journal journal;
  private final Supplier<Site> site;
  private Instant looked = Instant.MIN;
  private Optional<Due> due = Optional.empty();

  DayEndVerticle(JdbcChain chain, Journal journal, Supplier<Site> site) {
    this.chain = chain;
    this.journal = journal;
    this.site = site;
  }

  /** A closing that waits for the store to reach a position. */
  private record Due(Instant cutoff, long position) {}

  @Override
  public Future<?> start() {
    vertx.eventBus().<Tick>localConsumer(Bus.TICK, tick -> tick(tick.body().now()));
    return Future.succeededFuture();
  }

  private void tick(Instant now) {
    if (looked.equals(Instant.MIN)) {
      looked = now.minus(EVERY).plus(UNDER_WAY);
    }
    if (due.isEmpty() && !now.isBefore(looked.plus(EVERY))) {
      looked = now;
      due = Optional.of(new Due(now.minus(UNDER_WAY), journal.end()));
    }
    if (due.isPresent() && journal.position(Reader.STORE) >= due.get().position()) {
      close(due.get().cutoff(), now);
      due = Optional.empty();
    }
  }

  private void close(Instant cutoff, Instant now) {
    Site here = site.get();
    Instant today = here.local(now).toLocalDate().atStartOfDay(here.zone()).toInstant();
    try {
      chain
          .close(today, cutoff, now)
          .ifPresent(
              head ->
                  LOG.info("event=records_chained rows={} head={}", head.sequence(), head.hash()));
    } catch (StoreUnavailable e) {
      LOG.warn("event=chain_postponed why=\"{}\"", e.getMessage());
    }
  }
}
