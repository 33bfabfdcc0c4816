package wuchang.simulators.canteen;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Text;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.domain.site.Traits;
import wuchang.domain.site.Traits.Disinfection;

/** The east canteen with what it lacks: a device of every kind, a cabinet of every method. */
public final class FullCanteen {
  private FullCanteen() {}

  public static Site site() {
    Site east = EastCanteen.site();
    Map<DeviceId, Device> devices = new LinkedHashMap<>(east.devices());
    add(devices, "hot-1", DeviceKind.HOT_HOLDING, Optional.empty());
    add(devices, "cooling-1", DeviceKind.COOLING_PROBE, Optional.empty());
    add(devices, "room-1", DeviceKind.PREP_ROOM, Optional.empty());
    add(devices, "uv-1", DeviceKind.UV_LAMP, Optional.empty());
    add(devices, "dishes-1", DeviceKind.DISHWASHER, Optional.empty());
    for (Disinfection method : Disinfection.values()) {
      String id = "by-" + method.name().toLowerCase(Locale.ROOT).replace('_', '-');
      add(devices, id, DeviceKind.DISINFECTION_CABINET, Optional.of(method));
    }
    return of(east, devices);
  }

  /** The same site with other devices. */
  public static Site of(Site site, Map<DeviceId, Device> devices) {
    return new Site(
        site.id(),
        site.name(),
        site.zone(),
        site.profile(),
        site.diners(),
        site.calendar(),
        site.people(),
        site.areas(),
        devices,
        site.channels(),
        site.escalation(),
        site.rota(),
        site.rules(),
        site.retention());
  }

  private static void add(
      Map<DeviceId, Device> devices, String id, DeviceKind kind, Optional<Disinfection> method) {
    Traits traits =
        new Traits(
            Map.of(),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            method,
            method.isPresent() ? List.of("lunch") : List.of(),
            List.of());
    Device device =
        new Device(
            DeviceId.of(id),
            kind,
            AreaId.of("kitchen"),
            Text.same(id),
            Optional.of(Duration.ofSeconds(kind == DeviceKind.DISHWASHER ? 10 : 60)),
            Optional.empty(),
            Optional.of(DeviceId.of("meter-main")),
            traits,
            List.of(),
            Map.of());
    devices.put(device.id(), device);
  }
}
