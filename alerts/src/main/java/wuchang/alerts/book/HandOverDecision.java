package wuchang.alerts.book;

import java.time.Instant;
import java.util.Optional;
import wuchang.alerts.book.Decision.Changed;
import wuchang.alerts.book.Decision.Refused;
import wuchang.domain.PersonId;
import wuchang.domain.alert.Alert;
import wuchang.domain.alert.AlertCommand.Accept;
import wuchang.domain.alert.AlertCommand.Act;
import wuchang.domain.alert.AlertCommand.Decline;
import wuchang.domain.alert.AlertCommand.HandOver;
import wuchang.domain.alert.AlertCommand.Refusal;
import wuchang.domain.alert.AlertStep;
import wuchang.domain.alert.AlertStep.Kind;
import wuchang.domain.site.Area;
import wuchang.domain.site.Person;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;

/** Ownership changes only when both sides want it: who is asked takes it over, or it stays. */
final class HandOverDecision {
  private final Site site;
  private final Instant now;

  HandOverDecision(Site site, Instant now) {
    this.site = site;
    this.now = now;
  }

  Decision on(HandOver act, Alert alert) {
    if (alert.owner().isEmpty()) {
      return new Refused(
          Refusal.NOT_OWNED, "nobody owns alert " + alert.id() + " yet; acknowledge it instead");
    }
    if (alert.owner().equals(Optional.of(act.to()))) {
      return new Refused(Refusal.INVALID, "«" + act.to() + "» owns it already");
    }
    if (!canTake(act.to(), alert)) {
      return new Refused(
          Refusal.INVALID,
          "«" + act.to() + "» cannot take it over; expected a person of the site who works there");
    }
    return changed(Kind.HAND_OVER_OFFERED, act, offered(alert, Optional.of(act.to())));
  }

  Decision on(Accept act, Alert alert) {
    return asked(act, alert).orElseGet(() -> changed(Kind.HANDED_OVER, act, taken(act, alert)));
  }

  Decision on(Decline act, Alert alert) {
    return asked(act, alert)
        .orElseGet(() -> changed(Kind.HAND_OVER_DECLINED, act, offered(alert, Optional.empty())));
  }

  private static Optional<Decision> asked(Act act, Alert alert) {
    return alert.offered().equals(Optional.of(act.by()))
        ? Optional.empty()
        : Optional.of(
            new Refused(
                Refusal.NOT_OFFERED,
                "alert " + alert.id() + " was not offered to «" + act.by() + "», or no more"));
  }

  /** A promise that has passed was another's; one that has not still binds. */
  private Sketch taken(Accept act, Alert alert) {
    Sketch sketch = offered(alert, Optional.empty());
    sketch.owner = Optional.of(act.by());
    sketch.promisedAt = alert.promisedAt().filter(now::isBefore);
    return sketch;
  }

  private static Sketch offered(Alert alert, Optional<PersonId> to) {
    Sketch sketch = new Sketch(alert);
    sketch.offered = to;
    return sketch;
  }

  private boolean canTake(PersonId to, Alert alert) {
    return Optional.ofNullable(site.people().get(to))
        .filter(person -> person.role().atLeast(Role.CONTRACTOR))
        .filter(person -> person.role() != Role.CONTRACTOR || worksIn(person, alert))
        .isPresent();
  }

  private boolean worksIn(Person person, Alert alert) {
    return person.areas().contains(alert.area())
        || site.area(alert.area()).flatMap(Area::contractor).equals(Optional.of(person.id()));
  }

  private Decision changed(Kind kind, Act act, Sketch sketch) {
    return new Changed(
        new AlertStep(kind, now, act.by().value(), act.note().strip(), sketch.alert()));
  }
}
