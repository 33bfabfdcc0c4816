package wuchang.rules.kind;

import java.util.ArrayList;
import java.util.List;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kind.Slots.Slot;

/**
 * What is used in each of some windows of the day, slot by slot. A window that is over is handed on
 * once; of one that was not heard from its first slot to its last not all is known. Immutable.
 *
 * @param open the windows under way, in the order of the schedules; with {@code begun} NONE where
 *     none is
 * @param over what the last step closed
 */
public record WindowUse(List<Part> open, List<Part> over) {
  static final long NONE = Long.MIN_VALUE;

  /**
   * A window, or what there was of it so far.
   *
   * @param which of the schedules
   * @param covered milliseconds of which the use is known
   */
  public record Part(int which, long begun, long ends, double amount, long covered) {
    /** Whether all of it is known. */
    boolean isWhole() {
      return covered >= ends - begun;
    }
  }

  public WindowUse {
    open = List.copyOf(open);
    over = List.copyOf(over);
  }

  static WindowUse of(int windows) {
    List<Part> none = new ArrayList<>();
    for (int i = 0; i < windows; i++) {
      none.add(none(i));
    }
    return new WindowUse(none, List.of());
  }

  /** Takes in the slots that were closed, up to an instant. */
  WindowUse next(List<Schedule> windows, List<Slot> closed) {
    if (closed.isEmpty()) {
      return over.isEmpty() ? this : new WindowUse(open, List.of());
    }
    List<Part> parts = new ArrayList<>(open);
    List<Part> done = new ArrayList<>();
    for (Slot slot : closed) {
      for (int i = 0; i < parts.size(); i++) {
        parts.set(i, next(parts.get(i), windows.get(i), slot, done));
      }
    }
    return new WindowUse(parts, done);
  }

  private static Part next(Part was, Schedule window, Slot slot, List<Part> done) {
    Part part = was;
    if (part.begun() != NONE && slot.from() >= part.ends()) {
      done.add(part);
      part = none(part.which());
    }
    if (!window.contains(slot.from())) {
      return part;
    }
    if (part.begun() == NONE) {
      // One that is met in its middle is never known as a whole.
      boolean late = window.contains(slot.from() - (slot.to() - slot.from()));
      long begun = late ? slot.from() - 1 : slot.from();
      part = new Part(part.which(), begun, window.nextChange(slot.from()), 0, 0);
    }
    part =
        new Part(
            part.which(),
            part.begun(),
            part.ends(),
            part.amount() + slot.amount(),
            part.covered() + (slot.isWhole() ? slot.covered() : 0));
    if (slot.to() >= part.ends()) {
      done.add(part);
      return none(part.which());
    }
    return part;
  }

  private static Part none(int which) {
    return new Part(which, NONE, NONE, 0, 0);
  }
}
