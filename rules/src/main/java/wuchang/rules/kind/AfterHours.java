package wuchang.rules.kind;

import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Schedule;

/**
 * Somebody comes in when nobody may. An order for goods or maintenance that covers the time excuses
 * it, be it written later.
 *
 * @param lasts for how long it stands, in milliseconds
 */
public record AfterHours(Schedule allowed, Access access, long lasts)
    implements Incidental<AfterHours.Seen> {
  /** What happened, and what was ordered. */
  public record Seen(Incident incident, Orders orders) {}

  @Override
  public Incident incident(Seen seen) {
    return seen.incident();
  }

  @Override
  public Seen blank(long from) {
    return new Seen(Incident.NONE, Orders.NONE);
  }

  @Override
  public boolean wants(What what) {
    return what == What.GRANTED;
  }

  @Override
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.ORDER;
  }

  @Override
  public Seen remember(Seen was, Observation observation) {
    if (observation instanceof BookEntry entry) {
      Orders orders = was.orders().after(entry, access);
      boolean excused = !was.incident().isNone() && orders.cover(was.incident().since());
      return new Seen(excused ? Incident.NONE : was.incident(), orders);
    }
    long at = observation.time().toEpochMilli();
    if (!Roll.isEntry(observation) || allowed.contains(at) || was.orders().cover(at)) {
      return was;
    }
    GateEvent event = (GateEvent) observation;
    return new Seen(was.incident().again(at, event.person(), lasts), was.orders());
  }
}
