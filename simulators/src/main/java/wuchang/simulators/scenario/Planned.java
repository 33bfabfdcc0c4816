package wuchang.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import wuchang.domain.DeviceId;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;

/**
 * A mishap that a scenario puts at a time.
 *
 * @param devices each that it strikes; at least one
 * @param where the place in the scenario's file, for faults that only the time of playing shows
 */
public record Planned(
    MishapKind kind,
    List<DeviceId> devices,
    Onset onset,
    Duration lasts,
    double severity,
    String where) {
  public Planned {
    devices = List.copyOf(devices);
  }

  /**
   * What it is in that stretch.
   *
   * @throws ScenarioFault when it begins before the stretch or ends after it
   */
  List<Mishap> in(Stretch stretch, ZoneId zone) {
    Instant from = onset.in(stretch.from(), zone);
    Instant to = from.plus(lasts);
    if (!stretch.contains(from, to)) {
      throw new ScenarioFault(
          "%s: %s lasts from %s to %s; expected within the span from %s to %s"
              .formatted(where, kind.word(), from, to, stretch.from(), stretch.to()));
    }
    return devices.stream().map(device -> new Mishap(kind, device, from, to, severity)).toList();
  }
}
