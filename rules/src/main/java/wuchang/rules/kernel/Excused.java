package wuchang.rules.kernel;

import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;

/**
 * A kind that is not held to account during a schedule: what is wrong then is known, but the time
 * does not count; what is right then is right.
 */
public record Excused<M>(Kind<M> kind, Schedule during) implements Kind<M> {
  @Override
  public M blank(long from) {
    return kind.blank(from);
  }

  @Override
  public boolean wants(Metric metric) {
    return kind.wants(metric);
  }

  @Override
  public boolean wants(GateEvent.What what) {
    return kind.wants(what);
  }

  @Override
  public boolean wants(RecordKind record) {
    return kind.wants(record);
  }

  @Override
  public Set<DeviceId> around() {
    return kind.around();
  }

  @Override
  public boolean wantsAround(Metric metric) {
    return kind.wantsAround(metric);
  }

  @Override
  public boolean wantsAround(GateEvent.What what) {
    return kind.wantsAround(what);
  }

  @Override
  public boolean wantsBad() {
    return kind.wantsBad();
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return kind.refreshedBy(metric);
  }

  @Override
  public boolean doubtsOthers() {
    return kind.doubtsOthers();
  }

  @Override
  public boolean isDated() {
    return kind.isDated();
  }

  @Override
  public boolean holdsForever() {
    return kind.holdsForever();
  }

  @Override
  public M remember(M memory, Observation observation) {
    return kind.remember(memory, observation);
  }

  @Override
  public Verdict verdict(M memory, long at) {
    Verdict verdict = kind.verdict(memory, at);
    return verdict.isWrong() && during.contains(at) ? Verdict.HELD : verdict;
  }

  @Override
  public long since(M memory, long at) {
    return kind.since(memory, at);
  }

  @Override
  public long changes(M memory, long at) {
    long own = kind.changes(memory, at);
    return kind.verdict(memory, at).isWrong() ? Math.min(own, during.nextChange(at)) : own;
  }

  @Override
  public Evidence evidence(M memory, long at) {
    return kind.evidence(memory, at);
  }
}
