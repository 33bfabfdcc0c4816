package wuchang.simulators.people;

import java.time.Duration;
import java.time.Instant;
import wuchang.domain.DeviceId;

/**
 * Somebody who means to pass a gate.
 *
 * @param who whose badge is read; nobody's for a door that is opened from within
 * @param open how long the door will stand open
 * @param note what the gate's controller knows beside
 */
public record Walk(Instant at, DeviceId gate, Way way, Badge who, Duration open, String note) {
  /** By card in, by card out, by request out; goods are taken in by a request from within. */
  public enum Way {
    ENTERS,
    LEAVES,
    LEAVES_BY_CARD,
    TAKES_IN_GOODS
  }
}
