package wuchang.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.domain.site.Site;

/** Which times are believed, to the millisecond (CONTRACT §3). */
class IntakeTimeTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00.500Z");
  private static final Site EAST = Sites.east(); // raw values are kept for 90 days

  private final Intake intake = new Intake(() -> EAST);

  private Reading reading(Duration before, boolean replay, boolean retained) {
    String payload =
        "{\"ts\":%d,\"replay\":%b,\"values\":{\"temperature\":4}}"
            .formatted(NOW.minus(before).toEpochMilli(), replay);
    return (Reading)
        intake
            .decode("wuchang/east/fridge-1/telemetry", payload.getBytes(UTF_8), retained, NOW)
            .observations()
            .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, false",
    "PT24H, false",
    "-PT5M, false",
    "PT24H, true",
    "-PT5M, true",
    "P90D, true",
  })
  void a_time_within_the_limits_is_believed(Duration before, boolean replay) {
    Reading reading = reading(before, replay, false);
    assertThat(reading.time()).isEqualTo(NOW.minus(before));
    assertThat(reading.flaw()).isEqualTo(Flaw.NONE);
    assertThat(reading.provenance()).isEqualTo(new Provenance(true, replay, false));
  }

  @ParameterizedTest
  @CsvSource({
    "PT24H0.001S, false",
    "-PT5M0.001S, false",
    "P365D, false",
    "P90DT0.001S, true",
    "-PT5M0.001S, true",
    "P20000D, true",
  })
  void a_time_beyond_them_gives_way_to_the_arrival(Duration before, boolean replay) {
    Reading reading = reading(before, replay, false);
    assertThat(reading.time()).isEqualTo(NOW);
    assertThat(reading.flaw()).isEqualTo(Flaw.CLOCK_SKEW);
    assertThat(reading.provenance()).isEqualTo(new Provenance(false, replay, false));
  }

  @ParameterizedTest
  @CsvSource({"P2D", "-PT1H"})
  void a_retained_state_that_is_not_believed_is_old_rather_than_skewed(Duration before) {
    Reading reading = reading(before, false, true);
    assertThat(reading.time()).isEqualTo(NOW);
    assertThat(reading.flaw()).isEqualTo(Flaw.RETAINED);
    assertThat(reading.provenance()).isEqualTo(new Provenance(false, false, true));
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807", "-9223372036854775808", "0"})
  void no_number_is_too_large_to_be_disbelieved(String ts) {
    String payload = "{\"ts\":" + ts + ",\"values\":{\"temperature\":4}}";
    Reading reading =
        (Reading)
            intake
                .decode("wuchang/east/fridge-1/telemetry", payload.getBytes(UTF_8), false, NOW)
                .observations()
                .get(0);
    assertThat(reading.time()).isEqualTo(NOW);
    assertThat(reading.flaw()).isEqualTo(Flaw.CLOCK_SKEW);
  }
}
