package wuchang.rules.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.Finding;
import wuchang.domain.reading.Observation;

/** The watches that hear several devices as one, and who is heard by which. */
final class Ensembles {
  private final Map<DeviceId, Watch> watches = new LinkedHashMap<>();
  private final Map<DeviceId, List<DeviceId>> heardBy = new HashMap<>();
  private final Map<DeviceId, List<Observation>> heard = new LinkedHashMap<>();

  void put(DeviceRules rules, Watch watch) {
    if (watches.put(rules.device(), watch) == null) {
      rules
          .heard()
          .forEach(
              member ->
                  heardBy.computeIfAbsent(member, m -> new ArrayList<>()).add(rules.device()));
    }
  }

  Collection<Watch> watches() {
    return watches.values();
  }

  @Nullable Watch watch(DeviceId device) {
    return watches.get(device);
  }

  /** Lays aside what a device said for those who hear it among others. */
  void note(DeviceId device, List<Observation> arrived) {
    for (DeviceId ensemble : heardBy.getOrDefault(device, List.of())) {
      List<Observation> all = heard.computeIfAbsent(ensemble, e -> new ArrayList<>());
      if (arrived.size() == 1) {
        all.add(arrived.get(0));
      } else {
        all.addAll(arrived);
      }
    }
  }

  /** Takes in what was laid aside. */
  List<Finding> take(long now) {
    if (heard.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    heard.forEach((ensemble, arrived) -> findings.addAll(watches.get(ensemble).take(arrived, now)));
    heard.clear();
    return findings;
  }

  List<Finding> tick(long now) {
    if (watches.isEmpty()) {
      return Collections.emptyList();
    }
    List<Finding> findings = new ArrayList<>();
    watches.values().forEach(watch -> findings.addAll(watch.tick(now)));
    return findings;
  }

  boolean keepsBack() {
    return watches.values().stream().anyMatch(Watch::keepsBack);
  }

  /** How a device stands, by what is said of it and of those it speaks for. */
  DeviceState with(DeviceState own, Instant now) {
    Watch watch = watches.get(own.device());
    if (watch == null) {
      return own;
    }
    DeviceState several = watch.state(now.toEpochMilli());
    Map<RuleId, EvidenceState> rules = new HashMap<>(own.rules());
    rules.putAll(several.rules());
    // A gateway without rules of its own is as those are that it speaks for.
    EvidenceState state =
        own.rules().isEmpty()
            ? several.state()
            : EvidenceState.overall(List.of(own.state(), several.state()));
    return new DeviceState(own.device(), state, rules, own.latest());
  }
}
