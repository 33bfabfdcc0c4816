package wuchang.alerts.notify;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.PersonId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.site.Area;
import wuchang.domain.site.Person;
import wuchang.domain.site.Role;
import wuchang.domain.site.RotaShift;
import wuchang.domain.site.Site;

/**
 * Who is meant by a message: the owner, once there is one; before that whoever is on duty on the
 * alert's level, in the site's time. Where the rota names nobody the first level is the area's
 * responsible person and deputy, the second the management and the third who decides.
 */
public final class Rota {
  private Rota() {}

  /** Who is to act on an alert as it stands; empty when the site names nobody. */
  public static List<PersonId> toAct(Site site, Alert alert, Instant at) {
    if (alert.state() == AlertState.OPEN || alert.owner().isEmpty()) {
      List<PersonId> duty = onDuty(site, alert.level(), at);
      return duty.isEmpty() ? standIns(site, alert) : duty;
    }
    return alert.owner().stream().toList();
  }

  static List<PersonId> onDuty(Site site, int level, Instant at) {
    return site.rota().stream()
        .filter(shift -> shift.level() == level && shift.window().contains(site.local(at)))
        .map(RotaShift::who)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static List<PersonId> standIns(Site site, Alert alert) {
    return switch (alert.level()) {
      case 1 -> responsible(site.area(alert.area()));
      case 2 -> withRole(site, Role.MANAGEMENT);
      default -> withRole(site, Role.DECISION);
    };
  }

  private static List<PersonId> responsible(Optional<Area> area) {
    Set<PersonId> people = new LinkedHashSet<>();
    area.flatMap(Area::responsible).ifPresent(people::add);
    area.flatMap(Area::deputy).ifPresent(people::add);
    return List.copyOf(people);
  }

  private static List<PersonId> withRole(Site site, Role role) {
    return site.people().values().stream()
        .filter(person -> person.role() == role)
        .map(Person::id)
        .toList();
  }
}
