package wuchang.domain.site;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;

/**
 * A device of the site. One without {@code interval} speaks only on events: it is never silent by a
 * clock.
 */
public record Device(
    DeviceId id,
    DeviceKind kind,
    AreaId area,
    Text name,
    Optional<Duration> interval,
    Optional<DeviceId> gateway,
    Optional<DeviceId> circuit,
    Traits traits,
    List<Source> sources,
    Map<RuleId, RuleOverride> rules) {
  public Device {
    sources = List.copyOf(sources);
    rules = Map.copyOf(rules);
  }
}
