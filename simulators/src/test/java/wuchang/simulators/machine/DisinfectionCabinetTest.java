package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Traits.Disinfection;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.mishap.CabinetMishap;

class DisinfectionCabinetTest {
  private static final double SERVICE_MINUTE = 360;

  private final List<Double> celsius = new ArrayList<>();
  private final List<Double> watts = new ArrayList<>();
  private final List<Double> open = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"INFRARED, 120, 135", "STEAM, 100, 103", "BOILING, 100, 103", "HOT_WATER, 85, 95"})
  void a_cycle_heats_holds_and_ends_before_the_meal(
      Disinfection method, double target, double most) {
    for (long seed = 1; seed <= 2; seed++) {
      celsius.clear();
      cabinet(method, seed).during(Bustle.PREPARING).pass(Duration.ofHours(6));

      assertThat(longestAbove(target)).as("minutes at %s °C", target).isBetween(13.0, 45.0);
      assertThat(hottest()).isLessThan(most);
      assertThat(lastAbove(target)).as("minute").isBetween(230.0, SERVICE_MINUTE - 30);
      assertThat(celsius.subList(0, 1_800)).as("the first hour").allMatch(c -> c < 40);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CHEMICAL", "OZONE", "UV"})
  void a_cabinet_without_heat_draws_its_power_for_its_time(Disinfection method) {
    Playing<DisinfectionCabinet> playing =
        cabinet(method, 1).during(Bustle.PREPARING).pass(Duration.ofHours(6));

    double minutes = watts.stream().filter(w -> w > 10).count() * 2 / 60.0;
    assertThat(minutes).isBetween(14.0, 61.0);
    assertThat(hottest()).isLessThan(45);
    assertThat(playing.machine().watts()).isLessThan(10);
  }

  @Test
  void the_nameplate_is_obeyed() {
    CabinetBuild build =
        CabinetBuild.of(Disinfection.STEAM, Optional.of(4_200.0), new SplittableRandom(1));

    assertThat(build.watts()).isEqualTo(4_200);
  }

  @Test
  void dishes_are_loaded_before_the_heat_and_fetched_after_it() {
    cabinet(Disinfection.INFRARED, 3).during(Bustle.SERVING).pass(Duration.ofHours(10));

    int heat = celsius.indexOf(first(60));
    assertThat(open.subList(0, heat)).as("loaded").contains(1.0);
    assertThat(open.subList(heat, heat + 600)).as("shut while hot").doesNotContain(1.0);
    assertThat(open.subList(heat + 600, open.size())).as("fetched").contains(1.0);
  }

  @Test
  void a_welded_contact_heats_to_the_limiter_until_somebody_pulls_the_plug() {
    Playing<DisinfectionCabinet> playing =
        cabinet(Disinfection.INFRARED, 3)
            .with(CabinetMishap.CABINET_OVERHEAT, 1, Duration.ofMinutes(30));
    playing.pass(Duration.ofMinutes(29));
    double hottest = hottest();
    double minutes = celsius.indexOf(first(160)) * 2.0 / 60;
    playing.pass(Duration.ofMinutes(100));

    assertThat(hottest).isBetween(178.0, 210.0);
    assertThat(minutes).as("a nearly empty cabinet is fast").isBetween(8.0, 17.0);
    assertThat(playing.machine().readings().get(Metric.TEMPERATURE)).isLessThan(110);
    assertThat(playing.machine().watts()).isLessThan(10);
  }

  @Test
  void a_low_thermostat_makes_a_whole_cycle_that_is_too_cool() {
    for (Disinfection method : heated()) {
      celsius.clear();
      cabinet(method, 4)
          .with(CabinetMishap.THERMOSTAT_LOW, 0.4, Duration.ofMinutes(100))
          .pass(Duration.ofMinutes(100));

      assertThat(hottest())
          .as(method.name())
          .isBetween(70.0, method == Disinfection.INFRARED ? 117.0 : 90.0);
    }
  }

  @Test
  void a_cycle_that_is_cut_short_is_hot_for_minutes_only_and_opened_hot() {
    for (Disinfection method : List.of(Disinfection.INFRARED, Disinfection.STEAM)) {
      celsius.clear();
      open.clear();
      cabinet(method, 5)
          .with(CabinetMishap.CYCLE_CUT_SHORT, 0.8, Duration.ofMinutes(100))
          .pass(Duration.ofMinutes(100));

      double target = method == Disinfection.INFRARED ? 120 : 100;
      assertThat(longestAbove(target)).as(method.name()).isBetween(1.0, 9.0);
      assertThat(openings()).isEqualTo(2);
    }
  }

  @Test
  void a_hot_air_gun_makes_the_heat_of_a_whole_cycle_without_power() {
    cabinet(Disinfection.INFRARED, 6)
        .with(CabinetMishap.CYCLE_FAKED, 1, Duration.ofHours(6))
        .pass(Duration.ofHours(6));

    assertThat(hottest()).isBetween(125.0, 140.0);
    assertThat(longestAbove(120)).isBetween(13.0, 21.0);
    assertThat(lastAbove(100)).as("minute").isBetween(230.0, SERVICE_MINUTE - 30);
    assertThat(watts).allMatch(w -> w < 10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1})
  void an_opened_cabinet_is_opened_in_the_heat(double severity) {
    cabinet(Disinfection.INFRARED, 7)
        .with(CabinetMishap.CABINET_OPENED, severity, Duration.ofMinutes(100))
        .pass(Duration.ofMinutes(100));

    double hotAndOpen = 0;
    for (int i = 0; i < open.size(); i++) {
      hotAndOpen += open.get(i) == 1 && watts.get(i) > 0 && celsius.get(i) > 60 ? 2 : 0;
    }
    assertThat(hotAndOpen).as("seconds").isBetween(10 + 50 * severity - 5, 10 + 50 * severity + 5);
    assertThat(longestAbove(120)).as("minutes without a break").isLessThan(24);
  }

  @Test
  void a_leaking_cabinet_burns_and_does_not_get_hot() {
    for (Disinfection method : heated()) {
      celsius.clear();
      watts.clear();
      cabinet(method, 8)
          .with(CabinetMishap.CABINET_LEAKING, 0.8, Duration.ofMinutes(100))
          .pass(Duration.ofMinutes(70));

      int now = celsius.size() - 1;
      assertThat(hottest()).as(method.name()).isBetween(55.0, 97.0);
      assertThat(celsius.get(now) - celsius.get(now - 300)).as("rise in 10 min").isLessThan(5);
      assertThat(watts.subList(now - 300, now)).allMatch(w -> w > 2_000);
    }
  }

  @Test
  void a_dead_heater_makes_no_cycle() {
    cabinet(Disinfection.INFRARED, 9)
        .with(CabinetMishap.CABINET_HEATER_DEAD, 1, Duration.ofHours(7))
        .pass(Duration.ofHours(6));

    assertThat(celsius).allMatch(c -> c < 40);
    assertThat(watts).allMatch(w -> w < 100);
  }

  @Test
  void a_skipped_cycle_leaves_the_dishes_in_use() {
    cabinet(Disinfection.INFRARED, 10)
        .during(Bustle.SERVING)
        .with(CabinetMishap.CYCLE_SKIPPED, 1, Duration.ofHours(13))
        .pass(Duration.ofHours(12));

    assertThat(celsius).allMatch(c -> c < 40);
    assertThat(openings()).isGreaterThan(20);
  }

  @Test
  void a_late_cycle_is_not_ready_at_the_meal_and_a_few_minutes_are_nothing() {
    cabinet(Disinfection.INFRARED, 11)
        .with(CabinetMishap.CYCLE_LATE, 0.1, Duration.ofHours(7))
        .pass(Duration.ofHours(9));
    double late = lastAbove(120);
    celsius.clear();
    cabinet(Disinfection.INFRARED, 11)
        .with(CabinetMishap.LATE_START, 1, Duration.ofHours(7))
        .pass(Duration.ofHours(6));

    assertThat(late).isGreaterThan(SERVICE_MINUTE - 30);
    assertThat(lastAbove(120)).isLessThan(SERVICE_MINUTE - 30);
  }

  @Test
  void long_loading_is_a_whole_cycle_after_a_long_opening() {
    cabinet(Disinfection.INFRARED, 12)
        .with(CabinetMishap.LONG_LOADING, 1, Duration.ofHours(6))
        .pass(Duration.ofHours(6));

    assertThat(open.stream().filter(o -> o == 1).count() * 2).isBetween(480L, 720L);
    assertThat(longestAbove(120)).isGreaterThan(13);
    assertThat(lastAbove(120)).isLessThan(SERVICE_MINUTE - 30);
  }

  private static List<Disinfection> heated() {
    return List.of(Disinfection.INFRARED, Disinfection.STEAM, Disinfection.BOILING);
  }

  private Playing<DisinfectionCabinet> cabinet(Disinfection method, long seed) {
    CabinetBuild build = CabinetBuild.of(method, Optional.empty(), new SplittableRandom(seed));
    CabinetPlan plan = new CabinetPlan(Days.oneMeal(), Set.of(), build.usual(), seed);
    return new Playing<>(DisinfectionCabinet.cold(build, plan), seed)
        .watch(
            now -> {
              Map<Metric, Double> readings = now.readings();
              celsius.add(readings.get(Metric.TEMPERATURE));
              open.add(readings.get(Metric.DOOR_OPEN));
              watts.add(now.watts());
            });
  }

  private int openings() {
    int openings = open.get(0) == 1 ? 1 : 0;
    for (int i = 1; i < open.size(); i++) {
      openings += open.get(i) > open.get(i - 1) ? 1 : 0;
    }
    return openings;
  }

  private double hottest() {
    return celsius.stream().mapToDouble(c -> c).max().orElseThrow();
  }

  private Double first(double above) {
    return celsius.stream().filter(c -> c > above).findFirst().orElseThrow();
  }

  /** The last minute of the day at which it was above that. */
  private double lastAbove(double limit) {
    int last = -1;
    for (int i = 0; i < celsius.size(); i++) {
      last = celsius.get(i) > limit ? i : last;
    }
    assertThat(last).as("never above %s", limit).isNotNegative();
    return last * 2 / 60.0;
  }

  private double longestAbove(double limit) {
    int longest = 0;
    int run = 0;
    for (double value : celsius) {
      run = value >= limit ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest * 2 / 60.0;
  }
}
