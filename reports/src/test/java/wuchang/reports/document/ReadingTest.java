package wuchang.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Language;

class ReadingTest {
  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 2026-11-23T02:00:00Z, 2026-11-23 10:00:00",
    "Asia/Shanghai, 2026-11-22T16:00:00Z, 2026-11-23 00:00:00",
    "Europe/London, 2026-07-01T10:00:00Z, 2026-07-01 11:00:00",
    "Europe/London, 2026-10-25T00:30:00Z, 2026-10-25 01:30:00 +01:00",
    "Europe/London, 2026-10-25T01:30:00Z, 2026-10-25 01:30:00 +00:00"
  })
  void times_are_the_sites_and_never_mean_two_instants(ZoneId zone, Instant at, String written) {
    assertThat(new Reading(Language.ZH, zone).of(at)).isEqualTo(written);
  }
}
