package wuchang.rules.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
import wuchang.rules.kind.LowBattery;
import wuchang.rules.kind.Raw;
import wuchang.rules.kind.Stuck;
import wuchang.rules.kind.Threshold;

/** What looks right proves nothing while the probe hangs, its clock is wrong, or time is held. */
class UnprovenTest {
  private static final DeviceId DEVICE = DeviceId.of("fridge");
  private static final RuleId WARM = RuleId.of("WARM");
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final long MINUTE = 60_000;

  @Test
  void a_probe_that_moves_proves_that_all_is_right() {
    assertThat(after(readings(4, 4.1, 4, 4.1, 4, 4.1))).isEqualTo(EvidenceState.COMPLIANT);
  }

  @Test
  void a_probe_that_hangs_proves_nothing() {
    assertThat(after(readings(4, 4.1, 4, 4, 4, 4, 4, 4, 4))).isEqualTo(EvidenceState.UNPROVEN);
  }

  @Test
  void a_wrong_clock_proves_nothing() {
    List<Observation> skewed = new ArrayList<>();
    for (Observation o : readings(4, 4.1, 4, 4.1)) {
      Reading r = (Reading) o;
      skewed.add(
          new Reading(
              DEVICE,
              r.metric(),
              r.time(),
              r.value(),
              Flaw.CLOCK_SKEW,
              Provenance.LIVE,
              r.arrived()));
    }

    assertThat(after(skewed)).isEqualTo(EvidenceState.UNPROVEN);
  }

  @Test
  void what_is_wrong_after_loading_is_neither_right_nor_a_breach() {
    List<Observation> loaded = new ArrayList<>(readings(4, 4, 12, 12.1));
    loaded.add(Reading.of(DEVICE, Metric.DOOR_OPEN, START.plusSeconds(30), 1));
    loaded.add(Reading.of(DEVICE, Metric.DOOR_OPEN, START.plusSeconds(100), 0));

    assertThat(after(loaded)).isEqualTo(EvidenceState.UNPROVEN);
  }

  @Test
  void a_battery_that_was_never_heard_of_proves_nothing_and_is_missed_by_nobody() {
    Rule battery =
        new Rule(
            RuleId.of("BATTERY"),
            List.of(new Tier<>(Severity.NOTICE, new LowBattery(20, 10), new Hold(0, 0))),
            Optional.empty(),
            true);
    DeviceRules rules =
        new DeviceRules(DEVICE, List.of(warm(), battery), 10 * MINUTE, 10, START.toEpochMilli());
    RuleEngine engine = new RuleEngine(List.of(rules), START);
    Instant now = START.plusMillis(3 * MINUTE);

    engine.take(readings(4, 4.1), now);
    DeviceState without = engine.states(now).get(0);
    engine.take(List.of(Reading.of(DEVICE, Metric.BATTERY_PCT, now, 15)), now);

    assertThat(without.rules().get(battery.id())).isEqualTo(EvidenceState.UNPROVEN);
    assertThat(without.state()).isEqualTo(EvidenceState.COMPLIANT);
    assertThat(engine.states(now).get(0).state()).isEqualTo(EvidenceState.BREACH);
  }

  private static EvidenceState after(List<Observation> past) {
    RuleEngine engine = new RuleEngine(List.of(rules()), START);
    Instant now = START.plusMillis((past.size() + 1) * MINUTE);
    engine.take(past, now);
    return engine.states(now).get(0).rules().get(WARM);
  }

  private static List<Observation> readings(double... values) {
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      all.add(Reading.of(DEVICE, Metric.TEMPERATURE, START.plusMillis(i * MINUTE), values[i]));
    }
    return all;
  }

  private static Rule warm() {
    Tier<?> warm =
        new Tier<>(
            Severity.MAJOR,
            new Threshold<>(new Raw(Metric.TEMPERATURE), true, 8, 7),
            new Hold(15 * MINUTE, MINUTE),
            new Leniency(true, 0, false, 10));
    return new Rule(WARM, List.of(warm), Optional.empty());
  }

  private static DeviceRules rules() {
    Tier<?> stuck =
        new Tier<>(
            Severity.WARNING,
            new Stuck(Metric.TEMPERATURE, 5 * MINUTE, 5, 0.1, 10 * MINUTE),
            new Hold(0, 0));
    return new DeviceRules(
        DEVICE,
        List.of(warm(), new Rule(RuleId.of("STUCK"), List.of(stuck), Optional.empty())),
        10 * MINUTE,
        10,
        START.toEpochMilli());
  }
}
