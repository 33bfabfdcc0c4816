package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.Episode;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Threshold;

/** A freezer that defrosts by itself: first a notice, from the fourth on nothing, if it is one. */
class DefrostsTest {
  private static final DeviceId DEVICE = DeviceId.of("freezer");
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final long MINUTE = 60_000;
  private static final int STEP = 2;

  @Test
  void a_defrost_is_a_notice_until_its_rhythm_is_known_and_then_nothing() {
    List<Observation> past = new ArrayList<>();
    freezing(past, 7 * 24 * 60, 40 * 60, 30, -8);

    List<Episode> found = straight(past);

    assertThat(found).hasSize(3);
    assertThat(found).allMatch(e -> e.severity() == Severity.NOTICE);
    assertThat(found.get(0).evidence().toString()).contains("looks_like", "defrost");
  }

  @Test
  void a_defrost_with_an_open_door_is_none() {
    List<Observation> past = new ArrayList<>();
    freezing(past, 3 * 24 * 60, 40 * 60, 30, -8);
    past.add(Reading.of(DEVICE, Metric.DOOR_OPEN, START.plusSeconds(40 * 3600 + 60), 1));
    past.add(Reading.of(DEVICE, Metric.DOOR_OPEN, START.plusSeconds(40 * 3600 + 90), 0));
    past.sort(Past.ORDER);

    assertThat(straight(past).get(0).severity()).isEqualTo(Severity.MAJOR);
  }

  @Test
  void what_does_not_come_back_is_as_grave_as_it_is_once_a_defrost_is_over() {
    List<Observation> past = new ArrayList<>();
    freezing(past, 45 * 60, 40 * 60, 30, -8);
    past.removeIf(o -> o.time().isAfter(START.plusSeconds((40 * 60 + 20) * 60)));
    for (int minute = 40 * 60 + 22; minute < 44 * 60; minute += STEP) {
      past.add(air(minute, -8));
    }

    Episode found = straight(past).get(0);

    assertThat(found.severity()).isEqualTo(Severity.MAJOR);
    assertThat(found.steps().get(0).severity()).isEqualTo(Severity.NOTICE);
    assertThat(found.steps().get(1).at()).isBefore(START.plusSeconds((40 * 60 + 45) * 60));
  }

  @Test
  void too_warm_for_a_defrost_is_told_at_once() {
    List<Observation> past = new ArrayList<>();
    freezing(past, 42 * 60, 40 * 60, 30, -1);

    assertThat(straight(past).get(0).severity()).isEqualTo(Severity.MAJOR);
  }

  @Test
  void a_clock_that_is_wrong_proves_nothing() {
    List<Observation> past = new ArrayList<>();
    freezing(past, 42 * 60, 40 * 60, 30, -1);
    List<Observation> skewed = past.stream().map(DefrostsTest::skewed).toList();

    assertThat(straight(skewed)).isEmpty();
  }

  @Property(tries = 8)
  void any_order_and_either_judge_learn_the_same(@ForAll long seed) {
    Random random = new Random(seed);
    List<Observation> past = new ArrayList<>();
    int every = 60 * (7 + random.nextInt(34));
    freezing(past, 6 * 24 * 60, every, 10 + random.nextInt(40), -9 + random.nextInt(5));
    past.removeIf(o -> random.nextInt(40) == 0);
    List<Observation> shuffled = new ArrayList<>(past);
    Collections.shuffle(shuffled, random);
    Instant end = past.get(past.size() - 1).time();

    RuleEngine engine = new RuleEngine(List.of(rules()), START);
    for (int i = 0; i < shuffled.size(); i += 500) {
      engine.take(shuffled.subList(i, Math.min(i + 500, shuffled.size())), end);
    }

    assertThat(engine.episodes().stream().map(Episode::confirmed).toList())
        .isEqualTo(straight(past).stream().map(Episode::confirmed).toList());
  }

  private static List<Episode> straight(List<Observation> past) {
    Course course = new Course(rules());
    past.forEach(course::take);
    course.finish(past.get(past.size() - 1).time());
    return course.episodes();
  }

  /** A thermostat's swing about −18 °C, and a defrost every so many minutes. */
  private static void freezing(List<Observation> into, int minutes, int every, int high, int top) {
    for (int minute = 0; minute < minutes; minute += STEP) {
      int phase = minute % every;
      boolean defrost = minute >= every && phase < high;
      into.add(air(minute, defrost ? Math.min(top, -18 + 2 * phase) : -18 + minute % 20 / 10));
    }
  }

  private static Reading air(int minute, double value) {
    return Reading.of(DEVICE, Metric.TEMPERATURE, START.plusMillis(minute * MINUTE), value);
  }

  private static Observation skewed(Observation o) {
    Reading r = (Reading) o;
    return new Reading(
        r.device(), r.metric(), r.time(), r.value(), Flaw.CLOCK_SKEW, Provenance.LIVE, r.arrived());
  }

  private static DeviceRules rules() {
    Tier<?> tier =
        new Tier<>(
            Severity.MAJOR,
            new Threshold<>(new Raw(Metric.TEMPERATURE), true, -12, -13),
            new Hold(10 * MINUTE, MINUTE),
            new Leniency(true, 60 * MINUTE, true, -5));
    return new DeviceRules(
        DEVICE,
        List.of(new Rule(RuleId.of("FROZEN"), List.of(tier), Optional.empty())),
        10 * MINUTE,
        10,
        START.toEpochMilli());
  }
}
