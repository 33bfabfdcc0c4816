package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HabitTest {
  @Test
  void three_days_make_a_habit_and_two_do_not() {
    assertThat(working(1, 2).median(10, true)).isEmpty();
    assertThat(working(1, 2, 4).median(10, true)).hasValue(2);
  }

  @Test
  void between_two_in_the_middle_their_mean_is_taken_whatever_their_order() {
    assertThat(working(9, 1, 4, 2).median(10, true)).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.2, 1", "0.21, 2", "0.8, 4", "0.81, 5", "1, 5"})
  void a_share_of_the_days_lies_at_or_below_its_percentile(double share, double value) {
    assertThat(working(5, 4, 3, 2, 1).percentile(10, true, share)).hasValue(value);
  }

  @Test
  void today_is_no_habit_yet_and_more_than_four_weeks_ago_is_none_any_more() {
    Habit habit = working(1, 2, 3);

    assertThat(habit.median(2, true)).as("two days before it").isEmpty();
    assertThat(habit.median(3, true)).hasValue(2);
    assertThat(habit.median(28, true)).hasValue(2);
    assertThat(habit.median(29, true)).isEmpty();
  }

  @Test
  void on_a_day_off_what_is_usual_on_working_days_is_allowed_and_not_the_other_way_round() {
    Habit both = working(7, 8, 9);
    for (long day = 3; day < 6; day++) {
      both = both.with(day, false, 1, 14);
    }

    assertThat(both.median(10, false)).as("allowed as on a working day").hasValue(8);
    assertThat(both.median(10, true)).hasValue(8);
    assertThat(both.median(30, false)).as("nothing else is known").hasValue(1);
    assertThat(both.median(30, true)).isEmpty();
  }

  @Test
  void only_the_newest_days_of_a_kind_are_kept() {
    Habit habit = working(1, 2, 3).with(3, true, 4, 3).with(3, false, 5, 3);

    assertThat(habit.working()).extracting(Habit.Value::value).containsExactly(2.0, 3.0, 4.0);
    assertThat(habit.off()).hasSize(1);
  }

  /** One value a day from day 0 on. */
  private static Habit working(double... values) {
    Habit habit = Habit.NONE;
    for (int day = 0; day < values.length; day++) {
      habit = habit.with(day, true, values[day], 14);
    }
    return habit;
  }
}
