package wuchang.app;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.chain.ChainHead;
import wuchang.domain.journal.History.StoreUnavailable;

/**
 * Decides when the rows of days that are over are chained: when the store has all that the journal
 * had, for what is stored later arrived later, too. Looks every ten minutes, for what came late,
 * and more and more seldom while a closing fails. To be used by one thread.
 */
final class DayEnd {
  private static final Logger LOG = LoggerFactory.getLogger(DayEnd.class);
  static final Duration EVERY = Duration.ofMinutes(10);

  /** As seldom it is tried at most, however often it has failed. */
  static final Duration SELDOM = Duration.ofHours(2);

  /** From the stamp of its arrival to the journal a reading takes much less. */
  static final Duration UNDER_WAY = Duration.ofMinutes(2);

  /** What chains; as {@link wuchang.store.JdbcChain#close}. */
  interface Chain {
    Optional<ChainHead> close(Instant today, Instant cutoff, Instant now);
  }

  private final Chain chain;
  private final LongSupplier journalled;
  private final LongSupplier stored;
  private final Supplier<ZoneId> zone;
  private Duration pause = EVERY;
  private Optional<Instant> next = Optional.empty();
  private Optional<Due> due = Optional.empty();

  /**
   * @param journalled the position up to which there is anything in the journal
   * @param stored the position up to which it is stored
   */
  DayEnd(Chain chain, LongSupplier journalled, LongSupplier stored, Supplier<ZoneId> zone) {
    this.chain = chain;
    this.journalled = journalled;
    this.stored = stored;
    this.zone = zone;
  }

  /** A closing that waits for the store to reach a position. */
  private record Due(Instant cutoff, long position) {}

  void at(Instant now) {
    if (next.isEmpty()) {
      next = Optional.of(now.plus(UNDER_WAY));
    }
    if (due.isEmpty() && !now.isBefore(next.get())) {
      due = Optional.of(new Due(now.minus(UNDER_WAY), journalled.getAsLong()));
    }
    if (due.isPresent() && stored.getAsLong() >= due.get().position()) {
      Due closing = due.get();
      due = Optional.empty();
      pause = close(closing.cutoff(), now) ? EVERY : shorter(pause.multipliedBy(2), SELDOM);
      next = Optional.of(now.plus(pause));
    }
  }

  /** Whether it needs not be tried more seldom: a store that is away comes back. */
  private boolean close(Instant cutoff, Instant now) {
    Instant today = now.atZone(zone.get()).toLocalDate().atStartOfDay(zone.get()).toInstant();
    try {
      chain
          .close(today, cutoff, now)
          .ifPresent(
              head ->
                  LOG.info("event=records_chained rows={} head={}", head.sequence(), head.hash()));
      return true;
    } catch (StoreUnavailable e) {
      LOG.warn("event=chain_postponed why=\"{}\"", e.getMessage());
      return true;
    } catch (RuntimeException e) {
      // A row that cannot be chained is for a person to look at; nothing is lost until then.
      LOG.error("event=chain_failed cutoff={}", cutoff, e);
      return false;
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
