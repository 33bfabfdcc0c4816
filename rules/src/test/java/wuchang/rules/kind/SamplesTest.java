package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.DAY;
import static wuchang.rules.kind.Told.HOUR;
import static wuchang.rules.kind.Weekdays.begin;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Verdict;

/**
 * 125 g of each meal, kept for 48 hours; what is wrong stands for two. Lunch is served at 11:00.
 */
class SamplesTest {
  private static final long KEEP = 48 * HOUR;
  private static final long LASTS = 2 * HOUR;
  private static final long PREPARED = begin(0) + 8 * HOUR;
  private static final long LUNCH = begin(0) + 11 * HOUR;
  private static final long DINNER = begin(0) + 17 * HOUR;

  private final Samples samples = fridge("device", true, LASTS);
  private final Told<Samples.Kept> told = new Told<>(samples);

  @Test
  void it_goes_by_samples_and_cancelled_meals_and_by_the_fridge_being_there() {
    assertThat(RecordKind.values())
        .filteredOn(samples::wants)
        .containsExactlyInAnyOrder(RecordKind.SAMPLE, RecordKind.MEAL_CANCELLED);
    assertThat(samples.wants(Metric.TEMPERATURE)).isTrue();
    assertThat(samples.wants(Metric.DOOR_OPEN)).isFalse();
    assertThat(samples.holdsForever()).isTrue();
  }

  @Test
  void a_meal_without_a_sample_is_wrong_from_its_start_for_two_hours() {
    assertThat(told.at(LUNCH - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(told.at(LUNCH)).isEqualTo(Verdict.WRONG);
    assertThat(told.since(LUNCH + HOUR)).isEqualTo(LUNCH);
    assertThat(told.evidence(LUNCH)).isEqualTo(missing("lunch"));
    assertThat(told.at(LUNCH + LASTS - 1)).isEqualTo(Verdict.WRONG);
    assertThat(told.at(LUNCH + LASTS)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void starts_ends_and_midnight_are_announced() {
    long at = begin(0);
    for (long next :
        new long[] {
          LUNCH - 1, LUNCH, LUNCH + LASTS, DINNER - 1, DINNER, DINNER + LASTS, begin(1)
        }) {
      assertThat(told.changes(at)).isEqualTo(next);
      at = next;
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, WRONG", "0, RIGHT", "17999999, RIGHT", "18000000, WRONG"})
  void a_sample_of_no_named_meal_is_of_the_one_in_whose_time_it_was_taken(
      long afterPreparation, Verdict verdict) {
    Told<Samples.Kept> fridge = new Told<>(fridge("device", true, LASTS));
    take(fridge, PREPARED + afterPreparation, "s", Map.of("grams", 125));

    assertThat(fridge.at(LUNCH + HOUR)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"0, lunch, RIGHT", "0, dinner, WRONG", "-1, lunch, WRONG"})
  void a_sample_of_a_named_meal_is_of_that_meal_on_its_day(long day, String meal, Verdict verdict) {
    take(told, begin(day) + HOUR, "s", Map.of("meal", meal));

    assertThat(told.at(LUNCH)).isEqualTo(verdict);
  }

  @Test
  void a_cancelled_meal_needs_none() {
    told.note(RecordKind.MEAL_CANCELLED, begin(0), "c", Map.of("meal", "lunch"));
    assertThat(told.at(LUNCH)).isEqualTo(Verdict.RIGHT);
    assertThat(told.at(DINNER)).isEqualTo(Verdict.WRONG);
    assertThat(told.at(LUNCH + DAY)).isEqualTo(Verdict.WRONG);

    told.note(
        RecordKind.MEAL_CANCELLED,
        begin(0),
        "d",
        Map.of("meal", "lunch", "day", Weekdays.day(1).toString()));
    assertThat(told.at(LUNCH + DAY)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void a_cancellation_is_forgotten_after_nine_days() {
    cancel(0);
    cancel(9);
    assertThat(told.memory().cancelled()).hasSize(2);

    cancel(10);
    assertThat(told.memory().cancelled())
        .containsExactlyInAnyOrder(Weekdays.day(9) + " lunch", Weekdays.day(10) + " lunch");
  }

  @Test
  void a_meal_that_began_before_anything_was_known_is_not_asked_for() {
    Samples.Kept later = samples.blank(LUNCH + 1);
    assertThat(samples.verdict(later, LUNCH + 1)).isEqualTo(Verdict.RIGHT);
    assertThat(samples.verdict(samples.blank(LUNCH), LUNCH)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void a_reading_of_before_shows_that_the_fridge_was_there() {
    Told<Samples.Kept> fridge = new Told<>(fridge("device", true, LASTS), LUNCH + 1);

    fridge.hear(Metric.TEMPERATURE, LUNCH + 2, 4);
    assertThat(fridge.memory().from()).isEqualTo(LUNCH + 1);
    fridge.hear(Metric.TEMPERATURE, LUNCH, 4);
    assertThat(fridge.at(LUNCH + 1)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void the_moment_before_the_next_meal_parts_one_from_the_other() {
    Told<Samples.Kept> fridge = new Told<>(fridge("device", true, 7 * HOUR));

    assertThat(fridge.evidence(DINNER - 2)).isEqualTo(missing("lunch"));
    assertThat(fridge.at(DINNER - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(fridge.evidence(DINNER - 1)).isEqualTo(Evidence.NONE.with("why", "missing"));
    assertThat(fridge.evidence(DINNER)).isEqualTo(missing("dinner"));
  }

  @Test
  void a_fridge_with_samples_of_its_own_is_judged_on_those_alone() {
    take(told, begin(0) - HOUR, "own", Map.of("device", "device"));
    take(told, PREPARED, "elsewhere", Map.of("device", "other"));

    assertThat(told.at(LUNCH)).isEqualTo(Verdict.WRONG);
    take(told, PREPARED, "here", Map.of("device", "device"));
    assertThat(told.at(LUNCH)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void another_fridge_is_judged_only_while_samples_were_kept_in_it_of_late() {
    Told<Samples.Kept> second = new Told<>(fridge("device", false, LASTS));
    assertThat(second.at(LUNCH)).isEqualTo(Verdict.RIGHT);

    take(second, LUNCH - DAY, "own", Map.of("device", "device"));
    assertThat(second.at(LUNCH)).isEqualTo(Verdict.WRONG);

    Told<Samples.Kept> third = new Told<>(fridge("device", false, LASTS));
    take(third, LUNCH - 5 * DAY, "own", Map.of("device", "device"));
    assertThat(third.at(LUNCH)).as("forgotten").isEqualTo(Verdict.RIGHT);
    take(third, LUNCH - 5 * DAY + 1, "own", Map.of("device", "device"));
    assertThat(third.at(LUNCH)).as("not yet").isEqualTo(Verdict.WRONG);
  }

  @Test
  void a_sample_that_is_too_small_is_wrong_at_once_and_for_two_hours() {
    take(told, begin(0), "s", Map.of("grams", 124.9));

    assertThat(told.at(begin(0))).isEqualTo(Verdict.CERTAIN);
    assertThat(told.since(begin(0) + HOUR)).isEqualTo(begin(0));
    assertThat(told.changes(begin(0))).isEqualTo(begin(0) + LASTS);
    assertThat(told.evidence(begin(0)))
        .isEqualTo(Evidence.NONE.with("count", 1).with("person", "cook").with("why", "too_little"));
    assertThat(told.at(begin(0) + LASTS)).isEqualTo(Verdict.RIGHT);
  }

  @ParameterizedTest
  @CsvSource({"125, , RIGHT", "124.9, device, CERTAIN", "124.9, other, RIGHT", ", , RIGHT"})
  void the_least_weight_is_enough_and_what_is_said_of_another_fridge_is_not_its_business(
      Double grams, String device, Verdict verdict) {
    Map<String, Object> fields = new HashMap<>();
    if (grams != null) {
      fields.put("grams", grams);
    }
    if (device != null) {
      fields.put("device", device);
    }
    take(told, begin(0), "s", fields);

    assertThat(told.at(begin(0))).isEqualTo(verdict);
  }

  @Test
  void a_corrected_weight_takes_it_back_unless_there_was_another() {
    take(told, begin(0), "s", Map.of("grams", 12));
    take(told, begin(0), "t", Map.of("grams", 130));
    assertThat(told.at(begin(0))).as("of another sample").isEqualTo(Verdict.CERTAIN);
    take(told, begin(0), "s", Map.of("grams", 125));
    assertThat(told.at(begin(0))).isEqualTo(Verdict.RIGHT);

    take(told, begin(0), "s", Map.of("grams", 12));
    take(told, begin(0), "t", Map.of("grams", 12));
    take(told, begin(0), "t", Map.of("grams", 125));
    assertThat(told.at(begin(0))).isEqualTo(Verdict.CERTAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "172799999, s, , CERTAIN",
    "172800000, s, , RIGHT",
    "172799999, other, , RIGHT",
    "172799999, s, device, CERTAIN",
    "172799999, s, other, RIGHT",
  })
  void a_sample_is_kept_for_forty_eight_hours(
      long after, String sample, String device, Verdict verdict) {
    take(told, begin(0), "record", Map.of("sample", "s"));
    Map<String, Object> fields = new HashMap<>(Map.of("sample", sample, "action", "removed"));
    if (device != null) {
      fields.put("device", device);
    }
    told.note(RecordKind.SAMPLE, begin(0) + after, "removal", fields);

    assertThat(told.at(begin(0) + after)).isEqualTo(verdict);
  }

  @Test
  void a_sample_without_a_number_of_its_own_is_known_by_its_record() {
    take(told, begin(0), "record", Map.of());
    told.note(
        RecordKind.SAMPLE,
        begin(0) + HOUR,
        "removal",
        Map.of("sample", "record", "action", "removed"));

    assertThat(told.evidence(begin(0) + HOUR))
        .isEqualTo(
            Evidence.NONE.with("count", 1).with("person", "cook").with("why", "removed_early"));
  }

  @Test
  void samples_are_kept_in_mind_for_five_days_once_each_and_four_hundred_at_most() {
    take(told, 0, "a", Map.of());
    take(told, 5 * DAY, "b", Map.of());
    take(told, 5 * DAY, "b", Map.of());
    assertThat(told.memory().samples())
        .extracting(Samples.Sample::record)
        .containsExactly("a", "b");
    take(told, 5 * DAY + 1, "c", Map.of());
    assertThat(told.memory().samples())
        .extracting(Samples.Sample::record)
        .containsExactly("b", "c");

    for (int i = 0; i < 400; i++) {
      take(told, 5 * DAY + 2, "n" + i, Map.of());
    }
    assertThat(told.memory().samples()).hasSize(400);
    assertThat(told.memory().samples().get(399).record()).isEqualTo("n399");
  }

  private void cancel(long day) {
    told.note(RecordKind.MEAL_CANCELLED, begin(day), "c" + day, Map.of("meal", "lunch"));
  }

  private static void take(
      Told<Samples.Kept> fridge, long at, String record, Map<String, Object> fields) {
    fridge.note(RecordKind.SAMPLE, at, record, fields);
  }

  private static Evidence missing(String meal) {
    return Evidence.NONE.with("why", "missing").with("meal", meal);
  }

  private static Samples fridge(String device, boolean first, long lasts) {
    return new Samples(device, first, Weekdays.service(Weekdays.calendar()), 125, KEEP, lasts);
  }
}
