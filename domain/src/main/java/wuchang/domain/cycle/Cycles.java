package wuchang.domain.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wuchang.domain.DeviceId;

/** The disinfections that are known, with their proof. Blocking: it reads the store. */
public interface Cycles {
  /** One that was longer ago tells nothing of the dishes of today. */
  Duration LONGEST_AGO = Duration.ofDays(7);

  /** The cycles of a device that ended in [from, to), by their end. */
  List<Cycle> of(DeviceId device, Instant from, Instant to);

  /** The last cycle that ended before an instant, within {@link #LONGEST_AGO}. */
  default Optional<Cycle> last(DeviceId device, Instant to) {
    // Most ran today: the long way back is gone only where nothing did.
    return Stream.of(Duration.ofDays(1), LONGEST_AGO)
        .map(ago -> of(device, to.minus(ago), to))
        .filter(cycles -> !cycles.isEmpty())
        .map(cycles -> cycles.get(cycles.size() - 1))
        .findFirst();
  }
}
