package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.DAY;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Severity;
import wuchang.domain.finding.Evidence;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** Three warnings in seven days, or one within thirty days of a closed rectification. */
class RepeatsTest {
  private static final long WINDOW = 7 * DAY;
  private static final long EFFECT = 30 * DAY;
  private static final String WARM = "FRG-01";
  private static final String OPEN = "DOOR-01";

  private final Repeats repeats = new Repeats("device", Severity.WARNING, 3, WINDOW, EFFECT);
  private final Told<Repeats.Known> told = new Told<>(repeats);

  @Test
  void it_goes_by_findings_and_rectifications_and_what_it_knows_holds() {
    assertThat(repeats.wantsFindings()).isTrue();
    assertThat(repeats.holdsForever()).isTrue();
    assertThat(RecordKind.values())
        .filteredOn(repeats::wants)
        .containsExactly(RecordKind.CORRECTIVE_ACTION);
    assertThat(told.at(0)).isEqualTo(Verdict.RIGHT);
    assertThat(told.changes(0)).isEqualTo(Kind.NEVER);
  }

  @Test
  void the_third_time_within_seven_days_is_once_too_often() {
    warn(WARM, 0).found(WARM, Severity.MAJOR, DAY);
    assertThat(told.at(DAY)).isEqualTo(Verdict.RIGHT);

    warn(WARM, WINDOW);
    assertThat(told.at(WINDOW)).isEqualTo(Verdict.CERTAIN);
    assertThat(told.since(WINDOW)).isZero();
    assertThat(told.evidence(WINDOW)).isEqualTo(evidence(WARM, 3, 0));
    assertThat(told.changes(WINDOW)).isEqualTo(WINDOW + 1);
    assertThat(told.at(WINDOW + 1)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void a_moment_later_it_is_the_second_time() {
    warn(WARM, 0);
    warn(WARM, DAY);
    warn(WARM, WINDOW + 1);

    assertThat(told.at(WINDOW + 1)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void a_notice_does_not_count_nor_does_what_another_rule_finds() {
    warn(WARM, 0);
    warn(WARM, 1);
    warn(OPEN, 2);
    told.found(WARM, Severity.NOTICE, 3);

    assertThat(told.at(3)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void it_stands_until_so_few_are_left_that_they_are_none() {
    for (long day = 0; day < 4; day++) {
      warn(WARM, day * DAY);
    }

    assertThat(told.evidence(4 * DAY)).isEqualTo(evidence(WARM, 4, 0));
    assertThat(told.changes(4 * DAY)).isEqualTo(DAY + WINDOW + 1);
    assertThat(told.evidence(DAY + WINDOW)).isEqualTo(evidence(WARM, 3, DAY));
    assertThat(told.at(DAY + WINDOW + 1)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void what_has_not_happened_yet_does_not_count() {
    warn(WARM, 0);
    warn(WARM, DAY);
    warn(WARM, 2 * DAY);

    assertThat(told.at(2 * DAY - 1)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void of_several_the_one_that_began_first_is_told_and_then_the_first_by_name() {
    for (long day = 0; day < 3; day++) {
      warn(WARM, day * DAY);
      warn(OPEN, day * DAY);
    }
    assertThat(told.evidence(2 * DAY)).isEqualTo(evidence(OPEN, 3, 0));

    warn("AAA-01", DAY);
    warn("AAA-01", DAY + 1);
    warn("AAA-01", DAY + 2);
    assertThat(told.evidence(2 * DAY)).isEqualTo(evidence(OPEN, 3, 0));
    assertThat(told.changes(2 * DAY)).as("the first end of any").isEqualTo(WINDOW + 1);
  }

  @Test
  void what_is_older_than_the_window_is_not_kept() {
    warn(WARM, 0);
    warn(WARM, WINDOW);
    assertThat(told.memory().raised().get(WARM)).containsExactly(0L, WINDOW);

    warn(WARM, WINDOW + 1);
    assertThat(told.memory().raised().get(WARM)).containsExactly(WINDOW, WINDOW + 1);
  }

  @ParameterizedTest
  @CsvSource({"0, RIGHT", "1, CERTAIN", "2592000000, CERTAIN", "2592000001, RIGHT"})
  void once_is_enough_within_thirty_days_of_a_rectification(long after, Verdict verdict) {
    rectified(DAY, "closed", "device", WARM);
    warn(WARM, DAY + after);

    assertThat(told.at(DAY + after)).isEqualTo(verdict);
  }

  @Test
  void a_relapse_stands_for_seven_days() {
    rectified(0, "closed", "device", WARM);
    warn(WARM, DAY);
    long last = DAY + WINDOW;

    assertThat(told.at(DAY - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(told.evidence(DAY)).isEqualTo(evidence(WARM, 1, DAY));
    assertThat(told.changes(DAY)).isEqualTo(last + 1);
    assertThat(told.at(last)).isEqualTo(Verdict.CERTAIN);
    assertThat(told.at(last + 1)).isEqualTo(Verdict.RIGHT);

    warn(OPEN, last);
    assertThat(told.memory().relapses()).containsOnlyKeys(WARM);
    warn(OPEN, last + 1);
    assertThat(told.memory().relapses()).as("forgotten").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "closed, device, FRG-01, CERTAIN",
    "verified, device, FRG-01, CERTAIN",
    "closed, device, , CERTAIN",
    "open, device, FRG-01, RIGHT",
    "closed, other, FRG-01, RIGHT",
    "closed, device, DOOR-01, RIGHT",
  })
  void a_rectification_is_of_a_device_and_of_one_rule_or_of_all_once_it_is_closed(
      String state, String device, String rule, Verdict verdict) {
    rectified(0, state, device, rule == null ? "" : rule);
    warn(WARM, 1);

    assertThat(told.at(1)).isEqualTo(verdict);
  }

  @Test
  void it_counts_from_its_closing_not_from_its_verification() {
    rectified(0, "closed", "device", WARM);
    rectified(EFFECT, "verified", "device", WARM);
    warn(WARM, EFFECT + 1);
    assertThat(told.at(EFFECT + 1)).isEqualTo(Verdict.RIGHT);

    rectified(EFFECT + 1, "closed", "device", WARM);
    warn(WARM, EFFECT + 2);
    assertThat(told.at(EFFECT + 2)).as("another rectification").isEqualTo(Verdict.CERTAIN);
  }

  private Told<Repeats.Known> warn(String rule, long at) {
    return told.found(rule, Severity.WARNING, at);
  }

  private void rectified(long at, String state, String device, String rule) {
    Map<String, Object> fields = new java.util.HashMap<>(Map.of("state", state, "device", device));
    if (!rule.isEmpty()) {
      fields.put("rule", rule);
    }
    told.note(RecordKind.CORRECTIVE_ACTION, at, "r-" + at, fields);
  }

  private static Evidence evidence(String rule, int count, long first) {
    return Evidence.NONE
        .with("rule", rule)
        .with("count", count)
        .with("first", Instant.ofEpochMilli(first));
  }
}
