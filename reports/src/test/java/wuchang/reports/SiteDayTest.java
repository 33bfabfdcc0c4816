package wuchang.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteDayTest {
  // The day is 2026-11-23 in Shanghai; an empty end means that it goes on.
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:00, 2026-11-23T11:00, true",
    "2026-11-22T10:00, 2026-11-23T00:00, false",
    "2026-11-22T10:00, 2026-11-23T00:00:00.001, true",
    "2026-11-23T23:59:59.999, 2026-11-24T06:00, true",
    "2026-11-24T00:00, 2026-11-24T06:00, false",
    "2026-11-22T10:00, 2026-11-25T10:00, true",
    "2026-11-22T10:00, 2026-11-22T23:59, false",
    "2026-11-23T23:00, , true",
    "2026-11-01T00:00, , true",
    "2026-11-24T00:00, , false",
    "2026-11-23T00:00, 2026-11-23T00:00, true",
    "2026-11-23T12:00, 2026-11-23T12:00, true",
    "2026-11-24T00:00, 2026-11-24T00:00, false",
    "2026-11-22T23:59, 2026-11-22T23:59, false"
  })
  void an_alert_belongs_to_each_day_that_its_time_touches(
      String since, String until, boolean touches) {
    SiteDay day = new SiteDay(LocalDate.parse("2026-11-23"), ZoneId.of("Asia/Shanghai"));

    assertThat(day.touches(at(since, day), Optional.ofNullable(until).map(end -> at(end, day))))
        .isEqualTo(touches);
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 2026-11-23, 2026-11-22T16:00:00Z, 24",
    "Europe/London, 2026-03-28, 2026-03-28T00:00:00Z, 24",
    "Europe/London, 2026-03-29, 2026-03-29T00:00:00Z, 23",
    "Europe/London, 2026-10-25, 2026-10-24T23:00:00Z, 25",
    "Australia/Sydney, 2026-10-04, 2026-10-03T14:00:00Z, 23",
    "Australia/Lord_Howe, 2026-04-05, 2026-04-04T13:00:00Z, 24.5",
    "Asia/Beirut, 2026-03-29, 2026-03-28T22:00:00Z, 23",
    "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z, 0"
  })
  void a_day_lasts_from_midnight_to_midnight_also_where_clocks_change(
      ZoneId zone, LocalDate date, Instant from, double hours) {
    SiteDay day = new SiteDay(date, zone);

    assertThat(day.from()).isEqualTo(from);
    assertThat(Duration.between(day.from(), day.to()).toMinutes() / 60.0).isEqualTo(hours);
    assertThat(day.hasClockChange()).isEqualTo(hours != 24);
  }

  @ParameterizedTest
  @CsvSource({
    // 23:30 to 00:30 in winter time, across the end of the 25-hour day
    "2026-10-25T23:30:00Z, 2026-10-26T00:30:00Z, 2026-10-25, true",
    "2026-10-25T23:30:00Z, 2026-10-26T00:30:00Z, 2026-10-26, true",
    // the last half hour of the 24th is 22:30 to 23:00 in UTC
    "2026-10-24T22:30:00Z, 2026-10-24T23:00:00Z, 2026-10-24, true",
    "2026-10-24T22:30:00Z, 2026-10-24T23:00:00Z, 2026-10-25, false",
    "2026-10-24T22:30:00Z, 2026-10-24T23:00:01Z, 2026-10-25, true",
    // the hour that comes twice belongs to the day both times
    "2026-10-25T01:10:00Z, 2026-10-25T01:20:00Z, 2026-10-25, true",
    "2026-10-25T00:10:00Z, 2026-10-25T00:20:00Z, 2026-10-25, true",
    // the day after the 23-hour day begins at 23:00 in UTC
    "2026-03-29T22:30:00Z, 2026-03-29T23:00:00Z, 2026-03-30, false",
    "2026-03-29T23:00:00Z, 2026-03-29T23:10:00Z, 2026-03-30, true",
    "2026-03-29T23:00:00Z, 2026-03-29T23:10:00Z, 2026-03-29, false"
  })
  void midnight_is_the_sites_own_on_days_when_clocks_change(
      Instant since, Instant until, LocalDate date, boolean touches) {
    SiteDay day = new SiteDay(date, ZoneId.of("Europe/London"));

    assertThat(day.touches(since, Optional.of(until))).isEqualTo(touches);
  }

  @Test
  void a_day_that_never_was_is_touched_by_nothing() {
    SiteDay day = new SiteDay(LocalDate.parse("2011-12-30"), ZoneId.of("Pacific/Apia"));

    assertThat(day.touches(Instant.parse("2011-12-01T00:00:00Z"), Optional.empty())).isFalse();
  }

  private static Instant at(String local, SiteDay day) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), day.zone()).toInstant();
  }
}
