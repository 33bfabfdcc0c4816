package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** From 57 °C to 21 °C within two hours, and on to 5 °C within four more. */
class CoolingTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private final Cooling cooling = new Cooling("chiller", 57, 21, 5, 2 * HOUR, 4 * HOUR);
  private Cooling.Batch batch = cooling.blank(0);

  @Test
  void before_the_first_value_nothing_is_known_and_without_a_batch_all_is_right() {
    assertThat(cooling.verdict(batch, 0)).isEqualTo(Verdict.UNKNOWN);

    hear(0, 56.9);
    assertThat(cooling.verdict(batch, 9 * HOUR)).isEqualTo(Verdict.RIGHT);
    assertThat(cooling.changes(batch, 0)).isEqualTo(Kind.NEVER);
  }

  @Test
  void the_first_stage_is_due_two_hours_after_it_was_last_hot() {
    hear(0, 80);
    hear(10 * MINUTE, 57);
    hear(20 * MINUTE, 40);
    long due = 2 * HOUR + 10 * MINUTE;

    assertThat(cooling.changes(batch, 20 * MINUTE)).isEqualTo(due);
    assertThat(cooling.verdict(batch, due - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(cooling.verdict(batch, due)).isEqualTo(Verdict.CERTAIN);
    assertThat(cooling.since(batch, due)).isEqualTo(10 * MINUTE);
    assertThat(cooling.changes(batch, due)).isEqualTo(Kind.NEVER);
    assertThat(cooling.evidence(batch, due))
        .isEqualTo(
            Evidence.NONE
                .with("value", 40, Unit.CELSIUS)
                .with("limit", 21, Unit.CELSIUS)
                .with("began", Instant.ofEpochMilli(10 * MINUTE)));
  }

  @Test
  void the_second_stage_is_due_four_hours_after_it_was_lukewarm() {
    hear(0, 80);
    hear(HOUR, 21.1);
    hear(HOUR + MINUTE, 21);
    hear(2 * HOUR, 15);
    long due = 5 * HOUR + MINUTE;

    assertThat(cooling.changes(batch, 2 * HOUR)).isEqualTo(due);
    assertThat(cooling.verdict(batch, due - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(cooling.verdict(batch, due)).isEqualTo(Verdict.CERTAIN);
    assertThat(cooling.since(batch, due)).isEqualTo(HOUR + MINUTE);
    assertThat(cooling.evidence(batch, due))
        .isEqualTo(
            Evidence.NONE
                .with("value", 15, Unit.CELSIUS)
                .with("limit", 5, Unit.CELSIUS)
                .with("began", Instant.EPOCH));
  }

  @Test
  void cold_is_the_end_of_it_and_a_little_more_is_not() {
    hear(0, 80);
    hear(HOUR, 5.1);
    assertThat(cooling.verdict(batch, 9 * HOUR)).isEqualTo(Verdict.CERTAIN);

    hear(2 * HOUR, 5);
    assertThat(cooling.verdict(batch, 9 * HOUR)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void hot_anew_is_another_batch() {
    hear(0, 80);
    hear(HOUR, 20);
    hear(2 * HOUR, 57);

    assertThat(cooling.changes(batch, 2 * HOUR)).isEqualTo(4 * HOUR);
    assertThat(cooling.since(batch, 4 * HOUR)).isEqualTo(2 * HOUR);
  }

  @Test
  void a_probe_that_warms_by_more_than_three_kelvin_for_a_quarter_of_an_hour_is_out() {
    hear(0, 80);
    hear(HOUR, 15);
    hear(HOUR + MINUTE, 18.1);
    hear(HOUR + 16 * MINUTE - 1, 22);
    assertThat(cooling.verdict(batch, 9 * HOUR)).isEqualTo(Verdict.CERTAIN);

    hear(HOUR + 16 * MINUTE, 22);
    assertThat(cooling.verdict(batch, 9 * HOUR)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void three_kelvin_are_no_warming_and_what_cools_again_was_in_the_food() {
    hear(0, 80);
    hear(HOUR, 15);
    hear(HOUR + MINUTE, 18);
    hear(HOUR + 30 * MINUTE, 18);
    assertThat(cooling.verdict(batch, 9 * HOUR)).isEqualTo(Verdict.CERTAIN);

    hear(HOUR + 31 * MINUTE, 19);
    hear(HOUR + 40 * MINUTE, 17);
    hear(HOUR + 47 * MINUTE, 19);
    assertThat(cooling.verdict(batch, 9 * HOUR)).as("counted anew").isEqualTo(Verdict.CERTAIN);
  }

  private void hear(long at, double value) {
    batch =
        cooling.remember(
            batch,
            Reading.of(
                DeviceId.of("chiller"), Metric.TEMPERATURE, Instant.ofEpochMilli(at), value));
  }
}
