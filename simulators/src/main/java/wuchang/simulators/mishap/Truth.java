package wuchang.simulators.mishap;

import java.time.Duration;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/**
 * What a mishap truly is, as the labels of CONTRACT §4 name it: a rule that should find it, or a
 * benign disturbance that no rule should page for.
 *
 * @param kind a rule's id, or {@code benign:…}
 * @param leastSeverity milder mishaps are not that bad
 * @param leastLasting shorter ones come to nothing
 * @param devices the kinds of device at which it is that; empty: at all of them
 */
public record Truth(
    String kind, double leastSeverity, Duration leastLasting, Set<DeviceKind> devices) {
  public Truth {
    devices = Set.copyOf(devices);
  }

  /** However bad and however long. */
  public static Truth rule(String rule) {
    return new Truth(rule, 0, Duration.ZERO, Set.of());
  }

  /** Must stay quiet. */
  public static Truth benign(String word) {
    return rule("benign:" + word);
  }

  /** Only from that severity on. */
  public Truth from(double severity) {
    return new Truth(kind, severity, leastLasting, devices);
  }

  /** Only when it lasts that long. */
  public Truth lasting(Duration least) {
    return new Truth(kind, leastSeverity, least, devices);
  }

  /** Only at devices of those kinds. */
  public Truth at(DeviceKind... kinds) {
    return new Truth(kind, leastSeverity, leastLasting, Set.of(kinds));
  }

  boolean holds(Mishap mishap, DeviceKind device) {
    return mishap.severity() >= leastSeverity
        && Duration.between(mishap.onset(), mishap.end()).compareTo(leastLasting) >= 0
        && (devices.isEmpty() || devices.contains(device));
  }
}
