package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Crowd;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.PowerMishap;

class PowerMishapTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void from_half_its_severity_on_the_voltage_is_out_of_range_in_every_house(long seed) {
    double low = mean(Metric.VOLTAGE, after(seed, PowerMishap.UNDERVOLTAGE, 0.5));
    double high = mean(Metric.VOLTAGE, after(seed, PowerMishap.OVERVOLTAGE, 0.5));

    assertThat(low).isLessThan(220 * 0.9);
    assertThat(high).isGreaterThan(220 * 1.07);
  }

  @Test
  void a_lost_phase_gives_nothing_and_the_others_go_on() {
    Playing<ElectricityMeter> playing = after(2, PowerMishap.PHASE_LOSS, 1);
    Map<Metric, Double> shown = playing.machine().readings();
    List<Double> volts = byPhase(shown, "voltage");
    List<Double> amps = byPhase(shown, "current");
    int lost = volts.indexOf(0.0);

    assertThat(volts).filteredOn(v -> v > 200).hasSize(2);
    assertThat(amps.get(lost)).isZero();
    assertThat(playing.machine().supply(lost + 1)).isZero();
    assertThat(playing.machine().supply((lost + 1) % 3 + 1)).isEqualTo(1);
  }

  @Test
  void a_dead_circuit_shows_nothing_and_keeps_its_counter() {
    Playing<ElectricityMeter> playing = playing(3).during(Bustle.SERVING).fed(1_000).pass(HOUR);
    double before = playing.machine().readings().get(Metric.ENERGY_TOTAL);
    playing.with(PowerMishap.DEAD_CIRCUIT, 1, HOUR).pass(HOUR.minusMinutes(1));

    assertThat(playing.machine().readings())
        .containsEntry(Metric.POWER, 0.0)
        .containsEntry(Metric.VOLTAGE, 0.0)
        .containsEntry(Metric.RESIDUAL_CURRENT, 0.0)
        .containsEntry(Metric.ENERGY_TOTAL, before);
    assertThat(playing.machine().supply(1)).isZero();
    playing.pass(Duration.ofMinutes(2));
    assertThat(playing.machine().watts()).isGreaterThan(1_000);
  }

  @Test
  void a_dip_is_over_after_two_seconds() {
    List<Double> volts = new ArrayList<>();
    playing(4)
        .watch(now -> volts.add(now.readings().get(Metric.VOLTAGE)))
        .with(PowerMishap.VOLTAGE_SAG, 0.9, Duration.ofMinutes(1))
        .pass(Duration.ofMinutes(2));

    assertThat(volts.get(0)).isLessThan(100);
    assertThat(volts.subList(2, volts.size())).allMatch(v -> v > 210);
  }

  @Test
  void what_is_left_on_is_more_than_the_night_usually_takes() {
    double usual = mean(Metric.POWER, playing(5));
    double left = mean(Metric.POWER, after(5, PowerMishap.LEFT_ON, 0.35));

    assertThat(usual).isBetween(600.0, 1_600.0);
    assertThat(left).isGreaterThan(2 * usual);
  }

  @Test
  void damp_insulation_leaks_and_sound_insulation_hardly() {
    double usual = mean(Metric.RESIDUAL_CURRENT, playing(6).during(Bustle.SERVING));
    double damp = mean(Metric.RESIDUAL_CURRENT, after(6, PowerMishap.EARTH_LEAKAGE, 0.45));

    assertThat(usual).isBetween(5.0, 60.0);
    assertThat(damp).isGreaterThan(350);
  }

  @Test
  void a_reset_counter_begins_at_0() {
    Playing<ElectricityMeter> playing = after(7, PowerMishap.ENERGY_COUNTER_RESET, 1);

    assertThat(playing.machine().readings().get(Metric.ENERGY_TOTAL)).isLessThan(0.2);
  }

  @Test
  void the_phases_add_up_and_the_power_factor_is_that_of_a_kitchen() {
    Playing<ElectricityMeter> playing = playing(8).during(Bustle.PREPARING).pass(HOUR);
    Map<Metric, Double> shown = playing.machine().readings();
    double sum = byPhase(shown, "power").stream().mapToDouble(w -> w).sum();

    assertThat(sum).isCloseTo(shown.get(Metric.POWER), within(2.0));
    assertThat(shown.get(Metric.POWER_FACTOR)).isBetween(0.9, 1.0);
  }

  private static List<Double> byPhase(Map<Metric, Double> shown, String name) {
    return List.of(
        shown.get(Metric.of(name + "_l1")),
        shown.get(Metric.of(name + "_l2")),
        shown.get(Metric.of(name + "_l3")));
  }

  private static Playing<ElectricityMeter> after(long seed, MishapKind kind, double severity) {
    return playing(seed).with(kind, severity, HOUR).pass(Duration.ofMinutes(1));
  }

  /** Over half an hour. */
  private static double mean(Metric metric, Playing<ElectricityMeter> playing) {
    List<Double> values = new ArrayList<>();
    playing.watch(now -> values.add(now.readings().get(metric))).pass(Duration.ofMinutes(30));
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  private static Playing<ElectricityMeter> playing(long seed) {
    PowerBuild build =
        PowerBuild.of(
            63, 3, 220, 999_999.99, Crowd.of(ZoneOffset.UTC, "east"), new SplittableRandom(seed));
    return new Playing<>(ElectricityMeter.standing(build, 1_234.5), seed);
  }
}
