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
 * @param mostLasting longer ones are something else
 * @param devices the kinds of device at which it is that; empty: at all of them
 * @param occasion when and where it is that
 * @param lingers whether it stays so while its device still suffers from what has been mended
 * @param passing whether only who listens then can know it: what is written down shows it no more
 */
public record Truth(
    String kind,
    double leastSeverity,
    Duration leastLasting,
    Duration mostLasting,
    Set<DeviceKind> devices,
    Occasion occasion,
    boolean lingers,
    boolean passing) {
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  public Truth {
    devices = Set.copyOf(devices);
  }

  /** However bad and however long. */
  public static Truth rule(String rule) {
    return new Truth(rule, 0, Duration.ZERO, FOR_EVER, Set.of(), Occasion.ANY, false, false);
  }

  /** Must stay quiet. */
  public static Truth benign(String word) {
    return rule("benign:" + word);
  }

  /** Only from that severity on. */
  public Truth from(double severity) {
    return new Truth(
        kind, severity, leastLasting, mostLasting, devices, occasion, lingers, passing);
  }

  /** Only when it lasts that long. */
  public Truth lasting(Duration least) {
    return new Truth(kind, leastSeverity, least, mostLasting, devices, occasion, lingers, passing);
  }

  /** Only when it is over within that time. */
  public Truth within(Duration most) {
    return new Truth(kind, leastSeverity, leastLasting, most, devices, occasion, lingers, passing);
  }

  /** Only at devices of those kinds. */
  public Truth at(DeviceKind... kinds) {
    return new Truth(
        kind, leastSeverity, leastLasting, mostLasting, Set.of(kinds), occasion, lingers, passing);
  }

  /** Only then. */
  public Truth when(Occasion then) {
    return new Truth(
        kind, leastSeverity, leastLasting, mostLasting, devices, then, lingers, passing);
  }

  /** Also after its end, while the device suffers. */
  public Truth lingering() {
    return new Truth(
        kind, leastSeverity, leastLasting, mostLasting, devices, occasion, true, passing);
  }

  /** Only for who listens then. */
  public Truth whileItLasts() {
    return new Truth(
        kind, leastSeverity, leastLasting, mostLasting, devices, occasion, lingers, true);
  }

  /** Whether it says that nothing is wrong. */
  public boolean isBenign() {
    return kind.startsWith("benign:");
  }

  /** As far as severity, length and the kind of device tell. */
  boolean holds(Mishap mishap, DeviceKind device) {
    return mishap.severity() >= leastSeverity
        && mishap.length().compareTo(leastLasting) >= 0
        && mishap.length().compareTo(mostLasting) <= 0
        && (devices.isEmpty() || devices.contains(device));
  }
}
