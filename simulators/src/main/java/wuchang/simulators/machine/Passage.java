package wuchang.simulators.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wuchang.domain.reading.GateEvent.What;

/** What a gate will say of one passage or attempt, in the order of time; never empty. */
record Passage(List<Saying.Event> sayings) {
  Passage {
    sayings = List.copyOf(sayings);
  }

  Instant from() {
    return sayings.get(0).at();
  }

  Instant to() {
    return sayings.get(sayings.size() - 1).at();
  }

  /** The same, later; never earlier. */
  Passage notBefore(Instant time, GateBuild build) {
    if (!from().isBefore(time)) {
      return this;
    }
    long late = time.toEpochMilli() - from().toEpochMilli() + 1;
    List<Saying.Event> moved = new ArrayList<>();
    for (Saying.Event saying : sayings) {
      moved.add(build.moved(saying, late));
    }
    return new Passage(moved);
  }

  /** Cut off at an instant, when the door falls shut. */
  Passage cutAt(Instant time, GateBuild build) {
    List<Saying.Event> before = new ArrayList<>();
    boolean open = false;
    for (Saying.Event saying : sayings) {
      if (saying.at().isBefore(time)) {
        before.add(saying);
        What what = saying.event().what();
        open = what == What.DOOR_OPEN || open && what != What.DOOR_CLOSED;
      }
    }
    if (open) {
      before.add(build.door(time, false));
    }
    return new Passage(before);
  }
}
