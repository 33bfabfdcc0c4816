package wuchang.rules.kind;

import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * What a gate reports by itself: a card that was passed back, somebody who slipped in behind.
 *
 * @param lasts for how long it stands, in milliseconds
 */
public record ReportedAtGate(What what, long lasts) implements Kind<Incident> {
  @Override
  public Incident blank(long from) {
    return Incident.NONE;
  }

  @Override
  public boolean wants(Metric metric) {
    return false;
  }

  @Override
  public boolean wants(What said) {
    return said == what;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Incident remember(Incident was, Observation observation) {
    String person = ((GateEvent) observation).person();
    return was.again(observation.time().toEpochMilli(), person, lasts);
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
