package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.HOUR;
import static wuchang.rules.kind.Told.MINUTE;
import static wuchang.rules.kind.Weekdays.begin;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;
import wuchang.rules.kernel.Verdict;

/** Preparation from 08:00 to 11:00 and from 14:00 to 17:00; half an hour without water, at most. */
class NoWaterTest {
  private static final long SLOT = 5 * MINUTE;
  private static final long OPENS = 8 * HOUR;
  private static final long CLOSES = 11 * HOUR;
  private static final long TOLERATED = 30 * MINUTE;
  private static final LongPredicate ALWAYS = time -> true;
  private static final LongPredicate NEVER = time -> false;

  private final NoWater rule = rule(0.36);
  private Told<NoWater.Known> told = new Told<>(rule);
  private long litres = 1000;

  @Test
  void three_days_show_what_is_usual_and_out_of_its_windows_nothing_is_expected() {
    assertThat(rule.wants(Metric.WATER_TOTAL)).isTrue();
    assertThat(rule.wants(Metric.FLOW_RATE)).isFalse();
    assertThat(told.at(begin(0) + OPENS)).isEqualTo(Verdict.UNKNOWN);
    assertThat(told.changes(begin(0) + OPENS)).isEqualTo(begin(0) + CLOSES);

    morning(0, ALWAYS);
    morning(1, ALWAYS);
    assertThat(told.at(begin(2) + OPENS)).isEqualTo(Verdict.UNKNOWN);
    morning(2, ALWAYS);
    assertThat(told.at(begin(3) + OPENS - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(told.at(begin(3) + OPENS)).isEqualTo(Verdict.WRONG);
    assertThat(told.at(begin(3) + CLOSES - 1)).isEqualTo(Verdict.WRONG);
    assertThat(told.at(begin(3) + CLOSES)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void it_stands_still_since_it_moved_last_or_since_the_window_began() {
    usual(ALWAYS);
    morning(3, time -> time == OPENS + HOUR, OPENS + 2 * HOUR);
    long moved = begin(3) + OPENS + HOUR + SLOT;

    assertThat(told.since(begin(3) + OPENS + 2 * HOUR)).isEqualTo(moved);
    assertThat(told.evidence(begin(3) + OPENS + 2 * HOUR))
        .isEqualTo(Evidence.NONE.with("usual", 360, Unit.LITRE));

    told = new Told<>(rule);
    usual(ALWAYS);
    morning(3, NEVER, OPENS + HOUR);
    assertThat(told.since(begin(3) + OPENS + HOUR)).isEqualTo(begin(3) + OPENS);
  }

  @Test
  void the_moment_in_which_it_moves_is_right_and_still_from_it_on() {
    usual(ALWAYS);
    morning(3, ALWAYS, OPENS + HOUR);
    long moved = begin(3) + OPENS + HOUR;

    assertThat(told.at(moved)).isEqualTo(Verdict.RENEWED);
    assertThat(told.at(moved + 1)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void what_is_usually_used_must_be_worth_it() {
    usual(ALWAYS);
    assertThat(told.at(begin(3) + OPENS)).as("360 L").isEqualTo(Verdict.WRONG);

    told = new Told<>(rule(0.3601));
    usual(ALWAYS);
    assertThat(told.at(begin(3) + OPENS)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void each_window_has_its_own_habit() {
    usual(ALWAYS);

    assertThat(told.at(begin(3) + 14 * HOUR)).as("never any water").isEqualTo(Verdict.RIGHT);
    assertThat(told.changes(begin(3) + 12 * HOUR)).isEqualTo(begin(3) + 14 * HOUR);
    assertThat(told.evidence(begin(3) + 14 * HOUR))
        .isEqualTo(Evidence.NONE.with("usual", 0, Unit.LITRE));
  }

  @Test
  void where_lulls_are_usual_half_as_long_again_is_waited() {
    told = new Told<>(rule(0.1));
    usual(time -> time < OPENS + HOUR || time >= OPENS + HOUR + 40 * MINUTE);
    morning(3, time -> time < OPENS + HOUR, OPENS + HOUR + 5 * MINUTE);
    long still = begin(3) + OPENS + HOUR;
    long wrong = still + 45 * MINUTE * 3 / 2 - TOLERATED;

    assertThat(told.at(wrong - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(told.changes(still + 5 * MINUTE)).isEqualTo(wrong);
    assertThat(told.changes(wrong)).isEqualTo(begin(3) + CLOSES);
    assertThat(told.at(wrong)).isEqualTo(Verdict.WRONG);
  }

  @ParameterizedTest
  @CsvSource({"40, 2", "30, 3"})
  void a_window_with_a_lull_that_would_be_found_wrong_is_not_learned(int minutes, int learned) {
    told = new Told<>(rule(0.1));
    usual(ALWAYS);
    morning(3, time -> time < OPENS + HOUR || time >= OPENS + HOUR + (minutes - 5) * MINUTE);

    assertThat(told.memory().windows().get(0).lulls().working()).hasSize(1 + learned);
  }

  @Test
  void a_lull_half_as_long_again_as_the_longest_is_still_learned() {
    told = new Told<>(rule(0.1));
    usual(time -> time < OPENS + HOUR || time >= OPENS + HOUR + 35 * MINUTE);
    morning(3, time -> time < OPENS + HOUR || time >= OPENS + HOUR + 55 * MINUTE);
    assertThat(lulls()).containsExactly(40.0, 40.0, 40.0, 60.0);

    morning(4, time -> time < OPENS + HOUR || time >= OPENS + HOUR + 90 * MINUTE);
    assertThat(lulls()).as("95 minutes").hasSize(4);
  }

  @Test
  void a_window_of_which_not_all_was_heard_is_not_learned() {
    morning(0, ALWAYS);
    morning(1, ALWAYS, OPENS + HOUR);
    morning(2, ALWAYS);

    assertThat(lulls()).hasSize(2);
    assertThat(told.at(begin(3) + OPENS)).isEqualTo(Verdict.UNKNOWN);
  }

  private List<Double> lulls() {
    return told.memory().windows().get(0).lulls().working().stream()
        .map(day -> day.value() / MINUTE)
        .toList();
  }

  private void usual(LongPredicate drawn) {
    for (long day = 0; day < 3; day++) {
      morning(day, drawn);
    }
  }

  private void morning(long day, LongPredicate drawn) {
    morning(day, drawn, 17 * HOUR);
  }

  /**
   * A counter that is read every five minutes from half an hour before the first window on; ten
   * litres pass in each stretch of the first that is drawn in.
   */
  private void morning(long day, LongPredicate drawn, long until) {
    for (long time = OPENS - TOLERATED; time <= until; time += SLOT) {
      long before = time - SLOT;
      litres += before >= OPENS && before < CLOSES && drawn.test(before) ? 10 : 0;
      told.hear(Metric.WATER_TOTAL, begin(day) + time, litres / 1000.0);
    }
  }

  private static NoWater rule(double usual) {
    Nameplate plate = new Nameplate(OptionalDouble.empty(), 100, 0.001);
    return new NoWater(
        new Counted(Metric.WATER_TOTAL, plate, 10 * MINUTE, SLOT),
        List.of(new Daily(OPENS, CLOSES), new Daily(14 * HOUR, 17 * HOUR)),
        Weekdays.days(Weekdays.calendar()),
        usual,
        TOLERATED,
        14);
  }
}
