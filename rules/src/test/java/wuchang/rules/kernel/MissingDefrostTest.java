package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/** A freezer that has defrosted every eight hours for five days, and then does no more. */
class MissingDefrostTest {
  private static final DeviceId FREEZER = DeviceId.of("freezer");
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int MINUTE = 60_000;
  private static final int LAST = 5 * 24 * 60 - 8 * 60;
  private static final int BLIPS = 5 * 60;

  private final DefrostHealth health =
      new DefrostHealth(45L * MINUTE, 6, Duration.ofHours(72).toMillis(), 10L * MINUTE);

  @Test
  void none_for_three_days_is_wrong_though_a_door_is_opened_for_a_moment_now_and_then() {
    DefrostHealth.Seen seen = health.blank(START.toEpochMilli());

    for (int minute = 0; minute < LAST + 71 * 60; minute++) {
      seen = health.remember(seen, air(minute));
      assertThat(health.verdict(seen, at(minute))).as("minute %d", minute).isEqualTo(Verdict.RIGHT);
    }
    for (int minute = LAST + 71 * 60; minute < LAST + 73 * 60; minute++) {
      seen = health.remember(seen, air(minute));
    }
    assertThat(health.verdict(seen, at(LAST + 73 * 60 - 1))).isEqualTo(Verdict.CERTAIN);
  }

  private static long at(int minute) {
    return START.toEpochMilli() + (long) minute * MINUTE;
  }

  private static Reading air(int minute) {
    boolean defrosts = minute >= 8 * 60 && minute <= LAST + 25 && minute % (8 * 60) < 25;
    boolean blips = minute > LAST + 60 && minute % BLIPS < 7;
    double celsius = defrosts ? -10 : blips ? -16.5 : -20;
    return Reading.of(FREEZER, Metric.TEMPERATURE, Instant.ofEpochMilli(at(minute)), celsius);
  }
}
