package wuchang.rules.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of many devices. What is the same on several is one object: a thousand devices that are
 * judged in turn would else have a thousand copies of one rule's numbers, and the processor's cache
 * would hold none of them. Used by one thread at a time; what it hands out is immutable.
 */
public final class Cells {
  private final Map<Cell, Cell> known = new HashMap<>();

  /** A cell for each tier of a device's rules, in their order. */
  Cell[] of(DeviceRules rules) {
    List<Cell> cells = new ArrayList<>();
    for (int rule = 0; rule < rules.rules().size(); rule++) {
      for (Tier<?> tier : rules.rules().get(rule).tiers()) {
        Cell cell = Cell.of(rule, tier);
        cells.add(known.computeIfAbsent(cell, same -> cell));
      }
    }
    return cells.toArray(Cell[]::new);
  }
}
