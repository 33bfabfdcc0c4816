package wuchang.rules.kind;

import java.time.Instant;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Nothing good heard of a device. It is wrong from the last good sample on; how long that is
 * tolerated is the rule's business. A message that says that the device is offline is no sign of
 * life.
 */
public record Silent() implements Kind<Long> {
  @Override
  public Long blank(long from) {
    return from;
  }

  @Override
  public boolean wants(Metric metric) {
    return true;
  }

  @Override
  public boolean wants(GateEvent.What what) {
    return true;
  }

  @Override
  public boolean isSilence() {
    return true;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Long remember(Long last, Observation observation) {
    boolean offline =
        observation instanceof Reading reading
            && reading.metric() == Metric.ONLINE
            && reading.value() == 0;
    return offline ? last : Long.valueOf(observation.time().toEpochMilli());
  }

  @Override
  public Verdict verdict(Long last, long at) {
    return at == last ? Verdict.RENEWED : Verdict.WRONG;
  }

  @Override
  public long since(Long last, long at) {
    return last;
  }

  @Override
  public Evidence evidence(Long last, long at) {
    return Evidence.NONE.with("last_heard", Instant.ofEpochMilli(last));
  }
}
