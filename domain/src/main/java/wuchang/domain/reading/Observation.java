package wuchang.domain.reading;

import java.time.Instant;
import wuchang.domain.DeviceId;

/**
 * What a device said about one instant. Its time decides everything; when it arrived only decides
 * how soon we knew.
 */
public sealed interface Observation permits Reading, GateEvent {
  DeviceId device();

  /** Event time, to the millisecond. */
  Instant time();

  Provenance provenance();

  Instant arrived();
}
