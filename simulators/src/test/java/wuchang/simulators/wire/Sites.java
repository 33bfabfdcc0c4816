package wuchang.simulators.wire;

import java.util.List;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.Source;

/** Devices like others, with one thing changed. */
final class Sites {
  private Sites() {}

  static Device fedBy(Device device, DeviceId gateway) {
    return changed(device, Optional.of(gateway), device.sources());
  }

  static Device heardAs(Device device, Source... sources) {
    return changed(device, device.gateway(), List.of(sources));
  }

  private static Device changed(Device device, Optional<DeviceId> gateway, List<Source> sources) {
    return new Device(
        device.id(),
        device.kind(),
        device.area(),
        device.name(),
        device.interval(),
        gateway,
        device.circuit(),
        device.traits(),
        sources,
        device.rules());
  }
}
