package wuchang.console.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;
import wuchang.domain.site.Site;

/**
 * Somebody who may come in. The id of a person of the configuration ties the account to the person.
 *
 * @param areas the areas a contractor works in, beside those that name the person as contractor
 * @param until the last day it may come in, in the site's time
 * @param oneTimePassword whether the password is still the one the system made up
 */
public record Account(
    PersonId id,
    Role role,
    Set<AreaId> areas,
    Optional<LocalDate> until,
    boolean disabled,
    boolean oneTimePassword) {
  public Account {
    areas = Set.copyOf(areas);
  }

  /** Whether it may come in on that day. */
  public boolean isOpenOn(LocalDate day) {
    return !disabled && until.filter(last -> day.isAfter(last)).isEmpty();
  }

  /** A contractor sees and does things in its own areas only, everybody else everywhere. */
  public boolean sees(AreaId area, Site site) {
    return role != Role.CONTRACTOR
        || areas.contains(area)
        || site.area(area).flatMap(a -> a.contractor()).filter(id::equals).isPresent();
  }
}
