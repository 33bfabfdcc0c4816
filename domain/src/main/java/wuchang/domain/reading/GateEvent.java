package wuchang.domain.reading;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.DeviceId;

/**
 * Something that happened at a gate. Person and card are ids, never names; what the gate did not
 * say is an empty string.
 */
public record GateEvent(
    DeviceId device,
    Instant time,
    What what,
    String person,
    String card,
    String direction,
    String method,
    String reason,
    Provenance provenance,
    Instant arrived)
    implements Observation {
  /** The events of CONTRACT §3. */
  public enum What {
    GRANTED,
    DENIED,
    DOOR_OPEN,
    DOOR_CLOSED,
    FORCED_OPEN,
    HELD_OPEN,
    REX,
    TAMPER,
    PASSBACK,
    TAILGATE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<What> of(String word) {
      return Arrays.stream(values()).filter(w -> w.word().equals(word)).findFirst();
    }
  }

  /** A live event with nothing known but what happened, as tests and examples need them. */
  public static GateEvent of(DeviceId device, Instant time, What what) {
    return new GateEvent(device, time, what, "", "", "", "", "", Provenance.LIVE, time);
  }
}
