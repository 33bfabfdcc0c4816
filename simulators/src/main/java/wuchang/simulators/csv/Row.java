package wuchang.simulators.csv;

import java.time.Instant;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;

/**
 * One data row of a file of readings. Its serial number is its place among the data rows, from 1.
 */
public sealed interface Row {
  long serial();

  Instant time();

  DeviceId device();

  record Value(long serial, Instant time, DeviceId device, Metric metric, double value)
      implements Row {}

  /** An event at a gate; {@code who} is a person or a card, or empty. */
  record Event(long serial, Instant time, DeviceId device, GateEvent.What what, String who)
      implements Row {}

  /** A record of something no sensor sees; it travels over HTTP, not over MQTT. */
  record Note(long serial, Instant time, DeviceId device) implements Row {}
}
