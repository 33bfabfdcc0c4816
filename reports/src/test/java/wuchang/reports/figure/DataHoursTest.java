package wuchang.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.RuleId;
import wuchang.domain.Text;
import wuchang.domain.finding.Coverage;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Traits;

/** Hours with good data, told from what rules could say of a day. */
class DataHoursTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-11");
  private static final Basis WARM = new Basis(Set.of(Metric.TEMPERATURE), false);
  private static final Basis DOOR = new Basis(Set.of(Metric.DOOR_OPEN), false);
  private static final Basis DATED = new Basis(Set.of(), false);
  private static final Basis SILENT = new Basis(Set.of(), true);

  private final Map<RuleId, Basis> rules = new HashMap<>();
  private final List<Coverage> rows = new ArrayList<>();

  @Test
  void silence_a_date_and_a_patrol_prove_no_data() {
    row(DAY, "FRG-01", WARM, 0, 0);
    row(DAY, "SEN-01", SILENT, 0, 24);
    row(DAY, "SEN-05", DATED, 24, 0);

    assertThat(hours(DeviceKind.FRIDGE)).containsExactly(0L);
  }

  @Test
  void what_was_seen_to_be_wrong_was_seen() {
    row(DAY, "FRG-01", WARM, 10, 6);

    assertThat(hours(DeviceKind.FRIDGE)).containsExactly(16L);
  }

  @Test
  void a_rule_that_is_still_learning_does_not_make_its_sensor_any_poorer() {
    row(DAY, "FRG-01", WARM, 24, 0);
    row(DAY, "FRG-05", WARM, 3, 0);

    assertThat(hours(DeviceKind.FRIDGE)).containsExactly(24L);
  }

  @Test
  void a_dead_probe_does_not_hide_behind_a_door_that_speaks_nor_the_door_behind_the_probe() {
    row(DAY, "FRG-01", WARM, 5, 0);
    row(DAY, "DOOR-01", DOOR, 24, 0);
    row(DAY.plusDays(1), "FRG-01", WARM, 24, 0);
    row(DAY.plusDays(1), "DOOR-01", DOOR, 7, 0);

    assertThat(hours(DeviceKind.FRIDGE)).containsExactly(5L, 7L);
  }

  @Test
  void a_door_is_expected_from_the_day_on_that_it_spoke_and_a_probe_always() {
    row(DAY, "FRG-01", WARM, 24, 0);
    row(DAY, "DOOR-01", DOOR, 0, 0);
    row(DAY.plusDays(1), "FRG-01", WARM, 24, 0);
    row(DAY.plusDays(1), "DOOR-01", DOOR, 9, 0);

    assertThat(hours(DeviceKind.FRIDGE)).containsExactly(24L, 9L);

    rows.clear();
    row(DAY, "FRG-01", WARM, 0, 0);
    row(DAY, "DOOR-01", DOOR, 24, 0);
    assertThat(hours(DeviceKind.FRIDGE)).as("the probe never spoke").containsExactly(0L);
  }

  @Test
  void rules_that_share_a_metric_are_about_one_sensor() {
    row(DAY, "WAT-01", new Basis(Set.of(Metric.WATER_TOTAL), false), 20, 0);
    row(DAY, "WAT-03", new Basis(Set.of(Metric.WATER_TOTAL, Metric.FLOW_RATE), false), 0, 0);
    row(DAY, "WAT-07", new Basis(Set.of(Metric.FLOW_RATE), false), 0, 0);

    assertThat(hours(DeviceKind.WATER_METER)).containsExactly(20L);
  }

  @Test
  void a_gate_that_speaks_on_events_is_there_unless_it_is_known_to_be_silent() {
    row(DAY, "GAT-02", DATED, 24, 0);
    assertThat(hours(DeviceKind.ACCESS_GATE)).containsExactly(24L);

    row(DAY, "SEN-01", SILENT, 4, 20);
    assertThat(hours(DeviceKind.ACCESS_GATE)).containsExactly(4L);
  }

  private List<Long> hours(DeviceKind kind) {
    Device device =
        new Device(
            DeviceId.of("d"),
            kind,
            AreaId.of("a"),
            Text.same("d"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Traits.NONE,
            List.of(),
            Map.of());
    return DataHours.of(device, rules, rows).values().stream().map(Duration::toHours).toList();
  }

  private void row(LocalDate day, String rule, Basis basis, int right, int wrong) {
    rules.put(RuleId.of(rule), basis);
    rows.add(
        new Coverage(
            Coverage.Period.of(day),
            DeviceId.of("d"),
            RuleId.of(rule),
            Duration.ofHours(right),
            Duration.ofHours(wrong),
            Duration.ofHours(24 - right - wrong)));
  }
}
