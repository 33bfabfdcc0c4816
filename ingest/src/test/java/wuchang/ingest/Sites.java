package wuchang.ingest;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.Profile;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Retention;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.Source;
import wuchang.domain.site.Traits;

/** The site of these tests: one device of each kind that matters. */
final class Sites {
  static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  static final DeviceId GATE = DeviceId.of("gate-1");
  static final DeviceId DISHWASHER = DeviceId.of("dish-1");
  private static final AreaId KITCHEN = AreaId.of("kitchen");

  private Sites() {}

  static Site east(Device... more) {
    Map<DeviceId, Device> devices = new LinkedHashMap<>();
    for (Device device :
        List.of(
            device("fridge-1", DeviceKind.FRIDGE),
            device("gate-1", DeviceKind.ACCESS_GATE),
            device("dish-1", DeviceKind.DISHWASHER),
            device(
                "boiler",
                DeviceKind.HOT_HOLDING,
                new Source("thingsboard", Optional.of("Device A"), Optional.empty(), Map.of())))) {
      devices.put(device.id(), device);
    }
    for (Device device : more) {
      devices.put(device.id(), device);
    }
    return site(devices);
  }

  static Device device(String id, DeviceKind kind, Source... sources) {
    return new Device(
        DeviceId.of(id),
        kind,
        KITCHEN,
        Text.same(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Traits.NONE,
        List.of(sources),
        Map.of());
  }

  private static Site site(Map<DeviceId, Device> devices) {
    Area kitchen =
        new Area(
            KITCHEN,
            Text.same("kitchen"),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            Map.of());
    return new Site(
        SiteId.of("east"),
        Text.same("East"),
        ZoneId.of("Asia/Shanghai"),
        Profile.CN,
        800,
        new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        Map.of(),
        Map.of(KITCHEN, kitchen),
        devices,
        List.of(),
        Escalation.DEFAULT,
        List.of(),
        Map.of(),
        Retention.DEFAULT);
  }
}
