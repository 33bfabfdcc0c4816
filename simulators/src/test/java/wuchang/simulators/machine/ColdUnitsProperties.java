package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;

/** What holds for every unit that can be drawn. */
class ColdUnitsProperties {
  @Property(tries = 30)
  void every_fridge_is_cold_and_cycles_as_fridges_do(@ForAll long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    ColdPlant plant = ColdPlant.fridge(3.5, List.of(), random);
    ColdCabinet fridge =
        ColdCabinet.running(ColdBox.fridge(random), plant, ColdHabits.fridge(random), true, random);
    Night night = night(fridge, seed);

    assertThat(night.mean()).isBetween(2.0, 5.0);
    assertThat(night.starts()).as("compressor starts in 12 h").isBetween(12, 60);
    assertThat(night.duty()).as("0.23–0.37 in electricity_fridge").isBetween(0.08, 0.5);
  }

  @Property(tries = 30)
  void every_freezer_is_cold_and_cycles_as_freezers_do(@ForAll long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    ColdPlant plant = ColdPlant.freezer(-18, List.of(), random);
    ColdCabinet freezer =
        ColdCabinet.running(
            ColdBox.freezer(random), plant, ColdHabits.freezer(random), true, random);
    Night night = night(freezer, seed);

    assertThat(night.mean()).isBetween(-19.5, -16.5);
    assertThat(night.starts()).as("compressor starts in 12 h").isBetween(15, 100);
    assertThat(night.duty()).isBetween(0.1, 0.6);
  }

  @Property(tries = 10)
  void the_same_seed_gives_the_same_fridge_and_the_same_day(@ForAll long seed) {
    assertThat(day(seed)).isEqualTo(day(seed));
  }

  private static ColdCabinet day(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    ColdPlant plant = ColdPlant.fridge(3.5, List.of(), random);
    ColdBox box = ColdBox.fridge(random);
    ColdHabits habits = ColdHabits.fridge(random);
    return new Playing<>(ColdCabinet.running(box, plant, habits, true, random), seed)
        .during(Bustle.PREPARING)
        .pass(Duration.ofHours(3))
        .machine();
  }

  private record Night(double mean, int starts, double duty) {}

  private static Night night(ColdCabinet cabinet, long seed) {
    List<Double> shown = new ArrayList<>();
    List<Boolean> running = new ArrayList<>();
    new Playing<>(cabinet, seed)
        .watch(
            now -> {
              shown.add(now.readings().get(Metric.TEMPERATURE));
              running.add(now.cooling().mode() == Refrigeration.Mode.COOLING);
            })
        .pass(Duration.ofHours(12));
    int starts = 0;
    for (int i = 1; i < running.size(); i++) {
      starts += running.get(i) && !running.get(i - 1) ? 1 : 0;
    }
    double duty = running.stream().filter(on -> on).count() / (double) running.size();
    return new Night(shown.stream().mapToDouble(v -> v).average().orElseThrow(), starts, duty);
  }
}
