package wuchang.app.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.site.Device;
import wuchang.domain.site.RuleOverride;
import wuchang.domain.site.Site;

/** A site in which one device has rules of its own. */
final class Overridden {
  private Overridden() {}

  static Site site(Site site, Device device, Map<RuleId, RuleOverride> rules) {
    Map<DeviceId, Device> devices = new LinkedHashMap<>(site.devices());
    devices.put(
        device.id(),
        new Device(
            device.id(),
            device.kind(),
            device.area(),
            device.name(),
            device.interval(),
            device.gateway(),
            device.circuit(),
            device.traits(),
            device.sources(),
            rules));
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
}
