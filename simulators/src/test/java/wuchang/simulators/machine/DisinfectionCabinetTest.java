package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.mishap.CabinetMishap;

class DisinfectionCabinetTest {
  private final List<Double> celsius = new ArrayList<>();

  @Test
  void a_cycle_heats_holds_and_cools() {
    Playing<DisinfectionCabinet> playing =
        cabinet(1).during(Bustle.PREPARING).pass(Duration.ofHours(4));

    assertThat(longestAbove(120)).as("minutes above 120 °C").isBetween(14.0, 29.0);
    assertThat(celsius.stream().mapToDouble(c -> c).max().orElseThrow()).isLessThan(132);
    double heatUp = celsius.indexOf(first(120)) * 2.0 / 60;
    assertThat(heatUp).as("minutes from the switch to 120 °C").isBetween(15.0, 60.0);
    assertThat(playing.machine().readings().get(Metric.TEMPERATURE)).isLessThan(70);
  }

  @Test
  void a_closed_kitchen_disinfects_nothing() {
    cabinet(2).during(Bustle.CLOSED).pass(Duration.ofHours(24));

    assertThat(celsius).allMatch(c -> c < 40);
  }

  @Test
  void a_welded_contact_heats_to_the_limiter_until_somebody_pulls_the_plug() {
    Playing<DisinfectionCabinet> playing =
        cabinet(3).with(CabinetMishap.CABINET_OVERHEAT, 1, Duration.ofMinutes(30));
    playing.pass(Duration.ofMinutes(29));
    double hottest = celsius.stream().mapToDouble(c -> c).max().orElseThrow();
    double minutes = celsius.indexOf(first(160)) * 2.0 / 60;
    playing.pass(Duration.ofHours(2));

    assertThat(hottest).isBetween(178.0, 210.0);
    assertThat(minutes).as("a nearly empty cabinet is fast").isBetween(8.0, 17.0);
    assertThat(playing.machine().readings().get(Metric.TEMPERATURE)).isLessThan(100);
    assertThat(playing.machine().watts()).isLessThan(10);
  }

  private Playing<DisinfectionCabinet> cabinet(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CabinetBuild build = CabinetBuild.of(3_000, List.of(LocalTime.of(0, 5)), random);
    return new Playing<>(DisinfectionCabinet.cold(build), seed)
        .watch(now -> celsius.add(now.readings().get(Metric.TEMPERATURE)));
  }

  private Double first(double above) {
    return celsius.stream().filter(c -> c > above).findFirst().orElseThrow();
  }

  private double longestAbove(double limit) {
    int longest = 0;
    int run = 0;
    for (double value : celsius) {
      run = value > limit ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest * 2 / 60.0;
  }
}
