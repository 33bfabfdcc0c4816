package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;

/** No more than ten kelvin a minute from the last that was believed. */
class PlausibilityTest {
  private final Plausibility four = Plausibility.of(10).after(air(0, 4));

  @Test
  void the_first_is_believed_whatever_it_is() {
    assertThat(Plausibility.of(10).judged(air(0, 400)).flaw()).isEqualTo(Flaw.NONE);
  }

  @Test
  void within_a_minute_as_much_is_allowed_as_in_a_whole_one() {
    assertThat(four.judged(air(1, 14)).flaw()).isEqualTo(Flaw.NONE);
    assertThat(four.judged(air(1, 14.1)).flaw()).isEqualTo(Flaw.JUMP);
    assertThat(four.judged(air(1, -6)).flaw()).isEqualTo(Flaw.NONE);
    assertThat(four.judged(air(1, -6.1)).flaw()).isEqualTo(Flaw.JUMP);
  }

  @Test
  void the_allowance_grows_with_time() {
    assertThat(four.judged(air(120, 24)).flaw()).isEqualTo(Flaw.NONE);
    assertThat(four.judged(air(120, 24.1)).flaw()).isEqualTo(Flaw.JUMP);
    assertThat(four.judged(air(90, 19)).flaw()).isEqualTo(Flaw.NONE);
  }

  @Test
  void a_jump_is_not_what_the_next_is_measured_by() {
    Plausibility after = four.after(four.judged(air(60, 40)));

    assertThat(after).isEqualTo(four);
    assertThat(after.judged(air(120, 5)).flaw()).isEqualTo(Flaw.NONE);
    assertThat(four.after(air(60, 5)).judged(air(120, 15)).flaw()).isEqualTo(Flaw.NONE);
  }

  @Test
  void a_reading_that_is_bad_already_keeps_its_flaw() {
    Reading sentinel =
        new Reading(
            DeviceId.of("a"),
            Metric.TEMPERATURE,
            Instant.ofEpochSecond(1),
            -127,
            Flaw.SENTINEL,
            Provenance.LIVE,
            Instant.ofEpochSecond(1));

    assertThat(four.judged(sentinel)).isSameAs(sentinel);
    assertThat(four.after(sentinel)).isSameAs(four);
  }

  @Test
  void only_temperatures_are_checked_and_only_where_there_is_a_limit() {
    Reading power = Reading.of(DeviceId.of("a"), Metric.DOOR_OPEN, Instant.ofEpochSecond(1), 9_000);
    Plausibility any = Plausibility.of(Double.POSITIVE_INFINITY);

    assertThat(four.judged(power)).isSameAs(power);
    assertThat(four.after(power)).isSameAs(four);
    assertThat(any.after(air(0, 4))).isSameAs(any);
  }

  private static Reading air(long second, double value) {
    return Reading.of(DeviceId.of("a"), Metric.TEMPERATURE, Instant.ofEpochSecond(second), value);
  }
}
