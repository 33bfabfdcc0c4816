package wuchang.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Provenance;

/**
 * The time at which something is taken to have been, and what is wrong with that.
 *
 * <p>A message's own time is believed from 24 h before its arrival to 5 min after, both included;
 * history also back to the end of the retention. Otherwise the arrival stands in its place. A
 * retained message whose own time is not believed is merely old, so it is marked as retained and
 * not as skewed.
 */
record Stamp(Instant time, Flaw flaw, Provenance provenance) {
  private static final long OLDEST = Duration.ofHours(24).toMillis();
  private static final long NEWEST = Duration.ofMinutes(5).toMillis();

  static Stamp of(OptionalLong said, boolean replay, Incoming incoming, Duration retention) {
    long arrived = incoming.arrived().toEpochMilli();
    if (said.isPresent() && isBelieved(said.getAsLong(), arrived, replay, retention)) {
      return new Stamp(
          Instant.ofEpochMilli(said.getAsLong()),
          Flaw.NONE,
          new Provenance(true, replay, incoming.retained()));
    }
    Provenance byArrival = new Provenance(false, replay, incoming.retained());
    if (incoming.retained()) {
      return new Stamp(incoming.arrived(), Flaw.RETAINED, byArrival);
    }
    Flaw flaw = said.isPresent() ? Flaw.CLOCK_SKEW : Flaw.NONE;
    return new Stamp(incoming.arrived(), flaw, byArrival);
  }

  private static boolean isBelieved(long said, long arrived, boolean replay, Duration retention) {
    long oldest = replay ? Math.max(OLDEST, retention.toMillis()) : OLDEST;
    return said >= arrived - oldest && said <= arrived + NEWEST;
  }
}
