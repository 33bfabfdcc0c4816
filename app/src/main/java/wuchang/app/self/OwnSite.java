package wuchang.app.self;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.domain.site.Traits;

/**
 * The site with Wuchang itself as one more device, for who speaks of alerts. Neither intake nor
 * rules nor store know that device; a site that has given its name to another keeps that one.
 */
public record OwnSite(Supplier<Site> configured) implements Supplier<Site> {
  /** What the system's own alerts are about. */
  public static final DeviceId SERVER = Site.ITSELF;

  private static final AreaId SYSTEM = AreaId.of("wuchang-system");

  @Override
  public Site get() {
    Site site = configured.get();
    Map<AreaId, Area> areas = new LinkedHashMap<>(site.areas());
    areas.putIfAbsent(SYSTEM, area());
    Map<DeviceId, Device> devices = new LinkedHashMap<>(site.devices());
    devices.putIfAbsent(SERVER, server());
    return new Site(
        site.id(),
        site.name(),
        site.zone(),
        site.profile(),
        site.diners(),
        site.calendar(),
        site.people(),
        areas,
        devices,
        site.channels(),
        site.escalation(),
        site.rota(),
        site.rules(),
        site.retention());
  }

  private static Area area() {
    return new Area(
        SYSTEM,
        new Text("监测系统", "Monitoring system"),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Map.of());
  }

  private static Device server() {
    return new Device(
        SERVER,
        DeviceKind.GATEWAY,
        SYSTEM,
        new Text("服务器", "Server"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Traits.NONE,
        List.of(),
        Map.of());
  }
}
