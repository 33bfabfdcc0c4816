package wuchang.domain.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Profile;
import wuchang.domain.RuleId;
import wuchang.domain.SiteId;
import wuchang.domain.Text;

/** The whole site as configured; immutable, replaced as one when the configuration is reloaded. */
public record Site(
    SiteId id,
    Text name,
    ZoneId zone,
    Profile profile,
    int diners,
    SiteCalendar calendar,
    Map<PersonId, Person> people,
    Map<AreaId, Area> areas,
    Map<DeviceId, Device> devices,
    List<ChannelPlan> channels,
    Escalation escalation,
    List<RotaShift> rota,
    Map<RuleId, RuleOverride> rules,
    Retention retention) {
  /** The device that stands for the site as a whole in what is found about it. */
  public static final DeviceId ITSELF = DeviceId.of("wuchang-server");

  public Site {
    // Ordered copies: lists on the page and in reports keep the order of the configuration.
    people = unmodifiable(people);
    areas = unmodifiable(areas);
    devices = unmodifiable(devices);
    channels = List.copyOf(channels);
    rota = List.copyOf(rota);
    rules = Map.copyOf(rules);
  }

  public Optional<Device> device(DeviceId id) {
    return Optional.ofNullable(devices.get(id));
  }

  public Optional<Area> area(AreaId id) {
    return Optional.ofNullable(areas.get(id));
  }

  /** The instant in the site's own time. */
  public ZonedDateTime local(Instant at) {
    return at.atZone(zone);
  }

  private static <K, V> Map<K, V> unmodifiable(Map<K, V> map) {
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
