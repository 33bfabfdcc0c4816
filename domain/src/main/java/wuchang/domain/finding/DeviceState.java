package wuchang.domain.finding;

import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.reading.Reading;

/**
 * How a device stands now: its newest reading of each metric and what can be said of each rule. The
 * state of the whole is breach if any rule is broken, else unproven if any is, else compliant; a
 * device without rules is unproven.
 */
public record DeviceState(
    DeviceId device, EvidenceState state, Map<RuleId, EvidenceState> rules, List<Reading> latest) {
  public DeviceState {
    rules = Map.copyOf(rules);
    latest = List.copyOf(latest);
  }
}
