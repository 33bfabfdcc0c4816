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
    List<AreaId> areas,
    List<SiteCalendar.DateRange> absent) {
  public Person {
    areas = List.copyOf(areas);
    absent = List.copyOf(absent);
  }

  /** Somebody who is never away. */
  public Person(
      PersonId id,
      String name,
      Role role,
      Optional<String> phone,
      Optional<String> card,
      Optional<LocalDate> healthCertificate,
      List<AreaId> areas) {
    this(id, name, role, phone, card, healthCertificate, areas, List.of());
  }

  /** Whether it is away on a day of the site: its shifts are its colleagues'. */
  public boolean isAbsent(LocalDate day) {
    return absent.stream().anyMatch(range -> range.contains(day));
  }
}
