package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.HOUR;
import static wuchang.rules.kind.Told.MINUTE;
import static wuchang.rules.kind.Weekdays.begin;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Nameplate;
import wuchang.domain.site.SiteCalendar;
import wuchang.domain.site.SiteCalendar.DateRange;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** Three times the highest five minutes of the same hour of the week, and 1 m³/h at least. */
class BurstTest {
  private static final long SLOT = 5 * MINUTE;
  private static final long GAP = 10 * MINUTE;
  private static final long WEEK = 7;
  private static final long SATURDAY = 5;

  /** The hour of the day that is heard. */
  private static final long TEN = 10 * HOUR;

  private Told<Burst.Known> told = told(OptionalDouble.empty(), Weekdays.calendar());

  @Test
  void before_two_weeks_are_known_only_what_the_meter_is_built_for_counts() {
    hour(0, 1);
    assertThat(told.at(begin(WEEK) + TEN)).isEqualTo(Verdict.UNKNOWN);
    assertThat(told.changes(begin(WEEK) + TEN)).isEqualTo(begin(WEEK) + TEN + HOUR);

    told = told(OptionalDouble.of(4), Weekdays.calendar());
    assertThat(told.at(0)).as("no flow yet").isEqualTo(Verdict.UNKNOWN);
    assertThat(told.changes(0)).isEqualTo(Kind.NEVER);
    assertThat(flow(0, 4)).isEqualTo(Verdict.BETWEEN);
    assertThat(flow(1, 4.01)).isEqualTo(Verdict.WRONG);
    assertThat(flow(2, 3)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void it_listens_to_the_meter_alone() {
    Burst burst = burst(OptionalDouble.empty(), Weekdays.calendar());

    assertThat(burst.wants(Metric.FLOW_RATE)).isTrue();
    assertThat(burst.wants(Metric.WATER_TOTAL)).isTrue();
    assertThat(burst.wants(Metric.POWER)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"3.01, WRONG", "3, BETWEEN", "2.26, BETWEEN", "2.25, RIGHT"})
  void three_times_the_usual_is_allowed_and_a_quarter_less_is_clearly_right(
      double flow, Verdict verdict) {
    hour(0, 1);
    hour(WEEK, 1);
    long at = begin(2 * WEEK) + TEN;

    assertThat(flow(at, flow)).isEqualTo(verdict);
    assertThat(told.since(at)).isEqualTo(at);
    assertThat(told.evidence(at))
        .isEqualTo(
            Evidence.NONE
                .with("value", Threshold.round(flow), Unit.CUBIC_METRE_PER_HOUR)
                .with("limit", 3, Unit.CUBIC_METRE_PER_HOUR));
  }

  @Test
  void an_hour_is_known_by_the_highest_of_its_means_and_by_itself_alone() {
    hour(0, 0.5, 0.5, 2, 0.5);
    hour(WEEK, 1);

    assertThat(limit(2 * WEEK)).isEqualTo(6);
    assertThat(told.at(begin(2 * WEEK) + TEN + HOUR)).isEqualTo(Verdict.UNKNOWN);
    assertThat(told.at(begin(2 * WEEK + 1) + TEN)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void one_cubic_metre_an_hour_is_allowed_at_any_hour_unless_the_meter_is_built_for_less() {
    hour(0, 0.25);
    hour(WEEK, 0.25);
    assertThat(limit(2 * WEEK)).isEqualTo(1);

    told = told(OptionalDouble.of(0.9), Weekdays.calendar());
    hour(0, 0.25);
    hour(WEEK, 0.25);
    assertThat(limit(2 * WEEK)).isEqualTo(0.9);
  }

  @Test
  void four_weeks_are_remembered() {
    hour(0, 2);
    for (long week = 1; week < 4; week++) {
      hour(week * WEEK, 1);
    }
    assertThat(limit(4 * WEEK)).isEqualTo(6);

    hour(4 * WEEK, 1);
    assertThat(limit(5 * WEEK)).isEqualTo(3);
  }

  @Test
  void an_hour_of_which_some_is_not_known_is_not_learned() {
    hour(0, 1);
    for (long at = SLOT; at <= HOUR; at += SLOT) {
      told.hear(Metric.FLOW_RATE, begin(WEEK) + TEN + at, 1);
    }

    assertThat(told.at(begin(2 * WEEK) + TEN)).isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"3, 9", "3.01, 3"})
  void what_was_too_much_is_not_learned(double flow, double limit) {
    hour(0, 1);
    hour(WEEK, 1);
    hour(2 * WEEK, 1, flow);

    assertThat(limit(3 * WEEK)).isEqualTo(limit);
  }

  @Test
  void a_day_against_its_habit_is_not_learned() {
    told =
        told(
            OptionalDouble.empty(),
            calendar(List.of(new DateRange(Weekdays.day(2 * WEEK), Weekdays.day(2 * WEEK)))));
    hour(0, 1);
    hour(WEEK, 1);
    hour(2 * WEEK, 2);

    assertThat(limit(3 * WEEK)).isEqualTo(3);
    assertThat(limit(2 * WEEK)).as("closed: as on any Monday").isEqualTo(3);
  }

  @Test
  void a_saturday_that_is_worked_is_compared_with_that_hour_of_any_day() {
    long worked = 2 * WEEK + SATURDAY;
    told = told(OptionalDouble.empty(), Weekdays.calendar(List.of(), Set.of(Weekdays.day(worked))));
    for (long week = 0; week < 2; week++) {
      hour(week * WEEK, 1);
      hour(week * WEEK + 2, 2);
      hour(week * WEEK + 3, 1.5);
      hour(week * WEEK + SATURDAY, 0.5);
    }

    assertThat(limit(worked)).isEqualTo(6);
    assertThat(limit(worked + WEEK)).as("one that is not").isEqualTo(1.5);
  }

  private SiteCalendar calendar(List<DateRange> closed) {
    return Weekdays.calendar(closed, Set.of());
  }

  private double limit(long day) {
    var fact = told.fact(begin(day) + TEN, "limit");
    return ((wuchang.domain.finding.Fact.Amount) fact).quantity().value();
  }

  private Verdict flow(long at, double flow) {
    return told.hear(Metric.FLOW_RATE, at, flow).at(at);
  }

  /** An hour in which the first means are given and the others are the first again. */
  private void hour(long day, double... means) {
    for (int i = 0; i < 12; i++) {
      double mean = means[i < means.length ? i : 0];
      told.hear(Metric.FLOW_RATE, begin(day) + TEN + i * SLOT, mean);
    }
    told.hear(Metric.FLOW_RATE, begin(day) + TEN + HOUR, means[0]);
  }

  private static Told<Burst.Known> told(OptionalDouble most, SiteCalendar calendar) {
    return new Told<>(burst(most, calendar));
  }

  private static Burst burst(OptionalDouble most, SiteCalendar calendar) {
    Flow flow = new Flow(new Nameplate(OptionalDouble.empty(), 100, 0.001));
    return new Burst(flow, most, 3, 1, 0.25, Weekdays.days(calendar), GAP);
  }
}
