package wuchang.simulators.scenario;

import wuchang.domain.site.Device;
import wuchang.simulators.mishap.ColdMishap;
import wuchang.simulators.mishap.MishapKind;

/** Which devices a mishap can happen to. */
public final class Strikes {
  private Strikes() {}

  /** Whether it happens to such a device, and is a mishap there. */
  public static boolean canHit(MishapKind kind, Device device) {
    // People carry goods into a walk-in room through its open door: that is no mishap.
    boolean carriedIn = kind == ColdMishap.DOOR_LEFT_OPEN && device.traits().walkIn();
    boolean spoken =
        device.sources().isEmpty()
            || device.sources().stream().anyMatch(source -> source.format().equals("native"));
    return kind.strikes().contains(device.kind()) && spoken && !carriedIn;
  }
}
