package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;
import wuchang.domain.finding.DeviceState;
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.finding.Finding;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Silent;
import wuchang.rules.kind.Threshold;

/** What is told of a device, and when: live, late, and while it hands in its past. */
class WatchTest {
  private static final DeviceId FRIDGE = DeviceId.of("fridge");
  private static final long MINUTE = 60_000;
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final RuleEngine engine = new RuleEngine(List.of(rules()), START);

  @Test
  void ticks_stay_two_seconds_behind_the_clock() {
    engine.take(List.of(air(0, 9)), at(0));
    for (int minute = 1; minute < 10; minute++) {
      engine.take(List.of(air(minute, 9)), at(minute));
    }

    assertThat(engine.tick(at(10).plusMillis(1_999))).isEmpty();
    assertThat(engine.tick(at(10).plusMillis(2_000))).hasSize(1);
    assertThat(engine.episodes().get(0).raisedAt()).isEqualTo(at(10));
    assertThat(engine.episodes().get(0).live()).isTrue();
  }

  @Test
  void silence_is_found_two_seconds_after_it_is_due_and_not_before_the_device_should_speak() {
    assertThat(engine.tick(at(15).plusMillis(1_999))).isEmpty();
    assertThat(engine.tick(at(15).plusMillis(2_000)))
        .singleElement()
        .satisfies(f -> assertThat(f.episode().since()).isEqualTo(START));
  }

  @Test
  void the_past_of_a_device_is_told_when_no_more_of_it_has_come_for_two_seconds() {
    Instant now = at(1_000);
    RuleEngine started = new RuleEngine(List.of(rules()), now);
    assertThat(started.take(past(0, 12, 9), now).findings()).isEmpty();
    assertThat(started.keepsBack()).isTrue();
    assertThat(started.tick(now.plusMillis(1_999))).isEmpty();

    List<Finding> told = started.tick(now.plusMillis(2_000));

    assertThat(told).hasSize(1);
    assertThat(told.get(0).episode().live()).isFalse();
    assertThat(started.keepsBack()).isFalse();
  }

  @Test
  void what_keeps_coming_is_told_after_a_minute_all_the_same() {
    List<Observation> past = past(0, 70, 9);
    Instant first = START.plus(Duration.ofDays(1));
    engine.tick(first);
    int told = 0;
    for (int i = 0; i < past.size(); i++) {
      Instant now = first.plusSeconds(i);
      if (!engine.take(List.of(past.get(i)), now).findings().isEmpty()) {
        told++;
        assertThat(now).isEqualTo(first.plusSeconds(60));
      }
    }

    assertThat(told).isOne();
  }

  @Test
  void for_half_a_minute_without_a_message_time_does_not_run_ahead_of_what_it_hands_in() {
    Instant now = at(1_000);
    engine.take(past(0, 5, 4), now);
    assertThat(engine.tick(now.plusMillis(29_999))).isEmpty();

    assertThat(engine.tick(now.plusMillis(30_000)))
        .singleElement()
        .satisfies(f -> assertThat(f.episode().rule().value()).isEqualTo("SILENT"));
  }

  @Test
  void history_that_the_device_shows_to_go_on_is_confirmed() {
    Instant now = at(60);
    List<Finding> told = new ArrayList<>(engine.take(past(0, 50, 9), now).findings());
    told.addAll(engine.take(past(50, 60, 9), now.plusSeconds(3)).findings());

    assertThat(told)
        .extracting(f -> f.getClass().getSimpleName())
        .containsExactly("Breached", "Confirmed");
    assertThat(engine.episodes().get(0).live()).isTrue();
  }

  @Test
  void a_replay_confirms_nothing_until_it_has_been_quiet_for_half_a_minute() {
    Instant now = at(30);
    List<Observation> replayed = new ArrayList<>();
    for (Observation o : past(0, 30, 9)) {
      Reading r = (Reading) o;
      replayed.add(
          new Reading(FRIDGE, r.metric(), r.time(), r.value(), Flaw.NONE, Provenance.HISTORY, now));
    }
    List<Finding> told = engine.take(replayed, now).findings();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).episode().live()).isFalse();
    assertThat(engine.tick(now.plusMillis(29_999))).isEmpty();

    assertThat(engine.tick(now.plusMillis(30_000)))
        .singleElement()
        .isInstanceOf(Finding.Confirmed.class);
  }

  @Test
  void a_late_reading_that_shows_it_was_right_withdraws_what_was_told() {
    List<Observation> past = past(0, 12, 9);
    past.remove(5);
    assertThat(engine.take(past, at(12)).findings()).hasSize(1);

    List<Finding> told = engine.take(List.of(air(5, 4)), at(12)).findings();

    assertThat(told).singleElement().isInstanceOf(Finding.Revised.class);
    assertThat(engine.episodes()).isEmpty();
  }

  @Test
  void a_device_stands_by_its_rules_and_its_newest_readings() {
    DeviceState before = engine.states(START).get(0);
    assertThat(before.state()).isEqualTo(EvidenceState.UNPROVEN);
    assertThat(before.latest()).isEmpty();

    engine.take(List.of(air(1, 5), air(0, 4)), at(1));
    engine.take(List.of(Reading.of(FRIDGE, Metric.DOOR_OPEN, at(1), 0)), at(1));
    DeviceState state = engine.states(at(2)).get(0);

    assertThat(state.state()).isEqualTo(EvidenceState.COMPLIANT);
    assertThat(state.latest()).extracting(Reading::metric).isSorted();
    assertThat(state.latest()).extracting(Reading::value).containsExactlyInAnyOrder(5.0, 0.0);
    assertThat(engine.states(at(11)).get(0).state()).isEqualTo(EvidenceState.UNPROVEN);
    assertThat(engine.states(List.of(DeviceId.of("nobody")), at(2))).isEmpty();
  }

  @Test
  void what_is_too_old_for_memory_is_said_to_be_too_late() {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      all.add(Reading.of(FRIDGE, Metric.TEMPERATURE, START.plusSeconds(10L * i), 4 + i % 2));
    }
    Instant now = START.plusSeconds(120_000);
    assertThat(engine.take(all, now).tooLate()).isEmpty();

    Instant remembers = engine.remembers(FRIDGE);
    assertThat(remembers).isAfter(START);
    assertThat(engine.held(FRIDGE)).hasSizeLessThan(8_200);
    assertThat(engine.held(FRIDGE).get(0).time()).isAfter(remembers);
    assertThat(engine.take(List.of(reading(remembers.plusMillis(1))), now).tooLate()).isEmpty();
    assertThat(
            engine
                .take(List.of(reading(remembers), reading(remembers.minusSeconds(1))), now)
                .tooLate())
        .containsEntry(FRIDGE, remembers.minusSeconds(1));
  }

  @Test
  void of_a_device_that_nobody_watches_nothing_is_held() {
    DeviceId nobody = DeviceId.of("nobody");

    assertThat(engine.held(nobody)).isEmpty();
    assertThat(engine.remembers(nobody)).isEqualTo(Instant.EPOCH);
    assertThat(engine.take(List.of(Reading.of(nobody, Metric.TEMPERATURE, START, 9)), START))
        .isEqualTo(new RuleEngine.Look(List.of(), java.util.Map.of()));
  }

  @Test
  void each_rule_that_looks_at_a_reading_is_counted() {
    engine.take(List.of(air(0, 4), air(1, 4)), at(1));
    assertThat(engine.evaluations()).isEqualTo(4);

    engine.take(List.of(Reading.of(FRIDGE, Metric.DOOR_OPEN, at(2), 0)), at(2));
    assertThat(engine.evaluations()).as("silence hears a door, too").isEqualTo(5);
  }

  private static Reading reading(Instant at) {
    return Reading.of(FRIDGE, Metric.TEMPERATURE, at, 4.5);
  }

  private static List<Observation> past(int from, int to, double value) {
    List<Observation> past = new ArrayList<>();
    for (int minute = from; minute < to; minute++) {
      past.add(air(minute, value));
    }
    return past;
  }

  private static Reading air(int minute, double value) {
    return Reading.of(FRIDGE, Metric.TEMPERATURE, at(minute), value);
  }

  private static Instant at(int minute) {
    return START.plusMillis(minute * MINUTE);
  }

  private static DeviceRules rules() {
    Tier<?> warm =
        new Tier<>(
            Severity.MAJOR,
            new Threshold<>(new Raw(Metric.TEMPERATURE), true, 8, 7),
            new Hold(10 * MINUTE, 0));
    Tier<?> silent = new Tier<>(Severity.WARNING, new Silent(), new Hold(15 * MINUTE, 0));
    return new DeviceRules(
        FRIDGE,
        List.of(
            new Rule(RuleId.of("WARM"), List.of(warm), Optional.empty()),
            new Rule(RuleId.of("SILENT"), List.of(silent), Optional.empty())),
        10 * MINUTE,
        Double.POSITIVE_INFINITY,
        START.toEpochMilli());
  }
}
