package wuchang.domain.reading;

import java.time.Instant;
import wuchang.domain.DeviceId;

/**
 * What a device, or somebody in a record, said about one instant. Its time decides everything; when
 * it arrived only decides how soon we knew.
 */
public sealed interface Observation permits Reading, GateEvent, BookEntry {
  /** The device that says it, or that a record is about. */
  DeviceId device();

  /** Event time, to the millisecond. */
  Instant time();

  Provenance provenance();

  Instant arrived();
}
