package wuchang.simulators.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.EastCanteen;

class RosterTest {
  private static final Site SITE = EastCanteen.site();
  private static final Roster ROSTER = Roster.of(SITE, 1);
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Test
  void those_who_work_come_shortly_before_their_shift_and_shifts_change_weekly() {
    List<Walk> arrivals = ROSTER.arrivals(MONDAY);
    List<Walk> nextWeek = ROSTER.arrivals(MONDAY.plusWeeks(1));

    assertThat(arrivals).extracting(w -> w.who().person()).containsExactlyInAnyOrder("zhang", "li");
    assertThat(time(arrivals.get(0))).isBetween(LocalTime.of(5, 0), LocalTime.of(5, 30));
    assertThat(time(arrivals.get(1))).isBetween(LocalTime.of(11, 30), LocalTime.of(12, 0));
    assertThat(nextWeek.get(0).who()).isEqualTo(arrivals.get(1).who());
  }

  @Test
  void another_seed_is_another_crew_and_the_same_seed_the_same() {
    assertThat(Roster.of(SITE, 1).on(MONDAY)).isEqualTo(ROSTER.on(MONDAY));
    assertThat(Roster.of(SITE, 2).on(MONDAY)).isNotEqualTo(ROSTER.on(MONDAY));
    assertThat(Roster.of(SITE, 2).arrivals(MONDAY)).hasSameSizeAs(ROSTER.arrivals(MONDAY));
  }

  @Test
  void everybody_who_comes_leaves_again() {
    for (int day = 0; day < 14; day++) {
      int inside = 0;
      for (Walk walk : ROSTER.on(MONDAY.plusDays(day))) {
        inside +=
            switch (walk.way()) {
              case ENTERS -> 1;
              case LEAVES, LEAVES_BY_CARD -> -1;
              case TAKES_IN_GOODS -> 0;
            };
        assertThat(inside).isNotNegative();
      }
      assertThat(inside).isZero();
    }
  }

  @Test
  void nearly_nobody_comes_on_a_day_off_and_goods_come_on_working_days_only() {
    List<Walk> sunday = ROSTER.on(MONDAY.minusDays(1));

    assertThat(sunday).hasSizeLessThan(5);
    assertThat(ROSTER.arrivals(MONDAY.minusDays(1))).isEmpty();
    assertThat(ROSTER.visits(MONDAY.minusDays(1))).isEmpty();
    assertThat(ROSTER.on(MONDAY)).anyMatch(w -> w.way() == Walk.Way.TAKES_IN_GOODS);
  }

  @Test
  void visitors_have_an_appointment_and_leave_before_their_pass_ends() {
    List<Visit> visits =
        MONDAY.datesUntil(MONDAY.plusWeeks(4)).flatMap(d -> ROSTER.visits(d).stream()).toList();

    assertThat(visits.size()).isBetween(8, 60);
    assertThat(visits)
        .allMatch(v -> v.from().isBefore(v.leaves()) && v.leaves().isBefore(v.until()))
        .allMatch(v -> !v.host().isEmpty() && v.card().matches("99[0-9]{8}"));
  }

  @Test
  void whose_certificate_has_run_out_does_not_work() {
    assertThat(ROSTER.uncertified(MONDAY)).contains(new Badge("wu", "0012345679"));
    assertThat(ROSTER.uncertified(LocalDate.of(2026, 8, 31))).isEmpty();
    assertThat(ROSTER.arrivals(LocalDate.of(2026, 8, 31)))
        .extracting(w -> w.who().person())
        .contains("wu");
  }

  private static LocalTime time(Walk walk) {
    return SITE.local(walk.at()).toLocalTime();
  }
}
