package wuchang.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Consumption.Day;

class ConsumptionTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Nameplate PLATE = new Nameplate(OptionalDouble.empty(), 6, 0.01);
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private final List<Reading> readings = new ArrayList<>();

  private void shows(String time, double value) {
    Instant at = Instant.parse(time + ":00+08:00");
    readings.add(Reading.of(DeviceId.of("water"), Metric.WATER_TOTAL, at, value));
  }

  private List<Day> days() {
    return Consumption.daily(readings, PLATE, ZONE);
  }

  @Test
  void a_day_is_what_passed_between_its_midnights() {
    shows("2026-01-05T00:00", 10);
    for (int hour = 1; hour < 24; hour++) {
      shows("2026-01-05T%02d:00".formatted(hour), 10 + hour);
    }
    shows("2026-01-06T00:00", 34);
    shows("2026-01-06T01:00", 34);

    assertThat(days()).hasSize(2);
    assertThat(days().get(0)).isEqualTo(new Day(MONDAY, 24, false));
    assertThat(days().get(1)).isEqualTo(new Day(MONDAY.plusDays(1), 0, true));
  }

  @Test
  void what_passed_unheard_over_midnight_is_spread_and_said_to_be_so() {
    shows("2026-01-05T00:00", 10);
    shows("2026-01-05T22:00", 20);
    shows("2026-01-06T04:00", 26);
    shows("2026-01-06T23:30", 27);

    assertThat(days().get(0).amount()).isCloseTo(12, within(1e-9));
    assertThat(days().get(1).amount()).isCloseTo(5, within(1e-9));
    assertThat(days()).allMatch(Day::incomplete);
  }

  @Test
  void a_silence_within_a_day_leaves_its_sum_complete() {
    shows("2026-01-05T00:00", 10);
    shows("2026-01-05T08:00", 12);
    shows("2026-01-05T23:50", 20);

    assertThat(days()).containsExactly(new Day(MONDAY, 10, false));
  }

  @Test
  void a_counter_that_begins_again_makes_its_day_incomplete_and_is_not_booked_as_nothing() {
    shows("2026-01-05T00:00", 100);
    shows("2026-01-05T12:00", 105);
    shows("2026-01-05T13:00", 0.5);
    shows("2026-01-05T23:30", 2.5);

    assertThat(days()).hasSize(1);
    assertThat(days().get(0).amount()).isCloseTo(7.5, within(1e-9));
    assertThat(days().get(0).incomplete()).isTrue();
  }

  @Test
  void a_meter_that_was_first_heard_at_noon_has_half_a_day() {
    shows("2026-01-05T12:00", 100);
    shows("2026-01-05T23:30", 101);

    assertThat(days()).containsExactly(new Day(MONDAY, 1, true));
  }
}
