package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/** A freezer whose defrosts last an hour at most, come twice a day at most, and once in 3 days. */
class DefrostHealthTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long GAP = 10 * MINUTE;

  private final DefrostHealth health = new DefrostHealth(HOUR, 2, 3 * DAY, GAP);
  private DefrostHealth.Seen seen = health.blank(0);
  private long now;

  @Test
  void a_usual_defrost_is_right() {
    calm(HOUR);
    defrost(30 * MINUTE);

    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void one_that_is_high_for_too_long_is_wrong_since_it_began() {
    calm(HOUR);
    long onset = now;
    high(HOUR);

    assertThat(health.changes(seen, onset + 30 * MINUTE)).isEqualTo(onset + HOUR);
    assertThat(health.verdict(seen, onset + HOUR - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(health.verdict(seen, onset + HOUR)).isEqualTo(Verdict.CERTAIN);
    assertThat(health.since(seen, onset + HOUR)).isEqualTo(onset);
    assertThat(health.changes(seen, onset + HOUR)).isEqualTo(Kind.NEVER);
    assertThat(health.evidence(seen, onset + HOUR))
        .isEqualTo(Evidence.NONE.with("fault", "overrun").with("lasted", Duration.ofMillis(HOUR)));
  }

  @Test
  void what_cools_in_time_is_no_overrun_though_it_is_not_back() {
    calm(HOUR);
    long onset = now;
    high(50 * MINUTE);
    hear(onset + 52 * MINUTE, -14);

    assertThat(health.verdict(seen, onset + HOUR)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void an_overrun_stays_one_while_it_cools_and_ends_when_it_is_back() {
    calm(HOUR);
    long onset = now;
    high(HOUR);
    hear(onset + HOUR, -8);
    hear(onset + HOUR + 2 * MINUTE, -14);
    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.CERTAIN);

    hear(onset + HOUR + 4 * MINUTE, -18);
    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void what_rose_behind_an_open_door_is_no_defrost() {
    calm(HOUR);
    door(now, 1);
    high(2 * HOUR);

    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.RIGHT);
    assertThat(health.changes(seen, now)).isEqualTo(Kind.NEVER);
  }

  @Test
  void one_more_than_so_many_in_a_day_is_wrong_since_it_began_and_until_the_day_is_past() {
    calm(HOUR);
    long first = now;
    defrost(30 * MINUTE);
    calm(5 * HOUR);
    defrost(30 * MINUTE);
    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.RIGHT);
    calm(5 * HOUR);
    long third = now;
    defrost(30 * MINUTE);

    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.CERTAIN);
    assertThat(health.since(seen, now)).isEqualTo(third);
    assertThat(health.evidence(seen, now))
        .isEqualTo(Evidence.NONE.with("fault", "too_often").with("lasted", Duration.ofMillis(DAY)));
    assertThat(health.changes(seen, now)).isEqualTo(first + DAY + 1);
    assertThat(health.verdict(seen, first + DAY)).isEqualTo(Verdict.CERTAIN);
    assertThat(health.verdict(seen, first + DAY + 1)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void a_unit_with_a_rhythm_that_has_none_for_days_is_wrong_since_it_should_have() {
    long back = daily();
    calm(3 * DAY - 2 * MINUTE);
    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.RIGHT);

    long due = back + 3 * DAY;
    assertThat(health.changes(seen, now)).isEqualTo(due);
    assertThat(health.verdict(seen, due - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(health.verdict(seen, due)).isEqualTo(Verdict.CERTAIN);
    assertThat(health.since(seen, due + MINUTE)).isEqualTo(due + MINUTE - 3 * DAY);
    assertThat(health.evidence(seen, due))
        .isEqualTo(
            Evidence.NONE.with("fault", "missing").with("lasted", Duration.ofMillis(3 * DAY)));
  }

  @Test
  void time_of_which_nothing_is_known_is_not_time_without_a_defrost() {
    long back = daily();
    hear(back + 2 * DAY, -18);
    assertThat(health.verdict(seen, back + 3 * DAY)).isEqualTo(Verdict.RIGHT);
    assertThat(health.changes(seen, now)).as("beyond what the sample holds").isEqualTo(Kind.NEVER);

    calm(3 * DAY - GAP - 2 * MINUTE);
    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.RIGHT);
    assertThat(health.verdict(seen, now + 2 * MINUTE)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void a_unit_without_a_rhythm_is_not_missed() {
    calm(5 * DAY);

    assertThat(health.verdict(seen, now)).isEqualTo(Verdict.RIGHT);
    assertThat(health.changes(seen, now)).isEqualTo(Kind.NEVER);
  }

  @Test
  void it_looks_at_the_air_and_the_door_and_lives_by_the_air() {
    assertThat(health.wants(Metric.TEMPERATURE)).isTrue();
    assertThat(health.wants(Metric.DOOR_OPEN)).isTrue();
    assertThat(health.wants(Metric.BATTERY_PCT)).isFalse();
    assertThat(health.refreshedBy(Metric.TEMPERATURE)).isTrue();
    assertThat(health.refreshedBy(Metric.DOOR_OPEN)).isFalse();
  }

  /** Four days with a defrost each; gives when the last was over. */
  private long daily() {
    calm(HOUR);
    for (int day = 0; day < 4; day++) {
      defrost(30 * MINUTE);
      if (day < 3) {
        calm(DAY - 30 * MINUTE);
      }
    }
    return now;
  }

  private void defrost(long lasts) {
    high(lasts);
    hear(now + 2 * MINUTE, -18);
  }

  private void high(long lasts) {
    long end = now + lasts;
    while (now < end - 2 * MINUTE) {
      hear(now + 2 * MINUTE, -8);
    }
  }

  private void calm(long lasts) {
    long end = now + lasts;
    while (now < end) {
      hear(now + 2 * MINUTE, -18);
    }
  }

  private void hear(long at, double value) {
    seen = health.remember(seen, reading(Metric.TEMPERATURE, at, value));
    now = at;
  }

  private void door(long at, double value) {
    seen = health.remember(seen, reading(Metric.DOOR_OPEN, at, value));
  }

  private static Reading reading(Metric metric, long at, double value) {
    return Reading.of(DeviceId.of("freezer"), metric, Instant.ofEpochMilli(at), value);
  }
}
