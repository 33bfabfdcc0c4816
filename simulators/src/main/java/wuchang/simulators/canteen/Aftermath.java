package wuchang.simulators.canteen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wuchang.simulators.machine.Machine;
import wuchang.simulators.mishap.Mishap;

/** How long a device suffers from mishaps after they have ended. Not thread-safe. */
final class Aftermath {
  private final Map<Mishap, Instant> suffered = new HashMap<>();
  private List<Mishap> active = List.of();
  private List<Mishap> mended = List.of();

  /** Takes note of a step's end. Mishaps that follow one another are suffered from together. */
  void see(Machine machine, List<Mishap> now, Instant at) {
    if (!now.equals(active)) {
      List<Mishap> ended = new ArrayList<>(active);
      ended.addAll(mended);
      ended.removeAll(now);
      mended = ended;
      active = now;
    }
    if (mended.isEmpty()) {
      return;
    }
    if (machine.suffers()) {
      mended.forEach(mishap -> suffered.put(mishap, at));
    } else {
      mended = List.of();
    }
  }

  /** Until when it suffered from what had ended already. */
  Map<Mishap, Instant> suffered() {
    return Map.copyOf(suffered);
  }
}
