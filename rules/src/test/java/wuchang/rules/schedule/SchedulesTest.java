package wuchang.rules.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Meal;
import wuchang.domain.site.SiteCalendar;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;

/** Two weeks, quarter of an hour by quarter of an hour: every border is announced, and no other. */
class SchedulesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate CLOSED = LocalDate.of(2026, 1, 7);
  private static final LocalDate WORKED = LocalDate.of(2026, 1, 10);
  private static final long QUARTER = 900_000;
  private static final Meal BREAKFAST = meal("breakfast", "05:30-06:30", "06:30-08:30");
  private static final Meal LUNCH = meal("lunch", "08:30-11:00", "11:00-13:00");
  private static final SiteCalendar CALENDAR = calendar(List.of(LUNCH, BREAKFAST));

  @Test
  void declared_defrosts_last_as_long_as_they_may_over_midnight_too() {
    Schedule twice =
        new DailyTimes(
            List.of(LocalTime.of(3, 0), LocalTime.of(23, 45)), Duration.ofMinutes(45), ZONE);

    assertThat(twice.contains(at("2026-01-05T03:00"))).isTrue();
    assertThat(twice.contains(at("2026-01-05T03:45") - 1)).isTrue();
    assertThat(twice.contains(at("2026-01-05T03:45"))).isFalse();
    assertThat(twice.contains(at("2026-01-05T00:15"))).isTrue();
    assertThat(twice.contains(at("2026-01-05T00:30"))).isFalse();
    announcesEveryBorder(twice);
  }

  @Test
  void nights_and_windows_of_some_days() {
    announcesEveryBorder(new WeeklyWindow(DailyWindow.parse("22:00-05:00"), ZONE));
    announcesEveryBorder(new WeeklyWindow(DailyWindow.parse("sat 08:00-12:00"), ZONE));
    Schedule always = new WeeklyWindow(DailyWindow.parse("00:00-24:00"), ZONE);
    assertThat(always.nextChange(at("2026-01-05T12:00"))).isEqualTo(Kind.NEVER);
  }

  @Test
  void any_of_several() {
    Schedule both =
        new AnyOf(
            List.of(
                new WeeklyWindow(DailyWindow.parse("mon-fri 05:00-21:00"), ZONE),
                new WeeklyWindow(DailyWindow.parse("sat 08:00-12:00"), ZONE)));

    announcesEveryBorder(both);
    assertThat(new AnyOf(List.of()).nextChange(0)).isEqualTo(Kind.NEVER);
  }

  @Test
  void windows_of_meals_with_a_holiday_and_a_worked_weekend() {
    announcesEveryBorder(
        new MealWindows(List.of(LUNCH.service(), BREAKFAST.service()), CALENDAR, ZONE));
    announcesEveryBorder(
        new MealWindows(List.of(DailyWindow.parse("fri 22:00-01:00")), CALENDAR, ZONE));
  }

  @Test
  void services_that_are_near_are_seen_from_their_lead_to_their_end() {
    MealWindows services =
        new MealWindows(List.of(LUNCH.service(), BREAKFAST.service()), CALENDAR, ZONE);
    long lead = 30 * 60_000;
    long breakfast = at("2026-01-05T06:30");

    assertThat(services.around(breakfast - lead - 1, lead)).isEmpty();
    assertThat(services.around(breakfast - lead, lead))
        .containsExactly(new MealWindows.Span(breakfast, at("2026-01-05T08:30")));
    assertThat(services.around(at("2026-01-05T08:30"), lead)).isEmpty();
    assertThat(services.around(at("2026-01-05T08:00"), 180 * 60_000))
        .extracting(MealWindows.Span::from)
        .containsExactly(breakfast, at("2026-01-05T11:00"));
    assertThat(services.nextChange(at("2026-01-05T00:00"), lead)).isEqualTo(breakfast - lead);
    assertThat(services.nextChange(breakfast - lead, lead)).isEqualTo(breakfast);
    MealWindows none = new MealWindows(List.of(), CALENDAR, ZONE);
    assertThat(none.nextChange(0, lead)).isEqualTo(Kind.NEVER);
  }

  @Test
  void days_on_which_meals_are_served() {
    ServiceDays days = new ServiceDays(CALENDAR, ZONE);

    assertThat(days.isWorked(LocalDate.of(2026, 1, 5))).isTrue();
    assertThat(days.isWorked(CLOSED)).isFalse();
    assertThat(days.isWorked(WORKED)).isTrue();
    assertThat(days.isWorked(WORKED.plusDays(1))).isFalse();
    assertThat(days.sittings(LocalDate.of(2026, 1, 5)))
        .extracting(ServiceDays.Sitting::meal)
        .containsExactly("breakfast", "lunch");
  }

  @Test
  void without_meals_the_days_of_the_week_are_worked_but_for_the_closed_ones() {
    ServiceDays days = new ServiceDays(calendar(List.of()), ZONE);

    for (LocalDate day = LocalDate.of(2026, 1, 5);
        day.getDayOfMonth() < 19;
        day = day.plusDays(1)) {
      boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
      assertThat(days.isWorked(day))
          .as("%s", day)
          .isEqualTo(day.equals(WORKED) || weekday && !day.equals(CLOSED));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05,true,false,false",
    "2026-01-07,false,false,true",
    "2026-01-10,true,true,true",
    "2026-01-11,false,true,false"
  })
  void what_a_day_is(LocalDate date, boolean served, boolean weekend, boolean exception) {
    Days days = new Days(CALENDAR, ZONE);
    Days nameless = new Days(calendar(List.of()), ZONE);
    long day = date.toEpochDay();

    assertThat(days.isServed(day)).isEqualTo(served);
    assertThat(days.isOff(day)).isEqualTo(!served);
    assertThat(nameless.isOff(day)).isEqualTo(date.equals(CLOSED));
    assertThat(days.isWeekend(day)).isEqualTo(weekend);
    assertThat(days.isException(day)).isEqualTo(exception);
    assertThat(days.startOfHour(at(date + "T08:59"))).isEqualTo(at(date + "T08:00"));
    assertThat(days.at(day, 2 * 3_600_000)).isEqualTo(at(date + "T02:00"));
  }

  private static void announcesEveryBorder(Schedule schedule) {
    long begin = at("2026-01-05T00:00");
    for (long at = begin; at < begin + 14 * 96 * QUARTER; at += QUARTER) {
      long next = at + QUARTER;
      while (schedule.contains(next) == schedule.contains(at) && next < begin + 28 * 96 * QUARTER) {
        next += QUARTER;
      }
      assertThat(schedule.nextChange(at)).as("after %d", at).isEqualTo(next);
      assertThat(schedule.nextChange(at - 1)).as("after %d", at - 1).isLessThanOrEqualTo(next);
    }
  }

  private static Meal meal(String id, String prep, String service) {
    return new Meal(
        id,
        DailyWindow.parse("mon-fri " + prep),
        DailyWindow.parse("mon-fri " + service),
        DailyWindow.parse("mon-fri 13:00-14:00"));
  }

  private static SiteCalendar calendar(List<Meal> meals) {
    return new SiteCalendar(
        meals,
        DailyWindow.parse("22:00-05:00"),
        List.of(new SiteCalendar.DateRange(CLOSED, CLOSED)),
        Set.of(WORKED));
  }

  private static long at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant().toEpochMilli();
  }
}
