package wuchang.simulators.canteen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wuchang.simulators.mishap.Mishap;

/**
 * Some steps that pass as one.
 *
 * @param start before the first step
 * @param steps at least one
 * @param mishaps those that may be going on in it
 * @param replay whether what is said is marked as history
 */
record Block(
    Instant start, Duration step, List<Air.Around> steps, List<Mishap> mishaps, boolean replay) {

  static Block next(Air air, Duration step, int count, List<Mishap> all, boolean replay) {
    Instant start = air.now();
    List<Air.Around> steps = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      steps.add(air.next(step));
    }
    // What is on its way may have met a gateway's outage that is over.
    Instant past = start.minus(Duration.ofDays(1));
    Instant end = air.now();
    List<Mishap> here = new ArrayList<>();
    for (Mishap mishap : all) {
      if (!mishap.onset().isAfter(end) && mishap.end().isAfter(past)) {
        here.add(mishap);
      }
    }
    return new Block(start, step, steps, List.copyOf(here), replay);
  }

  Instant end() {
    return steps.get(steps.size() - 1).now();
  }

  /** The mishaps of one device that are going on in it. */
  List<Mishap> of(Station station) {
    List<Mishap> own = new ArrayList<>(0);
    for (Mishap mishap : mishaps) {
      if (mishap.device().equals(station.id()) && mishap.end().isAfter(start)) {
        own.add(mishap);
      }
    }
    return own;
  }
}
