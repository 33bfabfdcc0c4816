package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import wuchang.domain.report.ReportKind;
import wuchang.reports.Timetable.Due;

class TimetableTest {
  private final Timetable timetable = new Timetable(Canteen.ZONE);

  @Test
  void a_day_is_recorded_one_minute_before_it_ends_in_the_sites_time() {
    Due today = new Due(ReportKind.DAILY, Canteen.DAY);

    assertThat(timetable.between(at("23:57"), at("23:58"))).doesNotContain(today);
    assertThat(timetable.between(at("23:58"), at("23:59"))).containsExactly(today);
    assertThat(timetable.between(at("23:59"), at("23:59").plusSeconds(59))).isEmpty();
  }

  @Test
  void what_was_slept_through_is_made_up_for() {
    assertThat(timetable.between(at("12:00"), at("12:00").plusSeconds(2 * 86_400)))
        .contains(
            new Due(ReportKind.DAILY, Canteen.DAY),
            new Due(ReportKind.DAILY, Canteen.DAY.plusDays(1)));
  }

  @Test
  void yesterday_is_looked_at_every_hour_and_more_every_night() {
    assertThat(timetable.between(at("10:59"), at("11:00")))
        .containsExactly(new Due(ReportKind.DAILY, Canteen.DAY.minusDays(1)));
    assertThat(timetable.between(at("01:09"), at("01:10")))
        .contains(
            new Due(ReportKind.DAILY, Canteen.DAY.minusDays(35)),
            new Due(ReportKind.WEEKLY, Canteen.DAY.minusWeeks(1)),
            new Due(ReportKind.MONTHLY, LocalDate.parse("2026-10-31")));
  }

  private static Instant at(String time) {
    return Canteen.at(Canteen.DAY + "T" + time);
  }
}
