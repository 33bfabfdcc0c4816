package wuchang.rules.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.SiteCalendar;
import wuchang.rules.kernel.Kind;

class MealWindowsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final SiteCalendar CALENDAR =
      new SiteCalendar(
          List.of(),
          DailyWindow.parse("22:00-05:00"),
          List.of(new SiteCalendar.DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7))),
          Set.of(LocalDate.of(2026, 10, 10)));
  private static final MealWindows LUNCH = windows("mon-fri 11:00-13:00");

  @Test
  void a_window_includes_its_start_and_not_its_end() {
    assertThat(LUNCH.contains(at("2026-09-30T11:00"))).isTrue();
    assertThat(LUNCH.contains(at("2026-09-30T12:59"))).isTrue();
    assertThat(LUNCH.contains(at("2026-09-30T13:00"))).isFalse();
  }

  @Test
  void closed_days_have_none_and_worked_weekends_have_them() {
    assertThat(LUNCH.contains(at("2026-10-05T12:00"))).isFalse();
    assertThat(LUNCH.contains(at("2026-10-10T12:00"))).isTrue();
    assertThat(LUNCH.contains(at("2026-10-11T12:00"))).isFalse();
  }

  @Test
  void the_next_change_is_after_the_holiday() {
    assertThat(LUNCH.nextChange(at("2026-09-30T11:30"))).isEqualTo(at("2026-09-30T13:00"));
    assertThat(LUNCH.nextChange(at("2026-09-30T13:00"))).isEqualTo(at("2026-10-08T11:00"));
  }

  @Test
  void a_window_over_midnight_belongs_to_its_first_day() {
    MealWindows supper = windows("fri 22:00-01:00");

    assertThat(supper.contains(at("2026-09-26T00:30"))).isTrue();
    assertThat(supper.contains(at("2026-09-27T00:30"))).isFalse();
    assertThat(supper.nextChange(at("2026-09-26T00:30"))).isEqualTo(at("2026-09-26T01:00"));
  }

  @Test
  void a_holiday_too_long_to_see_the_end_of_ends_all_the_same() {
    SiteCalendar.DateRange summer =
        new SiteCalendar.DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
    SiteCalendar closed =
        new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(summer), Set.of());
    MealWindows lunch =
        new MealWindows(List.of(DailyWindow.parse("mon-fri 11:00-13:00")), closed, ZONE);

    assertThat(lunch.nextChange(at("2026-01-05T12:00"))).isEqualTo(Kind.NEVER);
    assertThat(lunch.nextChange(at("2026-01-05T12:00"), 1)).isEqualTo(Kind.NEVER);
    assertThat(lunch.contains(at("2026-07-01T12:00"))).isTrue();
    assertThat(lunch.around(at("2026-07-01T12:00"), 1)).hasSize(1);
  }

  @Test
  void without_meals_nothing_ever_changes() {
    MealWindows none = new MealWindows(List.of(), CALENDAR, ZONE);

    assertThat(none.nextChange(at("2026-09-30T11:30"))).isEqualTo(Kind.NEVER);
  }

  private static MealWindows windows(String window) {
    return new MealWindows(List.of(DailyWindow.parse(window)), CALENDAR, ZONE);
  }

  private static long at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant().toEpochMilli();
  }
}
