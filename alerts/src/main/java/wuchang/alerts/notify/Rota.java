package wuchang.alerts.notify;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wuchang.alerts.book.Causes;
import wuchang.domain.PersonId;
import wuchang.domain.Severity;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertState;
import wuchang.domain.site.Person;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;

/**
 * Who is meant by a message: the owner, once there is one; before that whoever is on duty on the
 * alert's level, in the site's time. The first of a shift who is there is meant, all of them when
 * people or food are in danger or it is said again. Where the rota names nobody who is there, the
 * first level is the area's responsible person or else the deputy, the second the management and
 * the third who decides; a level without anybody passes to the next.
 */
public final class Rota {
  private static final int LEVELS = 3;

  private final Site site;
  private final Alert alert;
  private final boolean everybody;
  private final ZonedDateTime at;

  private Rota(Site site, Alert alert, boolean everybody, Instant at) {
    this.site = site;
    this.alert = alert;
    this.everybody = everybody;
    this.at = site.local(at);
  }

  /**
   * Who is to act on an alert as it stands; empty when the site names nobody.
   *
   * @param step what it is said for, as in a request
   */
  public static List<PersonId> toAct(Site site, Alert alert, String step, Instant at) {
    String occasion = Occasion.parse(step).word();
    if (occasion.startsWith(Occasion.HAND_OVER) && alert.offered().isPresent()) {
      return alert.offered().stream().toList();
    }
    boolean owned = alert.state() != AlertState.OPEN && alert.owner().isPresent();
    if (owned && !occasion.startsWith(Occasion.ESCALATED)) {
      return alert.owner().stream().toList();
    }
    return new Rota(site, alert, takesAll(alert, occasion), at).fromLevel(alert.level());
  }

  /**
   * A supply or a line that fails takes one person who looks; the whole shift is called when food
   * is in danger behind it, and when nobody has answered.
   */
  private static boolean takesAll(Alert alert, String occasion) {
    if (occasion.startsWith(Occasion.REPEAT)) {
      return true;
    }
    return alert.severity() == Severity.CRITICAL
        && (!Causes.canHaveEffects(alert.rule()) || occasion.startsWith(Occasion.AFFECTED));
  }

  private List<PersonId> fromLevel(int level) {
    return IntStream.rangeClosed(level, LEVELS)
        .mapToObj(this::onLevel)
        .filter(people -> !people.isEmpty())
        .findFirst()
        // Rather somebody who is away than nobody.
        .orElseGet(() -> standIns(level));
  }

  private List<PersonId> onLevel(int level) {
    List<PersonId> duty = onDuty(level);
    return duty.isEmpty() ? standIns(level).stream().filter(this::isThere).toList() : duty;
  }

  /** Those whose area it is, if any of them is on duty; else whoever is. */
  private List<PersonId> onDuty(int level) {
    List<List<PersonId>> shifts =
        site.rota().stream()
            .filter(shift -> shift.level() == level)
            .filter(shift -> shift.window().contains(at, site.calendar()::dutyDay))
            .map(shift -> shift.who().stream().filter(this::isThere).toList())
            .toList();
    List<PersonId> own =
        firsts(shifts.stream().map(who -> who.stream().filter(this::isOwn).toList()));
    return own.isEmpty() ? firsts(shifts.stream()) : own;
  }

  private List<PersonId> firsts(Stream<List<PersonId>> shifts) {
    return shifts.flatMap(who -> who.stream().limit(most())).distinct().toList();
  }

  private boolean isOwn(PersonId id) {
    return Optional.ofNullable(site.people().get(id))
        .filter(person -> person.areas().contains(alert.area()))
        .isPresent();
  }

  private long most() {
    return everybody ? Long.MAX_VALUE : 1;
  }

  private boolean isThere(PersonId id) {
    return Optional.ofNullable(site.people().get(id))
        .filter(person -> person.isAbsent(at.toLocalDate()))
        .isEmpty();
  }

  private List<PersonId> standIns(int level) {
    return switch (level) {
      case 1 -> responsible();
      case 2 -> withRole(Role.MANAGEMENT);
      default -> withRole(Role.DECISION);
    };
  }

  private List<PersonId> responsible() {
    return site.area(alert.area()).stream()
        .flatMap(area -> Stream.of(area.responsible(), area.deputy(), area.contractor()))
        .flatMap(Optional::stream)
        .distinct()
        .filter(this::isThere)
        .limit(most())
        .toList();
  }

  /** Where there are two directors, one of them the contractor's, each has areas of its own. */
  private List<PersonId> withRole(Role role) {
    return site.people().values().stream()
        .filter(person -> person.role() == role)
        .filter(person -> person.areas().isEmpty() || person.areas().contains(alert.area()))
        .map(Person::id)
        .toList();
  }
}
