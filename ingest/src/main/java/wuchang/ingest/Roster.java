package wuchang.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;

/** Which device a name in a message means, as one site configures it. */
final class Roster {
  private static final String THINGSBOARD = "thingsboard";

  private final Site site;
  private final Map<String, Device> byId = new HashMap<>();
  private final Map<String, Device> byThingsBoardName = new HashMap<>();

  Roster(Site site) {
    this.site = site;
    for (Device device : site.devices().values()) {
      byId.put(device.id().value(), device);
      for (Source source : device.sources()) {
        if (source.format().equals(THINGSBOARD)) {
          byThingsBoardName.put(source.id().orElse(device.id().value()), device);
        }
      }
    }
  }

  Site site() {
    return site;
  }

  Optional<Device> device(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** A source's own name for a device goes before an id. */
  Optional<Device> thingsBoard(String name) {
    Device named = byThingsBoardName.get(name);
    return named != null ? Optional.of(named) : device(name);
  }

  /** The name as an id, when it could be one. */
  static Optional<DeviceId> asId(String name) {
    try {
      return Optional.of(DeviceId.of(name));
    } catch (IllegalArgumentException notWellFormed) {
      return Optional.empty();
    }
  }
}
