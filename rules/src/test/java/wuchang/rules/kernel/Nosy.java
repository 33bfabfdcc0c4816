package wuchang.rules.kernel;

import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;

/**
 * A kind that answers every question about itself with the same, remembers how often it was told
 * something, and is wrong from an instant on.
 */
record Nosy(boolean answer, long wrongFrom) implements Kind<Long> {
  static final DeviceId NEIGHBOUR = DeviceId.of("neighbour");

  @Override
  public Long blank(long from) {
    return from;
  }

  @Override
  public boolean wants(Metric metric) {
    return answer;
  }

  @Override
  public boolean wants(GateEvent.What what) {
    return answer;
  }

  @Override
  public boolean wants(RecordKind kind) {
    return answer;
  }

  @Override
  public Set<DeviceId> around() {
    return answer ? Set.of(NEIGHBOUR) : Set.of();
  }

  @Override
  public boolean wantsAround(Metric metric) {
    return answer;
  }

  @Override
  public boolean wantsAround(GateEvent.What what) {
    return answer;
  }

  @Override
  public boolean wantsBad() {
    return answer;
  }

  @Override
  public boolean holdsForever() {
    return answer;
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return answer;
  }

  @Override
  public boolean isDated() {
    return answer;
  }

  @Override
  public boolean doubtsOthers() {
    return answer;
  }

  @Override
  public Long remember(Long memory, Observation observation) {
    return memory + 1;
  }

  @Override
  public Verdict verdict(Long memory, long at) {
    return at < wrongFrom ? Verdict.RIGHT : Verdict.WRONG;
  }

  @Override
  public long since(Long memory, long at) {
    return wrongFrom;
  }

  @Override
  public long changes(Long memory, long at) {
    return at < wrongFrom ? wrongFrom : NEVER;
  }

  @Override
  public Evidence evidence(Long memory, long at) {
    return Evidence.NONE.with("told", memory);
  }
}
