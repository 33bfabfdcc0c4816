package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Traits.Disinfection;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.mishap.CabinetMishap;

class DishwasherTest {
  private final List<Double> celsius = new ArrayList<>();
  private final List<Double> open = new ArrayList<>();

  @Test
  void every_rinse_is_hot_for_long_enough() {
    for (long seed = 1; seed <= 8; seed++) {
      machine(seed).during(Bustle.CLEANING).pass(Duration.ofHours(2));

      List<Double> rinses = rinses(85);
      assertThat(rinses).as("seed %s", seed).hasSizeBetween(15, 45);
      assertThat(rinses).as("seconds, seed %s", seed).allMatch(s -> s >= 40 && s < 80);
    }
  }

  @Test
  void it_is_off_while_nobody_washes() {
    Playing<Dishwasher> playing = machine(1).during(Bustle.CLEANING).pass(Duration.ofHours(1));
    playing.during(Bustle.QUIET).pass(Duration.ofHours(2));

    assertThat(playing.machine().watts()).isZero();
    assertThat(celsius.get(celsius.size() - 1)).isLessThan(32);
  }

  @Test
  void with_chlorine_it_rinses_tepidly() {
    DishBuild build =
        DishBuild.of(
            Optional.of(15_000.0), Optional.of(Disinfection.CHEMICAL), new SplittableRandom(1));
    watched(build, 1).during(Bustle.CLEANING).pass(Duration.ofHours(1));

    assertThat(celsius.stream().mapToDouble(c -> c).max().orElseThrow()).isBetween(50.0, 66.0);
    assertThat(build.boilerWatts() + build.tankWatts() + build.pumpWatts()).isEqualTo(15_000);
  }

  @Test
  void a_weak_boiler_rinses_too_cool() {
    machine(2)
        .with(CabinetMishap.RINSE_TOO_COOL, 0.4, Duration.ofHours(2))
        .pass(Duration.ofHours(1));

    assertThat(celsius.stream().mapToDouble(c -> c).max().orElseThrow()).isBetween(70.0, 84.0);
    assertThat(rinses(70)).isNotEmpty();
  }

  @Test
  void a_short_programme_rinses_too_shortly() {
    machine(2)
        .with(CabinetMishap.RINSE_CUT_SHORT, 0.7, Duration.ofHours(2))
        .pass(Duration.ofMinutes(90));

    assertThat(rinses(85)).isNotEmpty().allMatch(s -> s < 38);
  }

  @Test
  void an_opened_hood_breaks_the_rinse_off() {
    machine(2).with(CabinetMishap.HOOD_OPENED, 1, Duration.ofHours(2)).pass(Duration.ofMinutes(90));

    assertThat(rinses(85)).isNotEmpty().allMatch(s -> s < 30);
    long openWhileHot = 0;
    for (int i = 1; i < open.size(); i++) {
      openWhileHot += open.get(i) == 1 && celsius.get(i - 1) > 80 ? 1 : 0;
    }
    assertThat(openWhileHot).isPositive();
  }

  @Test
  void filled_anew_it_pauses_and_rinses_well() {
    Playing<Dishwasher> playing = machine(2).during(Bustle.CLEANING).pass(Duration.ofHours(1));
    celsius.clear();
    playing.with(CabinetMishap.REFILLED, 1, Duration.ofHours(1)).pass(Duration.ofHours(2));

    assertThat(rinses(85)).isNotEmpty().allMatch(s -> s >= 40);
    assertThat(celsius.subList(120, 600)).allMatch(c -> c < 80);
  }

  @Test
  void the_longest_step_washes_as_well() {
    DishBuild build = DishBuild.of(Optional.empty(), Optional.empty(), new SplittableRandom(1));
    Playing<Dishwasher> playing =
        watched(build, 1).stepping(Moment.LONGEST_STEP).during(Bustle.CLEANING);
    playing.pass(Duration.ofHours(2));

    assertThat(playing.sayings()).hasSizeBetween(30, 90);
    assertThat(celsius.stream().mapToDouble(c -> c).max().orElseThrow()).isBetween(86.0, 93.0);
  }

  private Playing<Dishwasher> machine(long seed) {
    DishBuild build = DishBuild.of(Optional.empty(), Optional.empty(), new SplittableRandom(seed));
    return watched(build, seed);
  }

  private Playing<Dishwasher> watched(DishBuild build, long seed) {
    celsius.clear();
    open.clear();
    return new Playing<>(Dishwasher.off(build), seed)
        .watch(
            now -> {
              celsius.add(now.readings().get(Metric.TEMPERATURE));
              open.add(now.readings().get(Metric.DOOR_OPEN));
            });
  }

  /** The seconds of each time that it is so hot. */
  private List<Double> rinses(double limit) {
    List<Double> rinses = new ArrayList<>();
    double run = 0;
    for (double value : celsius) {
      if (value < limit && run > 0) {
        rinses.add(run);
      }
      run = value >= limit ? run + 2 : 0;
    }
    return rinses;
  }
}
