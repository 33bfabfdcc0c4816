package wuchang.domain.report;

import java.time.Instant;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;

/**
 * The good readings of one series, for figures that need each of them. Blocking; {@link
 * wuchang.domain.journal.History.StoreUnavailable} when the database is away.
 */
public interface GoodReadings {
  /** Takes one reading; times in epoch milliseconds, none before the one before it. */
  interface Sink {
    void take(long at, double value);
  }

  /** Hands out those in [from, to), by time. */
  void each(DeviceId device, Metric metric, Instant from, Instant to, Sink sink);
}
