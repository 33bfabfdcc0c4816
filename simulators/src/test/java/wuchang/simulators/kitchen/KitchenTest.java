package wuchang.simulators.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Meal;
import wuchang.domain.site.SiteCalendar;

class KitchenTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DailyWindow NIGHT = DailyWindow.parse("22:00-05:00");
  private static final Kitchen KITCHEN =
      new Kitchen(
          new SiteCalendar(
              List.of(
                  meal("lunch", "08:30-11:00", "11:00-13:00", "13:00-14:30"),
                  meal("dinner", "15:00-17:00", "17:00-19:00", "19:00-20:30")),
              NIGHT,
              List.of(
                  new SiteCalendar.DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7))),
              Set.of(LocalDate.of(2026, 10, 10))),
          ZONE,
          800);

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:29, CLOSED",
    "2026-11-23T08:30, PREPARING",
    "2026-11-23T11:00, SERVING",
    "2026-11-23T13:00, CLEANING",
    "2026-11-23T14:30, QUIET",
    "2026-11-23T15:00, PREPARING",
    "2026-11-23T20:29, CLEANING",
    "2026-11-23T20:30, CLOSED",
    "2026-11-22T12:00, CLOSED",
    "2026-10-02T12:00, CLOSED",
    "2026-10-10T12:00, SERVING",
  })
  void follows_the_calendar(LocalDateTime local, Bustle expected) {
    assertThat(KITCHEN.bustle(local.atZone(ZONE).toInstant())).isEqualTo(expected);
  }

  @Test
  void without_meals_works_by_day() {
    Kitchen plain = new Kitchen(new SiteCalendar(List.of(), NIGHT, List.of(), Set.of()), ZONE, 100);

    assertThat(plain.bustle(LocalDateTime.of(2026, 11, 22, 6, 0).atZone(ZONE).toInstant()))
        .isEqualTo(Bustle.QUIET);
    assertThat(plain.bustle(LocalDateTime.of(2026, 11, 22, 20, 0).atZone(ZONE).toInstant()))
        .isEqualTo(Bustle.CLOSED);
  }

  @Test
  void is_warmest_when_it_cooks_in_the_afternoon() {
    var afternoon = LocalDateTime.of(2026, 11, 23, 15, 0).atZone(ZONE).toInstant();
    var night = LocalDateTime.of(2026, 11, 23, 3, 0).atZone(ZONE).toInstant();

    assertThat(KITCHEN.warmth(afternoon, Bustle.SERVING)).isBetween(28.0, 31.0);
    assertThat(KITCHEN.warmth(night, Bustle.CLOSED)).isBetween(21.0, 24.0);
  }

  private static Meal meal(String id, String prep, String service, String cleaning) {
    return new Meal(id, days(prep), days(service), days(cleaning));
  }

  private static DailyWindow days(String times) {
    return DailyWindow.parse("mon-fri " + times);
  }
}
