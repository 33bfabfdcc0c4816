package wuchang.rules.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.domain.site.Traits;

/**
 * The devices that are heard through one: those whose gateway it is and itself, or all of a site.
 *
 * @param intervals how often those of them speak that speak by the clock
 */
record Members(Set<DeviceId> devices, List<Duration> intervals) {
  /** A site has a channel of its own when more than a single gateway or device speaks. */
  private static final int LEAST_OF_SITE = 3;

  static Members of(Site site, Device speaker) {
    boolean whole = speaker.id().equals(Site.ITSELF) && !site.devices().containsKey(Site.ITSELF);
    List<Device> heard =
        site.devices().values().stream()
            .filter(device -> whole || device.gateway().filter(speaker.id()::equals).isPresent())
            .toList();
    Set<DeviceId> ids =
        heard.stream().map(Device::id).collect(Collectors.toCollection(HashSet::new));
    if (!heard.isEmpty() && !whole) {
      ids.add(speaker.id());
    }
    return new Members(ids, heard.stream().flatMap(d -> d.interval().stream()).toList());
  }

  /**
   * The gateways that hear others; the site, unless one of them hears all that speak by the clock.
   */
  static List<Device> speakers(Site site) {
    List<Device> speakers = new ArrayList<>();
    boolean oneHearsAll = false;
    Device whole = whole(site);
    int clocked = of(site, whole).byClock();
    for (Device device : site.devices().values()) {
      Members members = of(site, device);
      if (members.isWorthHearing()) {
        speakers.add(device);
        int own = device.interval().isPresent() ? 1 : 0;
        oneHearsAll |= members.byClock() + own == clocked;
      }
    }
    if (!oneHearsAll && clocked >= LEAST_OF_SITE) {
      speakers.add(whole);
    }
    return speakers;
  }

  boolean isWorthHearing() {
    return !devices.isEmpty();
  }

  /** How many of them speak by the clock. */
  int byClock() {
    return intervals.size();
  }

  /** The speaker as a device that speaks as often as the most frequent of them. */
  Device asOne(Device speaker) {
    return new Device(
        speaker.id(),
        speaker.kind(),
        speaker.area(),
        speaker.name(),
        intervals.stream().min(Duration::compareTo),
        speaker.gateway(),
        speaker.circuit(),
        speaker.traits(),
        speaker.sources(),
        speaker.rules());
  }

  private static Device whole(Site site) {
    return new Device(
        Site.ITSELF,
        DeviceKind.GATEWAY,
        AreaId.of(Site.ITSELF.value()),
        site.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Traits.NONE,
        List.of(),
        Map.of());
  }
}
