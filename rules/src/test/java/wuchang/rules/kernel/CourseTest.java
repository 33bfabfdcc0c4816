package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Threshold;

/** A fridge that must not be above 8 °C, straight through, and what is proven of each half hour. */
class CourseTest {
  private static final DeviceId FRIDGE = DeviceId.of("fridge");
  private static final long MINUTE = 60_000;

  private final Course course = new Course(rules(List.of(warm())), new HalfHours());

  @Test
  void of_several_values_of_an_instant_the_lowest_counts_and_the_others_are_counted() {
    course.take(air(0, 9));
    course.take(air(0, 4));
    course.take(air(0, 9));
    course.take(air(0, 4));
    course.take(Reading.of(FRIDGE, Metric.DOOR_OPEN, at(0), 1));
    course.finish(at(1));

    assertThat(course.episodes()).isEmpty();
    assertThat(course.contradictions()).as("the same said twice is none").isOne();
    assertThat(course.evaluations()).isOne();
  }

  @Test
  void time_passes_up_to_and_including_where_it_is_finished() {
    course.take(air(0, 4));
    course.take(air(5, 9));
    course.finish(at(6));

    assertThat(course.episodes()).hasSize(1);
    assertThat(course.episodes().get(0).raisedAt()).isEqualTo(at(5));
    assertThat(course.episodes().get(0).isOpen()).isTrue();
  }

  @Test
  void each_half_hour_is_told_as_far_as_it_has_come() {
    for (int minute = 10; minute < 50; minute++) {
      course.take(air(minute, minute < 40 ? 4 : 9));
    }
    course.finish(at(50));

    assertThat(course.coverage(at(50)))
        .extracting(
            c -> c.period().day().getDayOfMonth(),
            c -> c.compliant().toMinutes(),
            c -> c.breach().toMinutes(),
            c -> c.unproven().toMinutes())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 20L, 0L, 10L),
            org.assertj.core.groups.Tuple.tuple(2, 10L, 10L, 0L));
  }

  @Test
  void a_half_hour_that_is_over_to_the_millisecond_does_not_go_on() {
    for (int minute = 0; minute <= 60; minute++) {
      course.take(air(minute, 4));
    }
    course.finish(at(60));

    assertThat(course.coverage(at(60)))
        .hasSize(2)
        .allSatisfy(c -> assertThat(c.compliant()).isEqualTo(Duration.ofMinutes(30)));
  }

  @Test
  void without_data_nothing_is_proven() {
    course.take(air(0, 4));
    course.finish(at(29));

    assertThat(course.coverage(at(29)))
        .singleElement()
        .satisfies(c -> assertThat(c.compliant()).isEqualTo(Duration.ofMinutes(10)))
        .satisfies(c -> assertThat(c.unproven()).isEqualTo(Duration.ofMinutes(19)));
  }

  @Test
  void the_sums_of_rules_are_apart() {
    Course two =
        new Course(
            rules(
                List.of(
                    warm(),
                    rule("COLD", new Threshold<>(new Raw(Metric.TEMPERATURE), false, 2, 3)))),
            new HalfHours());
    for (int minute = 0; minute <= 30; minute++) {
      two.take(air(minute, minute < 12 ? 9 : 1));
    }
    two.finish(at(30));

    assertThat(two.coverage(at(30)))
        .extracting(c -> c.rule().value() + " " + c.breach().toMinutes())
        .containsExactly("WARM 12", "COLD 18");
  }

  @Test
  void a_night_severity_counts_in_the_night_and_never_makes_it_milder() {
    Schedule night = new Always();
    assertThat(
            new Rule(
                    RuleId.of("N"),
                    List.of(),
                    Optional.of(new Rule.Night(night, Severity.CRITICAL)))
                .severity(tier(warmKind()), 0))
        .isEqualTo(Severity.CRITICAL);
    assertThat(
            new Rule(RuleId.of("N"), List.of(), Optional.of(new Rule.Night(night, Severity.NOTICE)))
                .severity(tier(warmKind()), 0))
        .isEqualTo(Severity.MAJOR);
  }

  private static DeviceRules rules(List<Rule> rules) {
    return new DeviceRules(FRIDGE, rules, 10 * MINUTE, Double.POSITIVE_INFINITY, 0);
  }

  private static Rule warm() {
    return rule("WARM", warmKind());
  }

  private static Threshold<Double> warmKind() {
    return new Threshold<>(new Raw(Metric.TEMPERATURE), true, 8, 7);
  }

  private static Rule rule(String id, Kind<?> kind) {
    return new Rule(RuleId.of(id), List.of(tier(kind)), Optional.empty());
  }

  private static Tier<?> tier(Kind<?> kind) {
    return new Tier<>(Severity.MAJOR, kind, new Hold(0, 0));
  }

  private static Reading air(int minute, double value) {
    return Reading.of(FRIDGE, Metric.TEMPERATURE, at(minute), value);
  }

  private static Instant at(int minute) {
    return Instant.ofEpochMilli(minute * MINUTE);
  }

  private record Always() implements Schedule {
    @Override
    public boolean contains(long at) {
      return true;
    }

    @Override
    public long nextChange(long after) {
      return Kind.NEVER;
    }
  }
}
