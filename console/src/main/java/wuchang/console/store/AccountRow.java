package wuchang.console.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Role;

/**
 * An account as it stands in the file.
 *
 * @param hash the encoded Argon2id hash of the password
 * @param areas the areas a contractor works in
 * @param until the last day an inspector may come in, in the site's time
 * @param oneTime whether the password was made up by the system and is to be replaced
 * @param stamp grows when the password changes or the account is disabled; sessions of an older
 *     stamp are over
 */
public record AccountRow(
    PersonId id,
    Role role,
    String hash,
    Set<AreaId> areas,
    Optional<LocalDate> until,
    boolean disabled,
    boolean oneTime,
    long stamp) {
  public AccountRow {
    areas = Set.copyOf(areas);
  }

  /** Never the hash. */
  @Override
  public String toString() {
    return "account " + id + " (" + role.word() + ")";
  }
}
