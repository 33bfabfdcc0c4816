package wuchang.rules.kernel;

import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;

/**
 * A kind of rule: what is wrong, and since when. Tolerance, settling, freshness, steps of severity
 * and excused times are not its business; {@link Hold}, {@link Track} and {@link Excused} have them
 * once for all. Every method is pure; memories are immutable and may be shared.
 *
 * @param <M> what it must remember of the past
 */
public interface Kind<M> {
  /** An instant that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** The memory of a device of which nothing is known but that it should speak from then on. */
  M blank(long from);

  /** Whether readings of a metric are shown to it. */
  default boolean wants(Metric metric) {
    return false;
  }

  default boolean wants(GateEvent.What what) {
    return false;
  }

  /** Whether records of a kind are shown to it, whatever they are about. */
  default boolean wants(RecordKind kind) {
    return false;
  }

  /** The other devices of which something is shown to it; mostly none. */
  default Set<DeviceId> around() {
    return Set.of();
  }

  /**
   * Whether a metric of the devices around is shown to it. What they say does not make what its own
   * device said any younger.
   */
  default boolean wantsAround(Metric metric) {
    return false;
  }

  /** Whether an event at the devices around is shown to it. */
  default boolean wantsAround(GateEvent.What what) {
    return false;
  }

  /** Whether bad readings are shown to it, too; only sensor health wants them. */
  default boolean wantsBad() {
    return false;
  }

  /**
   * Whether what it knows is true until it hears otherwise. If not, it is unknown once the newest
   * good sample is older than the device's maxGap.
   */
  default boolean holdsForever() {
    return false;
  }

  /**
   * Whether a good reading of a metric it wants keeps what it says true for a while. A door that
   * speaks does not make a thermometer that is silent any younger.
   */
  default boolean refreshedBy(Metric metric) {
    return true;
  }

  /** Whether it says nothing for a day after a gap: that it says nothing proves no data missing. */
  default boolean comparesDays() {
    return false;
  }

  /** Whether it is wrong just while nothing good is heard of its device. */
  default boolean isSilence() {
    return false;
  }

  /** Whether time alone decides what it says, and no observation ever. */
  default boolean isDated() {
    return false;
  }

  /** Whether what the device's other rules say proves nothing while this one fires. */
  default boolean doubtsOthers() {
    return false;
  }

  /** Whether it is told what the device's other rules find. */
  default boolean wantsFindings() {
    return false;
  }

  /** Remembers that another rule of the device has opened an episode. */
  default M found(M memory, RuleId rule, Severity severity, long raisedAt) {
    return memory;
  }

  M remember(M memory, Observation observation);

  Verdict verdict(M memory, long at);

  /** Since when it is wrong; asked only while it is. */
  long since(M memory, long at);

  /** The next instant after {@code at} at which time alone changes the verdict. */
  default long changes(M memory, long at) {
    return NEVER;
  }

  /** What the verdict rests on; asked only when a finding is made. */
  Evidence evidence(M memory, long at);
}
