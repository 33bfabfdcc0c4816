package wuchang.simulators.machine;

import java.time.Duration;
import java.util.List;
import wuchang.domain.DeviceId;

/**
 * A gate with those who may pass it.
 *
 * @param hold after how long its controller says that the door is held open
 */
record GateBuild(DeviceId id, List<Badge> staff, Duration hold) {
  static final Duration USUAL_HOLD = Duration.ofSeconds(60);

  GateBuild {
    staff = List.copyOf(staff);
  }
}
