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
import wuchang.domain.finding.Episode;
import wuchang.domain.finding.Finding;
import wuchang.rules.kind.Calibrated;

/** A calibration is due by the calendar, and no longer when the configuration has a newer one. */
class DueTest {
  private static final DeviceId DEVICE = DeviceId.of("fridge");
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void it_falls_due_without_any_reading() {
    RuleEngine engine = new RuleEngine(List.of(due(NOW.plusSeconds(60))), NOW);

    assertThat(engine.tick(NOW.plusSeconds(59))).isEmpty();
    List<Finding> found = engine.tick(NOW.plusSeconds(63));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).episode().raisedAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void a_newer_date_ends_it_though_nothing_is_heard() {
    RuleEngine before = new RuleEngine(List.of(due(NOW.minusSeconds(60))), NOW);
    Episode told = before.tick(NOW.plusSeconds(5)).get(0).episode();
    Instant later = NOW.plusSeconds(600);
    DeviceRules renewed =
        new DeviceRules(
            DEVICE, due(NOW.plus(Duration.ofDays(365))).rules(), 600_000, 10, later.toEpochMilli());

    RuleEngine after = new RuleEngine(List.of(), later, 1, Periods.NONE);
    after.rebuild(renewed, List.of(), List.of(told), List.of(told), Instant.MIN, later);
    after.tick(later.plusSeconds(5));

    assertThat(after.episodes().get(0).until()).contains(later);
  }

  private static DeviceRules due(Instant at) {
    Tier<?> tier =
        new Tier<>(Severity.NOTICE, new Calibrated("fridge", 0, at.toEpochMilli()), new Hold(0, 0));
    return new DeviceRules(
        DEVICE,
        List.of(new Rule(RuleId.of("DUE"), List.of(tier), Optional.empty())),
        600_000,
        10,
        NOW.toEpochMilli());
  }
}
