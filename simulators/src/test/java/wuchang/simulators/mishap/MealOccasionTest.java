package wuchang.simulators.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.DeviceId;
import wuchang.domain.site.Site;
import wuchang.simulators.canteen.FullCanteen;

/** Lunch is served from 11:00 to 13:00 on weekdays; cabinets have only lunch in their plan. */
class MealOccasionTest {
  private static final Site SITE = FullCanteen.site();

  @ParameterizedTest
  @CsvSource({
    "bath-cold, hot-1, 02:29, 08:01, HOT-01",
    "bath-cold, hot-1, 02:31, 08:01, ''",
    "bath-cold, hot-1, 06:59, 12:40, ''",
    "bath-cold, hot-1, 21:00, 23:30, ''",
    "lukewarm-food, hot-1, 11:30, 12:30, HOT-01",
    "lukewarm-food, hot-1, 12:45, 13:30, ''",
    "lukewarm-food, hot-1, 14:45, 15:30, ''",
    "cycle-skipped, by-infrared, 07:30, 11:00, DIS-02",
    "cycle-skipped, by-infrared, 13:00, 17:00, ''",
    "cycle-late, by-uv, 07:30, 11:00, DIS-02",
    "cabinet-heater-dead, by-steam, 07:30, 11:00, DIS-02",
    "cabinet-heater-dead, by-chemical, 07:30, 11:00, ''",
    "thermostat-low, by-boiling, 01:00, 03:00, DIS-01",
    "thermostat-low, by-ozone, 01:00, 03:00, ''",
    "cabinet-overheat, by-infrared, 01:00, 02:00, DIS-04",
    "cabinet-overheat, by-uv, 01:00, 02:00, ''",
    "uv-skipped, uv-1, 08:00, 11:00, ROOM-02",
    "uv-skipped, uv-1, 09:00, 13:00, ''",
    "air-conditioner-dead, room-1, 10:30, 12:00, ROOM-01",
    "air-conditioner-dead, room-1, 01:00, 04:00, ''",
    "uv-out-of-turn, uv-1, 01:00, 01:30, benign:uv-out-of-turn"
  })
  void it_is_wrong_where_a_meal_suffers(
      String word, String device, String from, String until, String expected) {
    MishapKind kind = MishapKind.of(word).orElseThrow();
    Mishap mishap = new Mishap(kind, DeviceId.of(device), at(from), at(until), 1);

    List<String> kinds = Label.of(mishap, SITE, 1).stream().map(Label::kind).toList();

    assertThat(kinds).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-24T07:00:00+08:00, true", "2026-11-25T14:00:00+08:00, false"})
  void what_is_skipped_for_days_is_stored_too_long_when_it_is_used(String onset, boolean midweek) {
    Instant from = Instant.from(OffsetDateTime.parse(onset));
    Instant until = from.plusSeconds((midweek ? 60 : 20) * 3_600);
    Mishap mishap =
        new Mishap(CabinetMishap.CYCLE_SKIPPED, DeviceId.of("by-steam"), from, until, 1);

    List<String> kinds = Label.of(mishap, SITE, 1).stream().map(Label::kind).toList();

    assertThat(kinds.contains("DIS-05")).isEqualTo(midweek);
  }

  /** A Tuesday. */
  private static Instant at(String time) {
    return Instant.from(OffsetDateTime.parse("2026-11-24T" + time + ":00+08:00"));
  }
}
