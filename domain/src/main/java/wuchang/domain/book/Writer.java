package wuchang.domain.book;

import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

/**
 * Who writes a record.
 *
 * @param only the areas it may write about, if not all
 */
public record Writer(PersonId id, Role role, Optional<Set<AreaId>> only) {
  public Writer {
    only = only.map(Set::copyOf);
  }

  /** Whether it may correct and carry on what somebody else has written. */
  public boolean standsIn() {
    return role.atLeast(Role.OPERATION);
  }

  /** Whether it may write about an area; about none in particular only who is bound to none. */
  public boolean mayWriteOf(Optional<AreaId> area) {
    return only.isEmpty() || area.filter(only.get()::contains).isPresent();
  }
}
