package wuchang.rules.kind;

import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Observation;

/**
 * Somebody comes into a special room (专间) who does not work there.
 *
 * @param lasts for how long it stands, in milliseconds
 */
public record Intrusion(Roll roll, long lasts) implements Incidental<Incident> {
  @Override
  public Incident incident(Incident incident) {
    return incident;
  }

  @Override
  public Incident blank(long from) {
    return Incident.NONE;
  }

  @Override
  public boolean wants(What what) {
    return what == What.GRANTED;
  }

  @Override
  public Incident remember(Incident was, Observation observation) {
    GateEvent event = (GateEvent) observation;
    boolean named = !event.person().isEmpty() || !event.card().isEmpty();
    boolean assigned = roll.who(event).filter(Roll.Member::assigned).isPresent();
    return Roll.isEntry(event) && named && !assigned
        ? was.again(observation.time().toEpochMilli(), event.person(), lasts)
        : was;
  }
}
