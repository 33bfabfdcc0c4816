package wuchang.rules.kind;

import wuchang.domain.reading.Reading;

/**
 * A value over time, by slots: the amount of a slot is the value times milliseconds. A value holds
 * until the next, but no longer than {@code maxGap}.
 *
 * @param width of a slot, in milliseconds
 */
public record Averaged<S>(Signal<S> signal, long maxGap, long width) {
  private static final long NONE = Long.MIN_VALUE;

  /** What is known: the value since its last reading, and the slots before. */
  public record Mean<S>(S signal, long at, Slots slots) {}

  Mean<S> blank() {
    return new Mean<>(signal.blank(), NONE, Slots.of(width));
  }

  Mean<S> next(Mean<S> was, Reading reading) {
    long at = reading.time().toEpochMilli();
    double value = signal.value(was.signal());
    Slots slots = was.slots().still();
    if (was.at() != NONE && !Double.isNaN(value)) {
      long until = Math.min(at, was.at() + maxGap);
      slots = was.slots().add(was.at(), until, value * (until - was.at()));
    }
    return new Mean<>(signal.remember(was.signal(), reading), at, slots);
  }

  double value(Mean<S> memory) {
    return signal.value(memory.signal());
  }
}
