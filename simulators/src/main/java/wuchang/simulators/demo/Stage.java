package wuchang.simulators.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;

/**
 * The devices of a site to which mishaps can happen.
 *
 * @param real devices that play a recorded day: nothing is done to them
 */
record Stage(Site site, Set<DeviceId> real) {
  /** After its mishap a device is left alone, so that its alert resolves in sight. */
  private static final Duration REST = Duration.ofMinutes(15);

  Stage {
    real = Set.copyOf(real);
  }

  /** The devices that it can happen to, in the site's order. */
  List<DeviceId> struckBy(MishapKind kind) {
    return site.devices().values().stream()
        .filter(device -> kind.strikes().contains(device.kind()))
        .filter(device -> !real.contains(device.id()) && device.sources().isEmpty())
        // People carry goods into a walk-in room through its open door: that is no mishap.
        .filter(device -> kind != ColdMishap.DOOR_LEFT_OPEN || !device.traits().walkIn())
        .map(Device::id)
        .toList();
  }

  /** The n-th of those, counted round; empty when there is none. */
  Optional<DeviceId> nth(MishapKind kind, int n) {
    List<DeviceId> candidates = struckBy(kind);
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(candidates.get(n % candidates.size()));
  }

  /** Those of them that are well at that time and have been for a while. */
  List<DeviceId> wellFor(MishapKind kind, List<Mishap> mishaps, Instant at) {
    List<DeviceId> well = new ArrayList<>(struckBy(kind));
    for (Mishap mishap : mishaps) {
      if (mishap.end().plus(REST).isAfter(at)) {
        well.remove(mishap.device());
      }
    }
    return well;
  }
}
