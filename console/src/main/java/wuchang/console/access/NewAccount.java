package wuchang.console.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

/** An account to be made. */
public record NewAccount(PersonId id, Role role, Set<AreaId> areas, Optional<LocalDate> until) {
  public NewAccount {
    areas = Set.copyOf(areas);
  }

  public static NewAccount of(PersonId id, Role role) {
    return new NewAccount(id, role, Set.of(), Optional.empty());
  }
}
