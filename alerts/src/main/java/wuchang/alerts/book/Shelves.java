package wuchang.alerts.book;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AlertId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.alert.AlertStep;

/** Where to find alerts without looking through all: by how they stand, and by rule and device. */
final class Shelves {
  private record Spot(RuleId rule, DeviceId device) {
    static Spot of(Alert alert) {
      return new Spot(alert.rule(), alert.device());
    }
  }

  private final Set<AlertId> standing = new LinkedHashSet<>();
  private final Set<AlertId> unsettled = new LinkedHashSet<>();
  private final Set<AlertId> resolved = new LinkedHashSet<>();
  private final Set<AlertId> causes = new LinkedHashSet<>();
  private final Map<Spot, AlertId> newest = new HashMap<>();
  private final Map<EpisodeKey, AlertId> former = new HashMap<>();

  void put(AlertStep step, Optional<Alert> before) {
    Alert alert = step.alert();
    AlertId id = alert.id();
    keep(standing, id, alert.state().isStanding());
    keep(unsettled, id, Causes.isUnsettled(alert));
    keep(resolved, id, alert.state() == AlertState.RESOLVED);
    keep(causes, id, Causes.canBeCause(alert.rule()));
    if (before.isEmpty()) {
      newest.put(Spot.of(alert), id);
    } else if (cameBack(step)) {
      former.put(EpisodeKey.of(before.get()), id);
    }
  }

  void remove(Alert alert) {
    AlertId id = alert.id();
    causes.remove(id);
    newest.remove(Spot.of(alert), id);
    former.values().removeIf(id::equals);
  }

  Set<AlertId> standing() {
    return Collections.unmodifiableSet(standing);
  }

  Set<AlertId> unsettled() {
    return Collections.unmodifiableSet(unsettled);
  }

  Set<AlertId> resolved() {
    return Collections.unmodifiableSet(resolved);
  }

  Set<AlertId> causes() {
    return Collections.unmodifiableSet(causes);
  }

  Optional<AlertId> newest(RuleId rule, DeviceId device) {
    return Optional.ofNullable(newest.get(new Spot(rule, device)));
  }

  boolean isFormer(EpisodeKey key) {
    return former.containsKey(key);
  }

  private static boolean cameBack(AlertStep step) {
    return step.kind() == AlertStep.Kind.REOPENED
        && Set.of(StepReason.FLAPPING.word(), StepReason.BACK_WITHIN_A_MONTH.word())
            .contains(step.why());
  }

  private static void keep(Set<AlertId> shelf, AlertId id, boolean belongs) {
    if (belongs) {
      shelf.add(id);
    } else {
      shelf.remove(id);
    }
  }
}
