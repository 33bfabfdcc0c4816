package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A gate that stays open. Gates speak when something happens, so what was heard last holds until
 * something else is. A gate that says itself that it was held open has waited already.
 */
public record HeldOpen() implements Kind<HeldOpen.Door> {
  /** The door as last heard of. */
  public record Door(boolean open, boolean reported, long since) {}

  private static final Door CLOSED = new Door(false, false, 0);

  @Override
  public Door blank(long from) {
    return CLOSED;
  }

  @Override
  public boolean wants(Metric metric) {
    return metric == Metric.DOOR_OPEN;
  }

  @Override
  public boolean wants(What what) {
    return switch (what) {
      case DOOR_OPEN, DOOR_CLOSED, FORCED_OPEN, HELD_OPEN -> true;
      default -> false;
    };
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Door remember(Door was, Observation observation) {
    long at = observation.time().toEpochMilli();
    boolean reported = observation instanceof GateEvent event && event.what() == What.HELD_OPEN;
    boolean open =
        observation instanceof Reading reading
            ? reading.value() != 0
            : ((GateEvent) observation).what() != What.DOOR_CLOSED;
    if (!open) {
      return CLOSED;
    }
    return new Door(true, reported || was.reported(), was.open() ? was.since() : at);
  }

  @Override
  public Verdict verdict(Door door, long at) {
    if (!door.open()) {
      return Verdict.RIGHT;
    }
    return door.reported() ? Verdict.CERTAIN : Verdict.WRONG;
  }

  @Override
  public long since(Door door, long at) {
    return door.since();
  }

  @Override
  public Evidence evidence(Door door, long at) {
    return Evidence.NONE.with("reported_by", door.reported() ? "device" : "door");
  }
}
