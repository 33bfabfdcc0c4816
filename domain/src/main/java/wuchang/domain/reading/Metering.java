package wuchang.domain.reading;

import static wuchang.domain.reading.Counter.Kind.*;

/**
 * A counter read over time: what passed between one reading that was believed and the next. A
 * reading that cannot be true is passed over; when three in a row agree with each other, another
 * meter has been put in its place, and counting begins anew. Immutable; feed it readings in order.
 *
 * @param at when the counter was last believed, in epoch milliseconds
 * @param doubted the last of the readings in a row that were not believed
 * @param doubts how many of them agree
 */
public record Metering(Counter counter, long at, double doubted, int doubts) {
  /** Before the first reading. */
  public static final Metering NEW = new Metering(Counter.NEW, Long.MIN_VALUE, 0, 0);

  private static final int CONVINCING = 3;

  /**
   * From one reading to the next.
   *
   * @param from when the counter was last believed before; {@code to} itself for the first reading
   * @param moved what is to be booked; never negative
   */
  public record Advance(Metering meter, long from, long to, Counter.Kind kind, double moved) {
    /** Whether {@code moved} is all that passed between the two, and nothing else. */
    public boolean isKnown() {
      return kind == FORWARD || kind == ROLLOVER;
    }

    /** Whether something passed, or may have, that is not booked. */
    public boolean isIncomplete() {
      return !isKnown() && kind != RETURN && from != to;
    }
  }

  /** Reads on. */
  public Advance next(long now, double value, Nameplate plate) {
    if (counter.last().isEmpty()) {
      Counter.Step first = counter.next(value, plate.modulus(), Double.POSITIVE_INFINITY);
      return new Advance(new Metering(first.counter(), now, 0, 0), now, now, first.kind(), 0);
    }
    double most = plate.most(now - at);
    Counter.Step step = counter.next(value, plate.modulus(), most);
    return step.kind().isOdd()
        ? odd(now, value, step.kind(), most)
        : new Advance(new Metering(step.counter(), now, 0, 0), at, now, step.kind(), step.moved());
  }

  private Advance odd(long now, double value, Counter.Kind kind, double most) {
    boolean far =
        kind == IMPOSSIBLE || kind == REVERSE && counter.last().getAsDouble() - value > most;
    if (!far) {
      return new Advance(new Metering(counter, at, 0, 0), at, now, kind, 0);
    }
    boolean agrees = doubts > 0 && value >= doubted && value - doubted <= most;
    int more = agrees ? doubts + 1 : 1;
    if (more < CONVINCING) {
      return new Advance(new Metering(counter, at, value, more), at, now, kind, 0);
    }
    Counter.Step anew =
        Counter.NEW.next(value, java.util.OptionalDouble.empty(), Double.POSITIVE_INFINITY);
    return new Advance(new Metering(anew.counter(), now, 0, 0), at, now, FIRST, 0);
  }
}
