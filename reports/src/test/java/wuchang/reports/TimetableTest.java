package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.report.ReportKind;
import wuchang.reports.Timetable.Due;

class TimetableTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

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

  /**
   * Sydney's clocks go back on 2026-04-05 and forth on 2026-10-04; New York's on 2026-11-01 and
   * 2026-03-08.
   */
  @ParameterizedTest
  @CsvSource({
    "Australia/Sydney,2026-04-03T12:00:00Z", "Australia/Sydney,2026-10-02T12:00:00Z",
    "America/New_York,2026-03-06T12:00:00Z", "America/New_York,2026-10-30T12:00:00Z"
  })
  void each_day_of_a_week_in_which_the_clocks_change_is_recorded_when_it_ends(
      ZoneId zone, Instant start) {
    Timetable there = new Timetable(zone);
    List<LocalDate> closed = new ArrayList<>();
    for (Instant now = start; now.isBefore(start.plusSeconds(7 * 86_400)); now = now.plus(MINUTE)) {
      for (Due due : there.between(now.minus(MINUTE), now)) {
        if (due.day().equals(LocalDate.ofInstant(now, zone))) {
          closed.add(due.day());
        }
      }
    }

    assertThat(closed).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void a_day_that_ends_unseen_because_the_site_got_another_zone_is_recorded_within_the_hour() {
    Timetable tokyo = new Timetable(ZoneId.of("Asia/Tokyo"));
    Instant changed = at("23:30"); // half past midnight in Tokyo
    List<Due> due = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      Instant now = changed.plusSeconds(60 * minute);
      due.addAll(tokyo.between(now, now.plus(MINUTE)));
    }

    assertThat(due).contains(new Due(ReportKind.DAILY, Canteen.DAY));
  }

  private static Instant at(String time) {
    return Canteen.at(Canteen.DAY + "T" + time);
  }
}
