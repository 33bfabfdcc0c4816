package wuchang.rules.kind;

import java.time.Duration;
import java.time.Instant;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;
import wuchang.rules.cycle.Progress;
import wuchang.rules.cycle.Recogniser;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Dishes that were stored for longer than a disinfection lasts, and are taken out. A door that is
 * opened to load the next cycle is opened like any other: what follows tells, so it is tolerated
 * for as long as loading takes. After an unproven cycle nothing is said.
 *
 * @param longest milliseconds since the last proven cycle
 */
public record StoredTooLong(Recogniser recogniser, long longest)
    implements Kind<StoredTooLong.Stored> {
  /**
   * What is known.
   *
   * @param opened when the door was first opened after too long, without a cycle since
   */
  public record Stored(Progress cycles, long opened) {}

  @Override
  public Stored blank(long from) {
    return new Stored(recogniser.blank(), Progress.NONE);
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
  public Stored remember(Stored was, Observation observation) {
    Reading reading = (Reading) observation;
    long at = reading.time().toEpochMilli();
    Progress now = recogniser.after(was.cycles(), reading);
    boolean opens = reading.metric().equals(Metric.DOOR_OPEN) && reading.value() != 0;
    if (now.isRunning()) {
      return new Stored(now, Progress.NONE);
    }
    return opens && was.opened() == Progress.NONE && isStale(now, at)
        ? new Stored(now, at)
        : new Stored(now, was.opened());
  }

  @Override
  public Verdict verdict(Stored memory, long at) {
    Progress now = recogniser.at(memory.cycles(), at);
    if (now.isRunning()) {
      return now.isProven() ? Verdict.RIGHT : Verdict.BETWEEN;
    }
    if (memory.opened() != Progress.NONE) {
      return Verdict.WRONG;
    }
    boolean fresh = now.good() != Progress.NONE && at <= now.good() + longest;
    return fresh ? Verdict.RIGHT : Verdict.BETWEEN;
  }

  @Override
  public long since(Stored memory, long at) {
    return memory.opened();
  }

  @Override
  public long changes(Stored memory, long at) {
    return recogniser.changes(memory.cycles(), at);
  }

  @Override
  public Evidence evidence(Stored memory, long at) {
    long good = recogniser.at(memory.cycles(), at).good();
    return Evidence.NONE
        .with("last_cycle", Instant.ofEpochMilli(good))
        .with("lasted", Duration.ofMillis(at - good));
  }

  private boolean isStale(Progress now, long at) {
    return now.good() != Progress.NONE
        && at > now.good() + longest
        && now.unprovenSince(now.good()) == 0;
  }
}
