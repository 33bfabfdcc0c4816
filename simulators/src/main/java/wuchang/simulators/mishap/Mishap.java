package wuchang.simulators.mishap;

import java.time.Duration;
import java.time.Instant;
import wuchang.domain.DeviceId;

/**
 * Something that goes wrong with one device from its onset until before its end.
 *
 * @param severity more than 0, at most 1; what it means is up to the kind
 */
public record Mishap(
    MishapKind kind, DeviceId device, Instant onset, Instant end, double severity) {
  public Mishap {
    if (!end.isAfter(onset)) {
      throw new IllegalArgumentException(
          kind.word() + " at " + device + " ends at " + end + ", not after its onset " + onset);
    }
    if (!(severity > 0 && severity <= 1)) {
      throw new IllegalArgumentException(
          kind.word() + " at " + device + " has severity " + severity + "; expected 0 to 1");
    }
  }

  /** The same elsewhere. */
  Mishap at(DeviceId other) {
    return new Mishap(kind, other, onset, end, severity);
  }

  public Duration length() {
    return Duration.between(onset, end);
  }

  public boolean isActive(Instant at) {
    return !at.isBefore(onset) && at.isBefore(end);
  }
}
