package wuchang.rules.kernel;

import java.util.Optional;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.domain.record.RecordKind;

/**
 * A kind that is about times of use only: while a flag of the device says so, and a little longer;
 * where it never says anything, during a schedule. Otherwise all is right.
 *
 * @param flag the metric that says so, if there is one
 * @param lingers for how many milliseconds it is in use after the flag said so
 */
public record InUse<M>(Kind<M> kind, Optional<Metric> flag, long lingers, Schedule usual)
    implements Kind<InUse.Known<M>> {
  /**
   * What is known.
   *
   * @param told whether the flag was ever heard
   * @param used when it was last heard to be set
   */
  public record Known<M>(M memory, boolean told, boolean set, long used) {}

  @Override
  public Known<M> blank(long from) {
    return new Known<>(kind.blank(from), false, false, Phase.FROZEN);
  }

  @Override
  public boolean wants(Metric metric) {
    return isFlag(metric) || kind.wants(metric);
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
    return kind.wants(metric) && kind.refreshedBy(metric);
  }

  @Override
  public boolean holdsForever() {
    return kind.holdsForever();
  }

  @Override
  public Known<M> remember(Known<M> was, Observation observation) {
    if (observation instanceof Reading reading && isFlag(reading.metric())) {
      boolean set = reading.value() != 0;
      long used = set || was.set() ? reading.time().toEpochMilli() : was.used();
      return new Known<>(was.memory(), true, set, used);
    }
    return new Known<>(kind.remember(was.memory(), observation), was.told(), was.set(), was.used());
  }

  @Override
  public Verdict verdict(Known<M> known, long at) {
    return isUsed(known, at) ? kind.verdict(known.memory(), at) : Verdict.RIGHT;
  }

  @Override
  public long since(Known<M> known, long at) {
    return kind.since(known.memory(), at);
  }

  @Override
  public long changes(Known<M> known, long at) {
    long own = kind.changes(known.memory(), at);
    return Math.min(own, known.told() ? end(known, at) : usual.nextChange(at));
  }

  @Override
  public Evidence evidence(Known<M> known, long at) {
    return kind.evidence(known.memory(), at);
  }

  private boolean isFlag(Metric metric) {
    return flag.isPresent() && flag.get().equals(metric);
  }

  private boolean isUsed(Known<M> known, long at) {
    return known.told()
        ? known.set() || known.used() != Phase.FROZEN && at < known.used() + lingers
        : usual.contains(at);
  }

  private long end(Known<M> known, long at) {
    boolean ends = !known.set() && known.used() != Phase.FROZEN && at < known.used() + lingers;
    return ends ? known.used() + lingers : NEVER;
  }
}
