package wuchang.rules.kind;

import java.util.Arrays;
import wuchang.rules.kind.Slots.Slot;

/**
 * The sum of the last whole slots without a gap between them: what passed in the last hour.
 * Immutable.
 */
final class Rolling {
  private final double[] amounts;
  private final int known;
  private final long end;

  private Rolling(double[] amounts, int known, long end) {
    this.amounts = amounts;
    this.known = known;
    this.end = end;
  }

  static Rolling of(int slots) {
    return new Rolling(new double[slots], 0, Long.MIN_VALUE);
  }

  Rolling with(Slot slot) {
    if (!slot.isWhole()) {
      return of(amounts.length);
    }
    boolean goesOn = slot.from() == end;
    double[] next = Arrays.copyOfRange(amounts, 1, amounts.length + 1);
    next[next.length - 1] = slot.amount();
    return new Rolling(next, goesOn ? Math.min(known + 1, next.length) : 1, slot.to());
  }

  /** NaN while some of it is not known. */
  double sum() {
    return known < amounts.length ? Double.NaN : Arrays.stream(amounts).sum();
  }
}
