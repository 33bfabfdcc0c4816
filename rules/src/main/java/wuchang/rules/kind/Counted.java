package wuchang.rules.kind;

import wuchang.domain.reading.Counter;
import wuchang.domain.reading.Metering;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;
import wuchang.domain.reading.Reading;

/**
 * What passed a counter, by slots of time. A stretch between two readings that is longer than
 * {@code longest} is not known, nor is one in which the counter did not simply go on.
 *
 * @param longest milliseconds
 * @param width of a slot, in milliseconds
 */
public record Counted(Metric metric, Nameplate plate, long longest, long width) {
  /** What is known. */
  public record Count(Metering meter, Slots slots, Counter.Kind kind) {}

  Count blank() {
    return new Count(Metering.NEW, Slots.of(width), Counter.Kind.FIRST);
  }

  Count next(Count was, Reading reading) {
    Metering.Advance step = was.meter().next(reading.time().toEpochMilli(), reading.value(), plate);
    boolean known = step.isKnown() && step.to() - step.from() <= longest;
    Slots slots =
        known ? was.slots().add(step.from(), step.to(), step.moved()) : was.slots().still();
    return new Count(step.meter(), slots, step.kind());
  }
}
