package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.List;

/**
 * Amounts by equal slots of time. Only the open slot is kept; those that the last step closed are
 * handed on. Slots of which nothing is known are not handed on at all. Immutable.
 *
 * @param width milliseconds
 * @param begun when the open slot began
 * @param amount what is known of it so far
 * @param covered how many milliseconds of it are known so far
 * @param closed what the last step closed, oldest first
 */
public record Slots(long width, long begun, double amount, long covered, List<Slot> closed) {
  private static final long NONE = Long.MIN_VALUE;

  /** A slot that is over. */
  public record Slot(long from, long to, double amount, long covered) {
    /** Whether all of it is known. */
    boolean isWhole() {
      return covered == to - from;
    }

    /** Whether at least nine tenths of it are known. */
    boolean isNearlyWhole() {
      return covered * 10 >= (to - from) * 9;
    }

    /** The amount by its time, where the amount is a value times milliseconds. */
    double mean() {
      return amount / covered;
    }
  }

  /** None yet. */
  public static Slots of(long width) {
    return new Slots(width, NONE, 0, 0, List.of());
  }

  /** A step that adds nothing. */
  Slots still() {
    return closed.isEmpty() ? this : new Slots(width, begun, amount, covered, List.of());
  }

  /** Adds an amount that came evenly in a stretch of time, which begins after all before. */
  Slots add(long from, long to, double more) {
    if (to <= from) {
      return still();
    }
    if (begun != NONE && to < begun + width && from >= begun) {
      return new Slots(width, begun, amount + more, covered + to - from, List.of());
    }
    List<Slot> done = new ArrayList<>();
    long slot = Math.floorDiv(from, width) * width;
    if (begun != NONE && begun != slot) {
      done.add(new Slot(begun, begun + width, amount, covered));
    }
    double sum = begun == slot ? amount : 0;
    long known = begun == slot ? covered : 0;
    double rate = more / (to - from);
    for (; slot + width <= to; slot += width) {
      long part = slot + width - Math.max(from, slot);
      done.add(new Slot(slot, slot + width, sum + rate * part, known + part));
      sum = 0;
      known = 0;
    }
    long rest = to - Math.max(from, slot);
    return new Slots(width, slot, sum + rate * rest, known + rest, List.copyOf(done));
  }
}
