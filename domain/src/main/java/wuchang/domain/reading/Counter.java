package wuchang.domain.reading;

import static wuchang.domain.reading.Counter.Kind.FORWARD;

import java.util.OptionalDouble;

/**
 * How far a meter that only counts up has moved from reading to reading. Meters turn over at their
 * modulus, start again at 0 when they lose power, and some find back to where they were: then only
 * what is new counts, not the whole meter. Immutable; feed it readings in order of their time.
 *
 * @param last the last value that was believed; empty before the first
 * @param before the highest value before a reset, until the meter is seen to have found back to it
 *     or to have passed it; empty when there was no reset
 * @param since what was counted since that reset
 */
public record Counter(OptionalDouble last, OptionalDouble before, double since) {
  /** Before the first reading. */
  public static final Counter NEW = new Counter(OptionalDouble.empty(), OptionalDouble.empty(), 0);

  /** A fall to less than this share of the last value is a reset. */
  private static final double RESET = 0.05;

  /** From above the first share of the modulus to below the second it has turned over. */
  private static final double NEARLY_FULL = 0.9;

  private static final double NEARLY_EMPTY = 0.1;

  /** A step from below this share of the value before a reset to above it is a return. */
  private static final double JUMP = 0.5;

  /** What a step was. */
  public enum Kind {
    /** The first reading: nothing to compare with. */
    FIRST,
    /** It went on, or stood still. */
    FORWARD,
    /** It passed its modulus. */
    ROLLOVER,
    /** It began again. */
    RESET,
    /** After a reset it is back where it was. */
    RETURN,
    /** It went back: reverse flow, or a bad reading. Nothing is counted. */
    REVERSE,
    /** It moved further than can be in that time. Nothing is counted, and it is not believed. */
    IMPOSSIBLE,
    /** No number. */
    UNREADABLE;

    /** Whether a person should look at it. */
    public boolean isOdd() {
      return this == REVERSE || this == IMPOSSIBLE || this == UNREADABLE;
    }
  }

  /**
   * One step.
   *
   * @param moved never negative, in the counter's unit
   */
  public record Step(Counter counter, Kind kind, double moved) {}

  /**
   * Reads on.
   *
   * @param now what the counter shows
   * @param modulus the value at which it begins anew; empty when it has none
   * @param most what can be in the time since the last reading; infinite for no bound
   */
  public Step next(double now, OptionalDouble modulus, double most) {
    if (!Double.isFinite(now) || now < 0) {
      return new Step(this, Kind.UNREADABLE, 0);
    }
    if (last.isEmpty()) {
      return new Step(at(now), Kind.FIRST, 0);
    }
    Step step = compared(now, last.getAsDouble(), modulus);
    return step.moved() <= most ? step : new Step(this, Kind.IMPOSSIBLE, 0);
  }

  private Step compared(double now, double from, OptionalDouble modulus) {
    if (before.isPresent() && now >= before.getAsDouble()) {
      return returned(now, from, before.getAsDouble());
    }
    if (now >= from) {
      double moved = now - from;
      return new Step(new Counter(OptionalDouble.of(now), before, since + moved), FORWARD, moved);
    }
    if (modulus.isPresent()
        && from > NEARLY_FULL * modulus.getAsDouble()
        && now < NEARLY_EMPTY * modulus.getAsDouble()) {
      return new Step(at(now), Kind.ROLLOVER, Math.max(0, now - from + modulus.getAsDouble()));
    }
    if (now < RESET * from) {
      OptionalDouble highest = OptionalDouble.of(Math.max(from, before.orElse(0)));
      return new Step(new Counter(OptionalDouble.of(now), highest, since + now), Kind.RESET, now);
    }
    return new Step(this, Kind.REVERSE, 0);
  }

  /** One that has counted up to its old value step by step has not jumped back to it. */
  private Step returned(double now, double from, double old) {
    return from < JUMP * old
        ? new Step(at(now), Kind.RETURN, Math.max(0, now - old - since))
        : new Step(at(now), FORWARD, Math.max(0, now - from));
  }

  private static Counter at(double value) {
    return new Counter(OptionalDouble.of(value), OptionalDouble.empty(), 0);
  }
}
