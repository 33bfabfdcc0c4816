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
import wuchang.domain.finding.EvidenceState;
import wuchang.domain.reading.Flaw;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.domain.reading.Provenance;
import wuchang.domain.reading.Reading;
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

  private static DeviceRules rules() {
    Tier<?> warm =
        new Tier<>(
            Severity.MAJOR,
            new Threshold<>(new Raw(Metric.TEMPERATURE), true, 8, 7),
            new Hold(15 * MINUTE, MINUTE),
            new Leniency(true, 0, false, 10));
    Tier<?> stuck =
        new Tier<>(
            Severity.WARNING,
            new Stuck(Metric.TEMPERATURE, 5 * MINUTE, 5, 0.1, 10 * MINUTE),
            new Hold(0, 0));
    return new DeviceRules(
        DEVICE,
        List.of(
            new Rule(WARM, List.of(warm), Optional.empty()),
            new Rule(RuleId.of("STUCK"), List.of(stuck), Optional.empty())),
        10 * MINUTE,
        10,
        START.toEpochMilli());
  }
}
