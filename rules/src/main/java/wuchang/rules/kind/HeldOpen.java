package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A gate that stays open. Gates speak when something happens, so what was heard last holds until
 * something else is. A gate that says itself that it was held open has waited already. Where an
 * order for goods or maintenance covers the opening, be it written later, it may stand open longer.
 *
 * @param ordered for how long, in milliseconds
 */
public record HeldOpen(Access access, long ordered) implements Kind<HeldOpen.Door> {
  /** The door as last heard of, and what was ordered. */
  public record Door(boolean open, boolean reported, long since, Orders orders) {
    private Door closed() {
      return new Door(false, false, 0, orders);
    }

    private boolean isOrdered() {
      return open && orders.cover(since);
    }
  }

  @Override
  public Door blank(long from) {
    return new Door(false, false, 0, Orders.NONE);
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
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.ORDER;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Door remember(Door was, Observation observation) {
    if (observation instanceof BookEntry entry) {
      Orders orders = was.orders().after(entry, access);
      return new Door(was.open(), was.reported(), was.since(), orders);
    }
    long at = observation.time().toEpochMilli();
    boolean reported = observation instanceof GateEvent event && event.what() == What.HELD_OPEN;
    boolean open =
        observation instanceof Reading reading
            ? reading.value() != 0
            : ((GateEvent) observation).what() != What.DOOR_CLOSED;
    if (!open) {
      return was.closed();
    }
    long since = was.open() ? was.since() : at;
    return new Door(true, reported || was.reported(), since, was.orders());
  }

  @Override
  public Verdict verdict(Door door, long at) {
    if (!door.open()) {
      return Verdict.RIGHT;
    }
    if (door.isOrdered()) {
      return at >= door.since() + ordered ? Verdict.CERTAIN : Verdict.RIGHT;
    }
    return door.reported() ? Verdict.CERTAIN : Verdict.WRONG;
  }

  @Override
  public long since(Door door, long at) {
    return door.since();
  }

  @Override
  public long changes(Door door, long at) {
    long due = door.since() + ordered;
    return door.isOrdered() && due > at ? due : NEVER;
  }

  @Override
  public Evidence evidence(Door door, long at) {
    return Evidence.NONE.with("reported_by", door.reported() ? "device" : "door");
  }
}
