package wuchang.simulators.machine;

import java.util.List;

/** What a machine has become and what it said on the way, in the order of time. */
public record Turn(Machine machine, List<Saying> sayings) {
  static Turn silent(Machine machine) {
    return new Turn(machine, List.of());
  }
}
