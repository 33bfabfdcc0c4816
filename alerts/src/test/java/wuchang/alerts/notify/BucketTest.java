package wuchang.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Severity;

/** Two messages a minute and one more that is critical; two a second; half hours are spared. */
class BucketTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:10:00Z");
  private static final Allowance MINUTE = new Allowance(2, 3, 0, false);
  private static final Allowance SECOND = new Allowance(9, 9, 2, false);
  private static final Allowance SPARING = new Allowance(9, 9, 0, true);

  private final Bucket bucket = new Bucket();

  @Test
  void what_is_over_the_ordinary_is_a_reserve_for_the_critical() {
    take(MINUTE, 2);

    assertThat(bucket.holds(Severity.MAJOR, MINUTE, NOW)).contains(WaitReason.RATE_USED_UP);
    assertThat(bucket.holds(Severity.CRITICAL, MINUTE, NOW)).isEmpty();
    take(MINUTE, 1);
    assertThat(bucket.holds(Severity.CRITICAL, MINUTE, NOW)).contains(WaitReason.RATE_USED_UP);
  }

  @Test
  void a_token_comes_back_a_minute_and_a_second_after_it_was_taken() {
    take(MINUTE, 2);

    assertThat(bucket.holds(Severity.MAJOR, MINUTE, NOW.plusSeconds(61).minusMillis(1)))
        .contains(WaitReason.RATE_USED_UP);
    assertThat(bucket.holds(Severity.MAJOR, MINUTE, NOW.plusSeconds(61))).isEmpty();
  }

  @Test
  void within_a_second_only_so_many_go() {
    take(SECOND, 1);
    assertThat(bucket.holds(Severity.MAJOR, SECOND, NOW)).isEmpty();
    take(SECOND, 1);

    assertThat(bucket.holds(Severity.CRITICAL, SECOND, NOW.plusMillis(1_099)))
        .contains(WaitReason.RATE_USED_UP);
    assertThat(bucket.holds(Severity.CRITICAL, SECOND, NOW.plusMillis(1_100))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "02:00:00, true",
    "02:00:59, true",
    "02:01:00, false",
    "02:29:59, false",
    "02:30:00, true",
    "02:31:00, false",
  })
  void at_a_full_or_half_hour_only_what_is_critical_goes(String time, boolean spared) {
    Instant at = Instant.parse("2026-11-23T" + time + "Z");

    assertThat(bucket.holds(Severity.MAJOR, SPARING, at))
        .isEqualTo(
            spared ? Optional.of(WaitReason.SPARED_HALF_HOUR) : Optional.<WaitReason>empty());
    assertThat(bucket.holds(Severity.CRITICAL, SPARING, at)).isEmpty();
    assertThat(bucket.holds(Severity.MAJOR, MINUTE, at)).isEmpty();
  }

  @Test
  void a_channel_that_asked_for_rest_takes_nothing_until_its_end_whatever_was_asked_later() {
    bucket.rest(NOW.plusSeconds(60));
    bucket.rest(NOW.plusSeconds(30));

    assertThat(bucket.rests()).isEqualTo(NOW.plusSeconds(60));
    assertThat(bucket.holds(Severity.CRITICAL, Allowance.UNLIMITED, NOW.plusSeconds(59)))
        .contains(WaitReason.CHANNEL_RESTS);
    assertThat(bucket.holds(Severity.CRITICAL, Allowance.UNLIMITED, NOW.plusSeconds(60))).isEmpty();
  }

  private void take(Allowance allowance, int times) {
    for (int i = 0; i < times; i++) {
      bucket.take(allowance, NOW);
    }
  }
}
