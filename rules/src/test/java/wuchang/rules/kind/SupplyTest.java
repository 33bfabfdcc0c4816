package wuchang.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.rules.kind.Told.MINUTE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.Unit;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.Metric;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Schedule;
import wuchang.rules.kernel.Verdict;
import wuchang.rules.schedule.Constant;

/** 220 V; a phase is lost below 110 V beside one above 176 V, all is dead below 50 V and 5 W. */
class SupplyTest {
  private static final Metric L1 = Metric.of("voltage_l1");
  private static final Metric L2 = Metric.of("voltage_l2");
  private static final Metric L3 = Metric.of("voltage_l3");
  private static final long DEAD = 5 * MINUTE;
  private static final long OPENS = 60 * MINUTE;
  private static final long CLOSES = 120 * MINUTE;

  private final Told<Supply.Known> always = told(Constant.ALWAYS);

  @Test
  void before_a_voltage_was_heard_nothing_is_known() {
    assertThat(always.at(0)).isEqualTo(Verdict.UNKNOWN);
    assertThat(always.hear(Metric.POWER, 0, 3).at(0)).isEqualTo(Verdict.UNKNOWN);
    assertThat(always.changes(0)).isEqualTo(Kind.NEVER);
    assertThat(always.hear(Metric.VOLTAGE, 1, 220).at(1)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void it_listens_to_voltages_and_power() {
    Supply supply = new Supply(50, 80, 5, 50, DEAD, Constant.ALWAYS);

    assertThat(new Metric[] {L1, L2, L3, Metric.VOLTAGE, Metric.POWER}).allMatch(supply::wants);
    assertThat(supply.wants(Metric.CURRENT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "109.9, 176.1, WRONG",
    "110, 176.1, RIGHT",
    "109.9, 176, RIGHT",
  })
  void a_phase_is_lost_below_half_while_another_is_above_four_fifths(
      double lost, double other, Verdict verdict) {
    assertThat(always.hear(L1, 0, lost).hear(L3, 0, other).at(0)).isEqualTo(verdict);
  }

  @Test
  void it_is_lost_since_it_was_first_seen_so_and_back_at_once() {
    always.hear(L1, 0, 230).hear(L2, MINUTE, 20).hear(L2, 2 * MINUTE, 21).hear(L3, 2 * MINUTE, 60);
    assertThat(always.since(3 * MINUTE)).isEqualTo(MINUTE);
    assertThat(always.evidence(3 * MINUTE))
        .isEqualTo(Evidence.NONE.with("fault", "phase_lost").with("value", 21, Unit.VOLT));

    always.hear(L2, 4 * MINUTE, 230).hear(L3, 4 * MINUTE, 230);
    assertThat(always.at(4 * MINUTE)).isEqualTo(Verdict.RIGHT);
    assertThat(always.hear(L2, 6 * MINUTE, 0).since(6 * MINUTE)).isEqualTo(6 * MINUTE);
  }

  @Test
  void a_plain_voltage_is_no_phase_that_could_be_lost() {
    assertThat(always.hear(Metric.VOLTAGE, 0, 20).hear(L1, 0, 230).at(0)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void neither_voltage_nor_power_for_five_minutes_is_a_dead_circuit() {
    always.hear(Metric.POWER, 0, 4.9).hear(Metric.VOLTAGE, MINUTE, 49.9);
    long due = MINUTE + DEAD;

    assertThat(always.changes(MINUTE)).isEqualTo(due);
    assertThat(always.at(MINUTE)).isEqualTo(Verdict.BETWEEN);
    assertThat(always.at(due - 1)).isEqualTo(Verdict.BETWEEN);
    assertThat(always.at(due)).isEqualTo(Verdict.CERTAIN);
    assertThat(always.since(due)).isEqualTo(MINUTE);
    assertThat(always.changes(due)).isEqualTo(Kind.NEVER);
    assertThat(always.evidence(due))
        .isEqualTo(Evidence.NONE.with("fault", "dead").with("value", 49.9, Unit.VOLT));
  }

  @ParameterizedTest
  @CsvSource({"50, 4.9", "49.9, 5"})
  void the_limits_themselves_are_alive(double volts, double watts) {
    always.hear(Metric.VOLTAGE, 0, volts).hear(Metric.POWER, 0, watts);

    assertThat(always.at(DEAD)).isEqualTo(Verdict.RIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"voltage_l1", "voltage_l2", "voltage_l3", "voltage"})
  void one_voltage_that_is_there_keeps_all_alive(String metric) {
    always.hear(Metric.VOLTAGE, 0, 0).hear(L1, 0, 0).hear(L2, 0, 0).hear(L3, 0, 0);
    always.hear(Metric.POWER, 0, 0);
    assertThat(always.at(DEAD)).isEqualTo(Verdict.CERTAIN);

    always.hear(Metric.of(metric), 0, 60);
    assertThat(always.at(DEAD)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void without_its_power_nothing_is_dead() {
    assertThat(always.hear(Metric.VOLTAGE, 0, 0).at(DEAD)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void a_circuit_that_may_be_off_is_dead_only_when_it_is_needed() {
    Told<Supply.Known> kitchen = told(new Hours(OPENS, CLOSES));
    kitchen.hear(Metric.POWER, 0, 0).hear(Metric.VOLTAGE, 0, 0);

    assertThat(kitchen.at(DEAD)).isEqualTo(Verdict.RIGHT);
    assertThat(kitchen.changes(0)).isEqualTo(DEAD);
    assertThat(kitchen.changes(DEAD)).isEqualTo(OPENS);
    assertThat(kitchen.at(OPENS - 1)).isEqualTo(Verdict.RIGHT);
    assertThat(kitchen.at(OPENS)).isEqualTo(Verdict.CERTAIN);
    assertThat(kitchen.at(CLOSES)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void what_changes_first_is_announced() {
    Told<Supply.Known> kitchen = told(new Hours(OPENS, CLOSES));
    kitchen.hear(Metric.POWER, OPENS - MINUTE, 0).hear(Metric.VOLTAGE, OPENS - MINUTE, 0);

    assertThat(kitchen.changes(OPENS - MINUTE)).isEqualTo(OPENS);
    assertThat(kitchen.changes(OPENS)).isEqualTo(OPENS - MINUTE + DEAD);
  }

  private static Told<Supply.Known> told(Schedule needed) {
    return new Told<>(new Supply(50, 80, 5, 50, DEAD, needed));
  }
}
