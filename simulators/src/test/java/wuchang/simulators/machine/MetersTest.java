package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Crowd;
import wuchang.simulators.mishap.PowerMishap;
import wuchang.simulators.mishap.WaterMishap;

class MetersTest {
  private static final Crowd CROWD = Crowd.of(ZoneOffset.UTC, "east");

  @Test
  void a_water_counter_never_goes_back_and_counts_what_flowed() {
    double[] flowed = {0};
    List<Double> shown = new ArrayList<>();
    WaterMeter before = water(1, 99_999.999, 1_000);
    WaterMeter after =
        new Playing<>(before, 1)
            .during(Bustle.CLEANING)
            .watch(
                now -> {
                  flowed[0] += now.flow() * 2 / 60;
                  shown.add(now.readings().get(Metric.WATER_TOTAL));
                })
            .pass(Duration.ofHours(3))
            .machine();

    assertThat(shown).isSorted();
    assertThat(shown).allMatch(m3 -> Math.abs(m3 * 100 - Math.round(m3 * 100)) < 1e-6);
    assertThat(after.litres() - before.litres()).isCloseTo(flowed[0], within(1e-6));
    assertThat(flowed[0]).as("litres in three hours of cleaning").isBetween(2_500.0, 14_000.0);
  }

  @Test
  void a_closed_kitchen_uses_next_to_nothing() {
    WaterMeter before = water(2, 99_999.999, 1_000);
    WaterMeter after =
        new Playing<>(before, 2).during(Bustle.CLOSED).pass(Duration.ofHours(6)).machine();

    assertThat(after.litres() - before.litres()).isBetween(0.0, 60.0);
  }

  @Test
  void open_taps_never_bring_more_than_the_nameplate_and_a_burst_does() {
    List<Double> usual = new ArrayList<>();
    List<Double> burst = new ArrayList<>();
    Playing<WaterMeter> playing =
        new Playing<>(water(3, 99_999.999, 1_000), 3)
            .during(Bustle.CLEANING)
            .watch(now -> usual.add(now.readings().get(Metric.FLOW_RATE)))
            .pass(Duration.ofHours(12));
    playing
        .watch(now -> burst.add(now.readings().get(Metric.FLOW_RATE)))
        .with(WaterMishap.BURST_PIPE, 1, Duration.ofMinutes(15))
        .pass(Duration.ofMinutes(14));

    assertThat(usual).allMatch(flow -> flow < 6);
    assertThat(burst).allMatch(flow -> flow > 6);
  }

  @Test
  void a_counter_begins_anew_at_its_modulus() {
    List<Double> shown = new ArrayList<>();
    new Playing<>(water(4, 999.999, 999.9), 4)
        .during(Bustle.CLEANING)
        .watch(now -> shown.add(now.readings().get(Metric.WATER_TOTAL)))
        .pass(Duration.ofHours(1));

    assertThat(shown.get(0)).isGreaterThan(999);
    assertThat(shown.get(shown.size() - 1)).isLessThan(10);
  }

  @Test
  void energy_is_the_sum_of_power() {
    double[] joules = {0};
    List<Double> shown = new ArrayList<>();
    ElectricityMeter before = electricity(5);
    ElectricityMeter after =
        new Playing<>(before, 5)
            .during(Bustle.SERVING)
            .fed(2_000)
            .watch(
                now -> {
                  joules[0] += now.watts() * 2;
                  shown.add(now.readings().get(Metric.ENERGY_TOTAL));
                })
            .pass(Duration.ofHours(2))
            .machine();

    assertThat(after.kwh() - before.kwh()).isCloseTo(joules[0] / 3.6e6, within(1e-6));
    assertThat(after.watts()).isGreaterThan(2_000);
    assertThat(shown).isSorted();
  }

  @Test
  void a_planned_circuit_is_not_overloaded_and_an_overloaded_one_is() {
    List<Double> usual = new ArrayList<>();
    List<Double> overloaded = new ArrayList<>();
    Playing<ElectricityMeter> playing =
        new Playing<>(electricity(6), 6)
            .watch(now -> usual.add(now.readings().get(Metric.CURRENT)));
    for (Bustle bustle : Bustle.values()) {
      playing.during(bustle).pass(Duration.ofHours(8));
    }
    playing
        .watch(now -> overloaded.add(now.readings().get(Metric.CURRENT)))
        .with(PowerMishap.OVERLOAD, 0.7, Duration.ofMinutes(10))
        .pass(Duration.ofMinutes(9));

    assertThat(usual).allMatch(amps -> amps < 63);
    assertThat(usual.stream().mapToDouble(a -> a).max().orElseThrow()).isGreaterThan(20);
    assertThat(overloaded).allMatch(amps -> amps > 63);
  }

  @Test
  void voltage_wanders_and_drops_under_load() {
    List<Double> idle = new ArrayList<>();
    Playing<ElectricityMeter> playing =
        new Playing<>(electricity(7), 7)
            .watch(now -> idle.add(now.readings().get(Metric.VOLTAGE)))
            .pass(Duration.ofHours(24));
    List<Double> loaded = new ArrayList<>();
    playing
        .watch(now -> loaded.add(now.readings().get(Metric.VOLTAGE)))
        .with(PowerMishap.OVERLOAD, 1, Duration.ofHours(9))
        .pass(Duration.ofHours(8));
    double mean = idle.stream().mapToDouble(v -> v).average().orElseThrow();

    assertThat(mean).isBetween(218.0, 232.0);
    assertThat(idle).allMatch(volts -> Math.abs(volts - mean) < 12);
    assertThat(loaded.stream().mapToDouble(v -> v).average().orElseThrow()).isLessThan(mean - 2);
  }

  private static WaterMeter water(long seed, double modulus, double cubicMetres) {
    WaterBuild build = WaterBuild.of(6, 10, modulus, 800, CROWD, new SplittableRandom(seed));
    return WaterMeter.closed(build, cubicMetres);
  }

  private static ElectricityMeter electricity(long seed) {
    PowerBuild build = PowerBuild.of(63, 3, 220, 999_999.99, CROWD, new SplittableRandom(seed));
    return ElectricityMeter.standing(build, 1_234.5);
  }
}
