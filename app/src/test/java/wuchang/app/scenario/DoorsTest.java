package wuchang.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.people.Badge;
import wuchang.simulators.people.Roster;
import wuchang.simulators.people.Walk;

class DoorsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final DeviceId DOOR = DeviceId.of("gate-3");

  @Test
  void only_who_works_there_goes_into_a_special_room() throws Exception {
    Site site = Shipped.read("canteen").scenario().site();
    Roster roster = Roster.of(site, 1);

    List<Walk> walks =
        MONDAY
            .datesUntil(MONDAY.plusDays(14))
            .flatMap(day -> roster.on(day).stream())
            .filter(walk -> walk.gate().equals(DOOR))
            .toList();

    assertThat(Roster.isSpecial(site, DOOR)).isTrue();
    assertThat(walks)
        .isNotEmpty()
        .allMatch(walk -> areas(walk.who(), site).contains(AreaId.of("cold-dish")));
  }

  @Test
  void somebody_works_elsewhere_and_may_go_in_wrongly() throws Exception {
    Site site = Shipped.read("canteen").scenario().site();
    Badge who = Roster.of(site, 1).unassigned(MONDAY, DOOR).orElseThrow();

    assertThat(areas(who, site)).doesNotContain(site.device(DOOR).map(Device::area).orElseThrow());
  }

  private static Set<AreaId> areas(Badge who, Site site) {
    return Set.copyOf(site.people().get(PersonId.of(who.person())).areas());
  }
}
