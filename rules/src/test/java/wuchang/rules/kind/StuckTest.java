package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.HOUR;
import static wuchang.rules.kind.Told.MINUTE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** Six hours and twelve samples of the very same, of a probe as fine as 0.1 °C. */
class StuckTest {
  private static final long LONG = 6 * HOUR;
  private static final long GAP = HOUR;

  private final Stuck rule = new Stuck(Metric.TEMPERATURE, LONG, 12, 0.1, GAP);
  private Told<Stuck.Value> told = new Told<>(rule);

  @Test
  void it_listens_to_its_probe_and_doubts_what_others_make_of_it() {
    assertThat(rule.wants(Metric.TEMPERATURE)).isTrue();
    assertThat(rule.wants(Metric.HUMIDITY)).isFalse();
    assertThat(rule.doubtsOthers()).isTrue();
    assertThat(told.at(LONG)).isEqualTo(Verdict.RIGHT);
    assertThat(told.changes(0)).isEqualTo(Kind.NEVER);
  }

  @Test
  void after_six_hours_of_the_same_it_is_stuck_since_it_began() {
    told.hear(Metric.TEMPERATURE, 0, 4.1);
    same(1, 12);
    long due = 30 * MINUTE + LONG;

    assertThat(told.changes(12 * 30 * MINUTE)).isEqualTo(due);
    assertThat(told.at(due - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(told.at(due)).isEqualTo(Verdict.CERTAIN);
    assertThat(told.changes(due)).isEqualTo(Kind.NEVER);
    assertThat(told.since(due)).isEqualTo(30 * MINUTE);
    assertThat(told.evidence(due))
        .isEqualTo(
            Evidence.NONE.with("value", 4, Unit.CELSIUS).with("same_for", Duration.ofHours(6)));
  }

  @ParameterizedTest
  @CsvSource({"4.1, CERTAIN", "3.9, CERTAIN", "4.11, RIGHT", "4, RIGHT"})
  void a_probe_that_was_never_seen_to_step_finely_may_be_coarse(double first, Verdict verdict) {
    told.hear(Metric.TEMPERATURE, 0, first);
    same(1, 13);

    assertThat(told.at(LONG + HOUR)).isEqualTo(verdict);
  }

  @Test
  void its_finest_step_counts_however_long_ago() {
    told.hear(Metric.TEMPERATURE, 0, 6).hear(Metric.TEMPERATURE, 1, 6.1);
    same(1, 13);

    assertThat(told.at(LONG + HOUR)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void eleven_samples_are_too_few() {
    told.hear(Metric.TEMPERATURE, 0, 4.1);
    told.every(40 * MINUTE, Metric.TEMPERATURE, 40 * MINUTE, 11 * 40 * MINUTE, 4);
    assertThat(told.at(8 * HOUR)).isEqualTo(Verdict.RIGHT);
    assertThat(told.changes(8 * HOUR)).isEqualTo(Kind.NEVER);

    told.hear(Metric.TEMPERATURE, 8 * HOUR, 4);
    assertThat(told.at(8 * HOUR)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void time_without_data_does_not_count() {
    told.hear(Metric.TEMPERATURE, 0, 4.1);
    same(1, 12);
    told.hear(Metric.TEMPERATURE, 12 * HOUR, 4);

    // Five and a half hours of samples, and the hour that the last of them held.
    assertThat(told.evidence(12 * HOUR).facts().get("same_for"))
        .isEqualTo(Evidence.NONE.with("same_for", Duration.ofMinutes(390)).facts().get("same_for"));
  }

  @ParameterizedTest
  @CsvSource({"60, true", "61, false"})
  void it_is_announced_up_to_the_end_of_the_sample(long left, boolean announced) {
    told = new Told<>(new Stuck(Metric.TEMPERATURE, (330 + left) * MINUTE, 12, 0.1, GAP));
    told.hear(Metric.TEMPERATURE, 0, 4.1);
    same(1, 12);
    long last = 12 * 30 * MINUTE;

    assertThat(told.changes(last)).isEqualTo(announced ? last + left * MINUTE : Kind.NEVER);
  }

  /** A sample each half hour. */
  private void same(long from, long to) {
    told.every(30 * MINUTE, Metric.TEMPERATURE, from * 30 * MINUTE, to * 30 * MINUTE, 4);
  }
}
