package wuchang.rules.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.Profile;
import wuchang.domain.SiteId;
import wuchang.domain.Text;
import wuchang.domain.site.DailyWindow;
import wuchang.domain.site.Escalation;
import wuchang.domain.site.Retention;
import wuchang.domain.site.RotaShift;
import wuchang.domain.site.Site;
import wuchang.domain.site.SiteCalendar;
import wuchang.rules.kernel.Periods;

class SitePeriodsTest {
  @Test
  void a_day_when_the_clocks_change_has_23_or_25_hours() {
    SitePeriods periods = new SitePeriods(site("Europe/London", List.of()));

    assertThat(day(periods, "2026-03-29T12:00:00Z")).isEqualTo(Duration.ofHours(23));
    assertThat(day(periods, "2026-10-25T12:00:00Z")).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void borders_are_midnight_and_the_edges_of_shifts() {
    SitePeriods periods = new SitePeriods(site("Asia/Shanghai", List.of()));

    assertThat(next(periods, "2026-03-01T13:59:59.999Z")).isEqualTo("2026-03-01T14:00:00Z");
    assertThat(next(periods, "2026-03-01T14:00:00Z")).isEqualTo("2026-03-01T16:00:00Z");
    assertThat(next(periods, "2026-03-01T16:00:00Z")).isEqualTo("2026-03-01T21:00:00Z");
  }

  @Test
  void a_night_shift_belongs_to_the_day_on_which_it_begins() {
    RotaShift night = new RotaShift(1, DailyWindow.parse("mon-fri 22:00-06:00"), List.of());
    RotaShift second = new RotaShift(2, DailyWindow.parse("08:00-09:00"), List.of());
    SitePeriods periods = new SitePeriods(site("Asia/Shanghai", List.of(night, second)));
    long atThree = Instant.parse("2026-03-06T19:00:00Z").toEpochMilli();

    assertThat(periods.touching(atThree, atThree))
        .filteredOn(span -> !span.period().isWholeDay())
        .singleElement()
        .satisfies(span -> assertThat(span.period().toString()).contains("2026-03-06", "22:00"))
        .satisfies(span -> assertThat(span.to() - span.from()).isEqualTo(8 * 3_600_000L));
    // Saturday has no shift of its own.
    long saturday = Instant.parse("2026-03-07T15:00:00Z").toEpochMilli();
    assertThat(periods.touching(saturday, saturday)).allMatch(span -> span.period().isWholeDay());
  }

  private static Duration day(SitePeriods periods, String at) {
    long instant = Instant.parse(at).toEpochMilli();
    return periods.touching(instant, instant).stream()
        .filter(span -> span.period().isWholeDay())
        .map((Periods.Span span) -> Duration.ofMillis(span.to() - span.from()))
        .findFirst()
        .orElseThrow();
  }

  private static String next(SitePeriods periods, String after) {
    return Instant.ofEpochMilli(periods.nextBorder(Instant.parse(after).toEpochMilli())).toString();
  }

  private static Site site(String zone, List<RotaShift> rota) {
    return new Site(
        SiteId.of("east"),
        Text.same("east"),
        ZoneId.of(zone),
        Profile.CN,
        0,
        new SiteCalendar(List.of(), DailyWindow.parse("22:00-05:00"), List.of(), Set.of()),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Escalation.DEFAULT,
        rota,
        Map.of(),
        Retention.DEFAULT);
  }
}
