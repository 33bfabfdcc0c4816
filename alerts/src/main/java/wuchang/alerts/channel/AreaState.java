package wuchang.alerts.channel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;

/**
 * How an area stands.
 *
 * @param severity the gravest of the alerts on which somebody has to act; empty when there is none
 * @param open how many of them nobody has taken on
 * @param acknowledged how many somebody has
 */
public record AreaState(Optional<Severity> severity, int open, int acknowledged) {
  public static final AreaState CALM = new AreaState(Optional.empty(), 0, 0);

  /** How each of these areas stands. */
  public static Map<AreaId, AreaState> of(Collection<AreaId> areas, Collection<Alert> standing) {
    Map<AreaId, AreaState> states = new LinkedHashMap<>();
    areas.forEach(area -> states.put(area, CALM));
    standing.stream()
        .filter(Alert::live)
        .forEach(alert -> states.merge(alert.area(), one(alert), AreaState::and));
    return states;
  }

  private static AreaState one(Alert alert) {
    boolean owned = alert.state() == AlertState.ACKNOWLEDGED;
    return new AreaState(Optional.of(alert.severity()), owned ? 0 : 1, owned ? 1 : 0);
  }

  private AreaState and(AreaState other) {
    return new AreaState(
        graver(severity, other.severity), open + other.open, acknowledged + other.acknowledged);
  }

  private static Optional<Severity> graver(Optional<Severity> one, Optional<Severity> other) {
    return one.filter(s -> other.filter(o -> o.compareTo(s) > 0).isEmpty()).or(() -> other);
  }
}
