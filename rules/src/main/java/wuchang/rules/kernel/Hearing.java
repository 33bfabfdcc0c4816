package wuchang.rules.kernel;

import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Reading;

/** Tells what a device says itself from what is heard of those around it, and what to believe. */
final class Hearing {
  private final DeviceRules rules;
  private final boolean hearsOthers;

  Hearing(DeviceRules rules) {
    this.rules = rules;
    this.hearsOthers = !rules.around().isEmpty();
  }

  /** Whether it is the device's own, and not one around; records are everybody's. */
  boolean isOwn(Observation observation) {
    return !hearsOthers
        || observation instanceof BookEntry
        || observation.device().equals(rules.device());
  }

  /** An observation of the device's own as it is to be judged after what it said before. */
  Observation judged(State state, Observation observation) {
    if (!(observation instanceof Reading reading)) {
      return observation;
    }
    Reading judged = state.plausibility.judged(reading);
    state.plausibility = state.plausibility.after(judged);
    return judged;
  }
}
