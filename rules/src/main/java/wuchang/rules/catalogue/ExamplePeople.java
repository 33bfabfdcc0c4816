package wuchang.rules.catalogue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.site.Area;
import wuchang.domain.site.Person;
import wuchang.domain.site.Role;

/**
 * Who works in the kitchen of every example, on 5 January 2026: {@code cook} with a certificate for
 * a year, {@code soon} for 20 days, {@code now} for 5, {@code late} until yesterday, {@code none}
 * without any, and {@code clerk}, who works elsewhere. The card of the cook is 0000000001.
 */
final class ExamplePeople {
  static final Map<PersonId, Person> ALL = all();

  private ExamplePeople() {}

  /** Where food is handled, and the cook is responsible. */
  static Area kitchen(AreaId id) {
    return new Area(
        id,
        Text.same(id.value()),
        Optional.of(PersonId.of("cook")),
        Optional.empty(),
        true,
        Optional.empty(),
        Map.of());
  }

  private static Map<PersonId, Person> all() {
    Map<PersonId, Person> people = new LinkedHashMap<>();
    for (Person person :
        List.of(
            person("cook", "2026-12-31", "area"),
            person("soon", "2026-01-24", "area"),
            person("now", "2026-01-09", "area"),
            person("late", "2026-01-04", "area"),
            person("none", "", "area"),
            person("clerk", "2026-12-31", "office"))) {
      people.put(person.id(), person);
    }
    return people;
  }

  private static Person person(String id, String certificate, String area) {
    return new Person(
        PersonId.of(id),
        id,
        Role.OPERATION,
        Optional.empty(),
        id.equals("cook") ? Optional.of("0000000001") : Optional.empty(),
        certificate.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(certificate)),
        List.of(AreaId.of(area)));
  }
}
