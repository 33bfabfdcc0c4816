package wuchang.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import wuchang.domain.finding.Coverage;
import wuchang.domain.journal.Journal;
import wuchang.domain.journal.Journal.Placed;
import wuchang.domain.journal.Journal.Reader;
import wuchang.domain.site.Site;

/**
 * Follows the journal into the store, one transaction a step. What a failed step had taken is taken
 * again by the next, so nothing is left out or overtaken. One thread at a time, but for {@link
 * #use}.
 */
final class StoreFollower {
  /**
   * A transaction is made of whole batches, of at most about so many readings; of fewer unless it
   * has fallen behind. What a transaction costs besides its rows (the newest values, hours and days
   * of each device, a forced write) is shared by them.
   */
  static final int READINGS = 20_000;

  private static final int BATCHES = 1_000;
  private static final int READ_AHEAD = 16;

  /** A transaction is followed by a pause in which more gathers, of a millisecond for so many … */
  private static final int READINGS_A_MILLI = 20;

  /** … but never of more than this: what was published is to be found soon. */
  private static final int LONGEST_PAUSE_MILLIS = 200;

  private final Journal journal;
  private final StoreWriter writer;
  private final AtomicReference<Site> site;
  private final Counter stored;
  private final Deque<Placed> ahead = new ArrayDeque<>();
  private Optional<Site> configured = Optional.empty();
  private List<Placed> taken = List.of();
  private volatile double bytes = Double.NaN;
  private long readUpTo;
  private long pauseMillis;

  StoreFollower(Journal journal, StoreWriter writer, Site site, MeterRegistry registry) {
    this.journal = journal;
    this.writer = writer;
    this.site = new AtomicReference<>(site);
    this.readUpTo = journal.position(Reader.STORE);
    this.stored = Counter.builder("wuchang.readings.stored").register(registry);
    Gauge.builder("wuchang.journal.bytes", journal, Journal::bytes).register(registry);
    Gauge.builder("wuchang.store.bytes", this, follower -> follower.bytes)
        .description("Size of the database, seen each hour")
        .register(registry);
    for (Reader reader : Reader.values()) {
      Gauge.builder("wuchang.journal.lag.readings", journal, j -> j.lag(reader))
          .tag("reader", reader.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  /** Takes over a changed site at the next step. Any thread. */
  void use(Site changed) {
    site.set(changed);
  }

  /**
   * Writes what comes next, if anything does.
   *
   * @return whether there was something
   */
  boolean step() {
    try {
      prepare();
      if (taken.isEmpty()) {
        taken = next();
      }
      if (taken.isEmpty()) {
        return false;
      }
      stored.increment(writer.write(taken).readings());
      pauseMillis = ahead.isEmpty() ? pauseMillis(readings(taken)) : 0;
      journal.advance(Reader.STORE, last(taken).position());
      taken = List.of();
      return true;
    } catch (RuntimeException e) {
      // The database may be another one when it is back.
      configured = Optional.empty();
      throw e;
    }
  }

  /** How long to let more come before the next step; nothing when it is there already. */
  long pauseMillis() {
    return pauseMillis;
  }

  /**
   * After a transaction of so many readings. At a few thousand readings a second that is nothing;
   * at tens of thousands the transactions become large, and a row costs the database half as much.
   */
  static long pauseMillis(long readings) {
    return Math.min(readings / READINGS_A_MILLI, LONGEST_PAUSE_MILLIS);
  }

  /** Writes sums of evidence. */
  int cover(List<Coverage> rows) {
    prepare();
    return writer.cover(rows);
  }

  /** Drops what is older than it is to be kept, and sees how much there is. */
  void keep(Instant now) {
    prepare();
    writer.calendar(site.get(), now);
    writer.keep(site.get().retention(), now);
    bytes = writer.bytes();
  }

  private void prepare() {
    Site wanted = site.get();
    if (configured.isEmpty()) {
      writer.begin(wanted, journal.end());
    } else if (configured.get() != wanted) {
      writer.configure(wanted);
    }
    configured = Optional.of(wanted);
  }

  private List<Placed> next() {
    List<Placed> batches = new ArrayList<>();
    int readings = 0;
    while (batches.size() < BATCHES && hasAhead()) {
      int more = ahead.peek().batch().observations().size();
      if (!batches.isEmpty() && readings + more > READINGS) {
        break;
      }
      readings += more;
      batches.add(ahead.poll());
    }
    return batches;
  }

  private boolean hasAhead() {
    if (ahead.isEmpty()) {
      List<Placed> read = journal.read(readUpTo, READ_AHEAD);
      if (!read.isEmpty()) {
        ahead.addAll(read);
        readUpTo = last(read).position();
      }
    }
    return !ahead.isEmpty();
  }

  private static long readings(List<Placed> batches) {
    return batches.stream().mapToLong(placed -> placed.batch().observations().size()).sum();
  }

  private static Placed last(List<Placed> batches) {
    return batches.get(batches.size() - 1);
  }
}
