package wuchang.alerts.book;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.alerts.Canteen;
import wuchang.alerts.Episodes;
import wuchang.domain.AlertId;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.Episode;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;

/**
 * A canteen with its wires: {@code fridge} behind {@code gw}, which is behind {@code uplink}, and
 * on {@code board}, which is on {@code main}; {@code other-gw} hears nothing, {@code ring-1} and
 * {@code ring-2} name each other; {@code alone} hangs on nothing. All speak every minute.
 */
final class Wires {
  static final Instant T0 = Canteen.time("10:00");
  static final Site SITE = site();

  private Wires() {}

  /** An alert that began so many seconds after ten, was raised at once and is open. */
  static Alert alert(String rule, String device, Severity severity, long seconds) {
    return openedAt(rule, device, severity, seconds, T0.plusSeconds(seconds));
  }

  static Alert openedAt(
      String rule, String device, Severity severity, long seconds, Instant openedAt) {
    Instant since = T0.plusSeconds(seconds);
    Episode usual = Canteen.episode(RuleId.of(rule), DeviceId.of(device), since);
    Episode graded = Episodes.severity(usual, severity);
    Episode episode =
        new Episode(
            graded.rule(),
            graded.device(),
            severity,
            since,
            since,
            Optional.empty(),
            graded.evidence(),
            List.of(),
            Duration.ZERO,
            true);
    AlertId id = AlertId.of((rule + "-" + device).toLowerCase(java.util.Locale.ROOT));
    return new Opening(Canteen.card(Canteen.FRG), SITE.devices().get(episode.device()), openedAt)
        .of(id, episode)
        .alert();
  }

  /** The same, right again so many seconds after ten. */
  static Alert resolved(Alert open, long seconds) {
    Sketch sketch = new Sketch(open).in(AlertState.RESOLVED);
    sketch.resolvedAt = Optional.of(T0.plusSeconds(seconds));
    return sketch.alert();
  }

  /** The same, closed so many seconds after ten. */
  static Alert closed(Alert before, long seconds) {
    Sketch sketch = new Sketch(before).in(AlertState.CLOSED);
    sketch.closedAt = Optional.of(T0.plusSeconds(seconds));
    return sketch.alert();
  }

  private static Site site() {
    Site plain = Canteen.site();
    Map<DeviceId, Device> devices = new LinkedHashMap<>();
    device(devices, "fridge", DeviceKind.FRIDGE, "gw", "board");
    device(devices, "alone", DeviceKind.FRIDGE, "", "");
    device(devices, "gw", DeviceKind.GATEWAY, "uplink", "");
    device(devices, "uplink", DeviceKind.GATEWAY, "", "");
    device(devices, "other-gw", DeviceKind.GATEWAY, "", "");
    device(devices, "board", DeviceKind.ELECTRICITY_METER, "", "main");
    device(devices, "main", DeviceKind.ELECTRICITY_METER, "", "");
    device(devices, "ring-1", DeviceKind.FRIDGE, "ring-2", "ring-2");
    device(devices, "ring-2", DeviceKind.FRIDGE, "ring-1", "ring-1");
    return with(plain, devices);
  }

  /** The site with other devices. */
  static Site with(Site plain, Map<DeviceId, Device> devices) {
    return new Site(
        plain.id(),
        plain.name(),
        plain.zone(),
        plain.profile(),
        plain.diners(),
        plain.calendar(),
        plain.people(),
        plain.areas(),
        devices,
        plain.channels(),
        plain.escalation(),
        plain.rota(),
        plain.rules(),
        plain.retention());
  }

  private static void device(
      Map<DeviceId, Device> devices, String id, DeviceKind kind, String gateway, String circuit) {
    devices.put(DeviceId.of(id), Canteen.wired(id, kind, AreaId.of("cold-room"), gateway, circuit));
  }
}
