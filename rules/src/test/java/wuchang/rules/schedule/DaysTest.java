package wuchang.rules.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.SiteCalendar;

class DaysTest {
  private static final SiteCalendar CALENDAR =
      new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(), Set.of());
  private static final long QUARTER = 15 * 60_000;

  @ParameterizedTest
  @ValueSource(
      strings = {"Asia/Shanghai", "Europe/London", "Australia/Lord_Howe", "America/St_Johns"})
  void day_and_hour_of_the_week_are_those_of_the_sites_clock_all_year(String zone) {
    ZoneId site = ZoneId.of(zone);
    Days days = new Days(CALENDAR, site);
    long begin = Instant.parse("2025-12-31T00:00:00Z").toEpochMilli();
    for (long at = begin; at < begin + 370L * 86_400_000; at += QUARTER) {
      for (long instant : new long[] {at - 1, at, -at}) {
        ZonedDateTime local = Instant.ofEpochMilli(instant).atZone(site);
        assertThat(days.dayOf(instant)).isEqualTo(local.toLocalDate().toEpochDay());
        assertThat(days.hourOfWeek(instant))
            .isEqualTo((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour());
      }
    }
  }
}
