package wuchang.app.config;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.AreaId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Person;
import wuchang.domain.site.Role;
import wuchang.domain.site.SiteCalendar.DateRange;

/** The section {@code people}. */
final class PeopleReader {
  private static final Form<Role> ROLE =
      Form.word("role", Arrays.stream(Role.values()).map(Role::word).toList(), Role::of);

  private final Form<AreaId> area;

  PeopleReader(Register register) {
    this.area = Form.reference("area", "an area", register.areas(), AreaId::of);
  }

  List<Person> read(Section root) {
    return root.get(
        "people", Form.section("a person with id, name and role", this::person).list(), List.of());
  }

  private Optional<Person> person(Section person) {
    Optional<PersonId> id = person.need("id", As.id(PersonId::of));
    Optional<String> name = person.need("name", As.TEXT);
    Optional<Role> role = person.need("role", ROLE);
    Optional<String> phone = person.get("phone", As.TEXT);
    Optional<String> card = person.get("card", As.TEXT);
    Optional<LocalDate> certificate = person.get("health-certificate", When.DATE);
    List<AreaId> areas = person.get("areas", area.list(), List.of());
    List<DateRange> absent = person.get("absent", CalendarReader.DATES.list(), List.of());
    if (id.isEmpty() || name.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Person(id.get(), name.get(), role.get(), phone, card, certificate, areas, absent));
  }
}
