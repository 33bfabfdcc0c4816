package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.MINUTE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/** More than 1000 W below 120 °C must bring 5 K within ten minutes. */
class HeatsInVainTest {
  private static final long DUE = 10 * MINUTE;
  private static final long GAP = 15 * MINUTE;

  private final HeatsInVain rule = new HeatsInVain(1000, 120, 5, DUE, GAP);
  private final Told<HeatsInVain.Heat> told = new Told<>(rule);

  @Test
  void it_listens_to_heat_power_and_door_and_lives_by_the_heat() {
    assertThat(new Metric[] {Metric.TEMPERATURE, Metric.POWER, Metric.DOOR_OPEN})
        .allMatch(rule::wants);
    assertThat(rule.wants(Metric.VOLTAGE)).isFalse();
    assertThat(rule.refreshedBy(Metric.TEMPERATURE)).isTrue();
    assertThat(rule.refreshedBy(Metric.POWER)).isFalse();
    assertThat(told.hear(Metric.POWER, 0, 2000).at(DUE)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void after_ten_minutes_without_getting_hotter_it_is_wrong() {
    heated(MINUTE, 20);
    long due = MINUTE + DUE;

    assertThat(told.changes(MINUTE)).isEqualTo(due);
    assertThat(told.at(due - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(told.at(due)).isEqualTo(Verdict.CERTAIN);
    assertThat(told.changes(due)).isEqualTo(Kind.NEVER);
    assertThat(told.since(due)).isEqualTo(MINUTE);
    assertThat(told.evidence(MINUTE + due))
        .isEqualTo(
            Evidence.NONE
                .with("fault", "heats_in_vain")
                .with("value", 20, Unit.CELSIUS)
                .with("limit", 120, Unit.CELSIUS)
                .with("lasted", Duration.ofMinutes(11)));
  }

  @ParameterizedTest
  @CsvSource({"1000, 20, RIGHT", "1001, 20, CERTAIN", "1001, 119.9, CERTAIN", "1001, 120, RIGHT"})
  void it_heats_above_its_watts_and_below_its_target(
      double watts, double celsius, Verdict verdict) {
    told.hear(Metric.TEMPERATURE, 0, celsius).hear(Metric.POWER, 0, watts);

    assertThat(told.at(DUE)).isEqualTo(verdict);
    assertThat(told.changes(0)).isEqualTo(verdict == Verdict.RIGHT ? Kind.NEVER : DUE);
  }

  @ParameterizedTest
  @CsvSource({"24.9, CERTAIN", "25, RIGHT"})
  void five_kelvin_more_begin_it_anew(double celsius, Verdict verdict) {
    heated(0, 20);
    told.hear(Metric.TEMPERATURE, 5 * MINUTE, celsius);

    assertThat(told.at(DUE)).isEqualTo(verdict);
    assertThat(told.at(5 * MINUTE + DUE)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void an_open_door_heats_the_kitchen_and_closing_it_begins_anew() {
    heated(0, 20);
    told.hear(Metric.DOOR_OPEN, MINUTE, 1);
    assertThat(told.at(DUE)).isEqualTo(Verdict.RIGHT);

    told.hear(Metric.DOOR_OPEN, 2 * MINUTE, 0);
    assertThat(told.at(DUE)).isEqualTo(Verdict.RIGHT);
    assertThat(told.at(2 * MINUTE + DUE)).isEqualTo(Verdict.CERTAIN);
  }

  @Test
  void a_heater_that_was_switched_off_begins_anew() {
    heated(0, 20);
    told.hear(Metric.POWER, MINUTE, 0).hear(Metric.POWER, 2 * MINUTE, 2000);

    assertThat(told.since(DUE)).isEqualTo(2 * MINUTE);
  }

  @ParameterizedTest
  @CsvSource({"0, 60000", "1, 960001"})
  void a_silence_longer_than_a_sample_holds_begins_anew(long more, long since) {
    heated(MINUTE, 20);
    told.hear(Metric.TEMPERATURE, MINUTE + GAP + more, 20);

    assertThat(told.since(2 * GAP)).isEqualTo(since);
  }

  private void heated(long at, double celsius) {
    told.hear(Metric.POWER, at, 2000).hear(Metric.TEMPERATURE, at, celsius);
  }
}
