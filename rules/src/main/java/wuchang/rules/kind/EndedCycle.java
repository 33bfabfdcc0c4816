package wuchang.rules.kind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.Unit;
import wuchang.domain.cycle.Cycle.Reason;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.cycle.CycleProfile;
import wuchang.rules.cycle.Ended;
import wuchang.rules.cycle.Progress;
import wuchang.rules.cycle.Recogniser;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A disinfection cycle that has failed, for one of some reasons. It is right again when a cycle is
 * effective. One that is unproven says nothing.
 *
 * @param reasons those that are told here
 * @param restarts whether a new cycle that begins makes it right already
 */
public record EndedCycle(Recogniser recogniser, Set<Reason> reasons, boolean restarts)
    implements Kind<Progress> {
  public EndedCycle {
    reasons = Set.copyOf(reasons);
  }

  @Override
  public Progress blank(long from) {
    return recogniser.blank();
  }

  @Override
  public boolean wants(Metric metric) {
    return recogniser.wants(metric);
  }

  @Override
  public boolean refreshedBy(Metric metric) {
    return recogniser.proves(metric);
  }

  @Override
  public Progress remember(Progress was, Observation observation) {
    return recogniser.after(was, (Reading) observation);
  }

  @Override
  public Verdict verdict(Progress memory, long at) {
    Progress now = recogniser.at(memory, at);
    if (now.isProven() || restarts && now.isRunning()) {
      return Verdict.RIGHT;
    }
    return now.last()
        .map(this::verdict)
        // What was before is not known: a failure that was told stands.
        .orElse(Verdict.BETWEEN);
  }

  private Verdict verdict(Ended last) {
    if (reasons.contains(last.reason())) {
      return Verdict.CERTAIN;
    }
    return last.isEffective() ? Verdict.RIGHT : Verdict.BETWEEN;
  }

  @Override
  public long since(Progress memory, long at) {
    return last(memory, at).map(Ended::start).orElse(at);
  }

  @Override
  public long changes(Progress memory, long at) {
    return recogniser.changes(memory, at);
  }

  @Override
  public Evidence evidence(Progress memory, long at) {
    return last(memory, at)
        .map(ended -> evidence(ended, recogniser.profile()))
        .orElse(Evidence.NONE);
  }

  private Optional<Ended> last(Progress memory, long at) {
    return recogniser.at(memory, at).last();
  }

  private static Evidence evidence(Ended ended, CycleProfile profile) {
    Evidence evidence =
        Evidence.NONE
            .with("reason", ended.reason().word())
            .with("began", Instant.ofEpochMilli(ended.start()))
            .with("ended", Instant.ofEpochMilli(ended.end()))
            .with("lasted", Duration.ofMillis(ended.held()))
            .with("needed", Duration.ofMillis(profile.hold()));
    return Double.isNaN(ended.maximum())
        ? evidence
        : evidence
            .with("value", ended.maximum(), Unit.CELSIUS)
            .with("limit", profile.target(), Unit.CELSIUS);
  }
}
