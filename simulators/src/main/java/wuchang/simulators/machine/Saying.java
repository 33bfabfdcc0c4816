package wuchang.simulators.machine;

import java.time.Instant;
import java.util.Map;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;

/** What a machine says by itself because something has changed, not because it is time to. */
public sealed interface Saying {
  Instant at();

  /** Values that changed at that instant. */
  record Values(Instant at, Map<Metric, Double> values) implements Saying {}

  /** Something that happened at a gate. */
  record Event(GateEvent event) implements Saying {
    @Override
    public Instant at() {
      return event.time();
    }
  }

  /**
   * What somebody writes down at a terminal.
   *
   * @param kind of record
   * @param json its fields
   */
  record Note(Instant at, String kind, String json) implements Saying {}

  /** A door contact that opened or closed. */
  static Saying door(Instant at, boolean open) {
    return new Values(at, Map.of(Metric.DOOR_OPEN, open ? 1.0 : 0.0));
  }
}
