package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Somebody comes into a special room (专间) who does not work there.
 *
 * @param lasts for how long it stands, in milliseconds
 */
public record Intrusion(Roll roll, long lasts) implements Kind<Incident> {
  @Override
  public Incident blank(long from) {
    return Incident.NONE;
  }

  @Override
  public boolean wants(Metric metric) {
    return false;
  }

  @Override
  public boolean wants(What what) {
    return what == What.GRANTED;
  }

  @Override
  public boolean holdsForever() {
    return true;
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

  @Override
  public Verdict verdict(Incident incident, long at) {
    return incident.verdict(at, lasts);
  }

  @Override
  public long since(Incident incident, long at) {
    return incident.since();
  }

  @Override
  public long changes(Incident incident, long at) {
    return incident.over(at, lasts);
  }

  @Override
  public Evidence evidence(Incident incident, long at) {
    return incident.evidence();
  }
}
