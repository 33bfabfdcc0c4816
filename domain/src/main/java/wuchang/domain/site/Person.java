package wuchang.domain.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;

/** Somebody who works at the site. Phone and card are personal data: never logged. */
public record Person(
    PersonId id,
    String name,
    Role role,
    Optional<String> phone,
    Optional<String> card,
    Optional<LocalDate> healthCertificate,
    List<AreaId> areas) {
  public Person {
    areas = List.copyOf(areas);
  }
}
