package wuchang.rules.kind;

import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Observation;

/**
 * What a gate reports by itself: a card that was passed back, somebody who slipped in behind.
 *
 * @param lasts for how long it stands, in milliseconds
 */
public record ReportedAtGate(What what, long lasts) implements Incidental<Incident> {
  @Override
  public Incident incident(Incident incident) {
    return incident;
  }

  @Override
  public Incident blank(long from) {
    return Incident.NONE;
  }

  @Override
  public boolean wants(What said) {
    return said == what;
  }

  @Override
  public Incident remember(Incident was, Observation observation) {
    String person = ((GateEvent) observation).person();
    return was.again(observation.time().toEpochMilli(), person, lasts);
  }
}
