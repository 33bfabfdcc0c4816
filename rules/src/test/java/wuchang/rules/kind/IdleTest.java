package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.DAY;
import static wuchang.rules.kind.Told.HOUR;
import static wuchang.rules.kind.Weekdays.begin;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** A cold unit that nobody opens, on days that are served. */
class IdleTest {
  private static final int THURSDAY = 3;
  private static final int FRIDAY = 4;
  private static final int MONDAY = 7;
  private static final int TUESDAY = 8;

  @Test
  void a_door_that_was_never_heard_of_is_unknown_and_nothing_else_is_listened_to() {
    Idle idle = new Idle(Weekdays.days(Weekdays.calendar()));

    assertThat(new Told<>(idle).at(begin(0))).isEqualTo(Verdict.UNKNOWN);
    assertThat(idle.wants(Metric.DOOR_OPEN)).isTrue();
    assertThat(idle.wants(Metric.TEMPERATURE)).isFalse();
  }

  @Test
  void it_is_not_needed_since_it_was_closed_last_however_often_it_says_so() {
    Told<?> fridge = told(Weekdays.days(Weekdays.calendar()));
    fridge.hear(Metric.DOOR_OPEN, begin(0), 1);
    assertThat(fridge.at(begin(1))).isEqualTo(Verdict.RIGHT);
    assertThat(fridge.changes(begin(1))).isEqualTo(Kind.NEVER);

    fridge.hear(Metric.DOOR_OPEN, begin(0) + HOUR, 0).hear(Metric.DOOR_OPEN, begin(1), 0);
    assertThat(fridge.at(begin(1))).isEqualTo(Verdict.WRONG);
    assertThat(fridge.since(begin(1))).isEqualTo(begin(0) + HOUR);
    assertThat(fridge.changes(begin(1))).as("midnight").isEqualTo(begin(2));
    assertThat(fridge.evidence(begin(1)))
        .isEqualTo(Evidence.NONE.with("last_opened", Instant.ofEpochMilli(begin(0) + HOUR)));
  }

  @Test
  void a_weekend_is_no_holiday() {
    Told<?> fridge = told(Weekdays.days(Weekdays.calendar()));
    fridge.hear(Metric.DOOR_OPEN, begin(THURSDAY), 0);

    for (long at = begin(THURSDAY); at <= begin(TUESDAY); at += DAY) {
      assertThat(fridge.at(at)).as("day %d", at / DAY).isEqualTo(Verdict.WRONG);
    }
  }

  @Test
  void a_weekend_and_the_friday_before_are_one_from_midnight_to_midnight() {
    Told<?> fridge = told(Weekdays.days(Weekdays.closed(FRIDAY, FRIDAY)));

    assertIsHoliday(fridge, FRIDAY, MONDAY);
  }

  @Test
  void a_weekend_and_the_monday_after_are_one_too() {
    Told<?> fridge = told(Weekdays.days(Weekdays.closed(MONDAY, MONDAY)));

    assertIsHoliday(fridge, FRIDAY + 1, TUESDAY);
  }

  @Test
  void a_holiday_is_known_however_the_door_was_heard_in_it() {
    Told<?> fridge = told(Weekdays.days(Weekdays.closed(FRIDAY, FRIDAY)));
    fridge.hear(Metric.DOOR_OPEN, begin(FRIDAY) - 1, 0);
    assertThat(fridge.at(begin(FRIDAY) - 1)).isEqualTo(Verdict.WRONG);

    fridge.hear(Metric.DOOR_OPEN, begin(FRIDAY), 0);
    assertThat(fridge.at(begin(FRIDAY))).isEqualTo(Verdict.HELD);
    assertThat(fridge.at(begin(MONDAY))).isEqualTo(Verdict.WRONG);
  }

  private static void assertIsHoliday(Told<?> fridge, int first, int next) {
    fridge.hear(Metric.DOOR_OPEN, begin(THURSDAY), 0);
    assertThat(fridge.at(begin(first) - 1)).isEqualTo(Verdict.WRONG);
    for (long at = begin(first); at < begin(next); at += DAY) {
      assertThat(fridge.at(at)).as("day %d", at / DAY).isEqualTo(Verdict.HELD);
    }
    assertThat(fridge.at(begin(next) - 1)).isEqualTo(Verdict.HELD);
    assertThat(fridge.at(begin(next))).isEqualTo(Verdict.WRONG);
  }

  private static Told<?> told(wuchang.rules.schedule.Days days) {
    return new Told<>(new Idle(days));
  }
}
