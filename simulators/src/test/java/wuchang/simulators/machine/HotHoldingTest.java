package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.mishap.FoodMishap;

/** Service is from 06:00 to 08:00. */
class HotHoldingTest {
  private static final Duration TO_SERVICE = Duration.ofHours(6);
  private static final Duration SERVICE = Duration.ofHours(2);

  private final List<Double> celsius = new ArrayList<>();
  private final List<Double> watts = new ArrayList<>();

  @Test
  void food_is_hot_all_through_the_service_and_the_bath_is_off_after_it() {
    for (long seed = 1; seed <= 4; seed++) {
      Playing<HotHolding> playing = bath(seed, Optional.empty()).pass(TO_SERVICE);
      assertThat(celsius.subList(0, 60 * 60)).as("before").allMatch(c -> c < 40);
      celsius.clear();
      playing.pass(SERVICE);
      assertThat(celsius).as("seed %s", seed).allMatch(c -> c > 62 && c < 90);
      playing.pass(Duration.ofHours(3));

      assertThat(playing.machine().watts()).isZero();
      assertThat(celsius.get(celsius.size() - 1)).isLessThan(45);
    }
  }

  @Test
  void hot_water_is_kept_for_a_meal_that_follows_soon_and_drained_for_one_that_does_not() {
    for (long seed = 1; seed <= 4; seed++) {
      HotBuild build = HotBuild.of(Optional.of(3_000.0), Optional.empty(), seeded(seed));
      Playing<HotHolding> playing =
          new Playing<>(HotHolding.off(build, Days.threeMeals()), seed)
              .watch(now -> celsius.add(now.readings().get(Metric.TEMPERATURE)))
              .pass(Duration.ofHours(8));
      celsius.clear();
      playing.pass(Duration.ofHours(3));
      assertThat(celsius).as("to lunch, seed %s", seed).allMatch(c -> c > 55);
      playing.pass(Duration.ofHours(3));
      assertThat(playing.machine().drained()).as("after lunch, seed %s", seed).isTrue();
      celsius.clear();
      playing.pass(Duration.ofHours(1));
      assertThat(celsius).as("dry, seed %s", seed).allMatch(c -> c < 45);
    }
  }

  @Test
  void the_nameplate_is_obeyed() {
    bath(1, Optional.of(70.0)).pass(TO_SERVICE.plus(SERVICE));

    assertThat(watts.stream().mapToDouble(w -> w).max()).hasValue(3_000);
    assertThat(celsius.get(celsius.size() - 600)).isBetween(66.0, 78.0);
  }

  @Test
  void a_cold_bath_lets_food_get_cold() {
    for (long seed = 1; seed <= 3; seed++) {
      serving(seed, FoodMishap.BATH_COLD, 0.95, Duration.ofHours(3), Duration.ofHours(6));

      assertThat(longestBelow(60)).as("minutes, seed %s", seed).isGreaterThan(20);
    }
  }

  @Test
  void lukewarm_food_is_not_heated_by_a_bath() {
    for (long seed = 1; seed <= 3; seed++) {
      serving(seed, FoodMishap.LUKEWARM_FOOD, 0.8, Duration.ofMinutes(380), Duration.ofHours(1));

      assertThat(longestBelow(60)).as("minutes, seed %s", seed).isBetween(17.0, 70.0);
    }
  }

  @Test
  void food_that_is_left_standing_gets_cold_and_stays() {
    for (long seed = 1; seed <= 3; seed++) {
      Playing<HotHolding> playing = bath(seed, Optional.empty()).pass(Duration.ofMinutes(420));
      celsius.clear();
      playing
          .with(FoodMishap.FOOD_LEFT_STANDING, 0.01, Duration.ofHours(7))
          .pass(Duration.ofHours(6));

      assertThat(longestBelow(60)).as("minutes, seed %s", seed).isGreaterThan(120);
      assertThat(celsius.subList(0, 600)).as("the first minutes").allMatch(c -> c > 60);
      assertThat(playing.machine().fill()).isPositive();
    }
  }

  @Test
  void lids_off_and_a_probe_in_the_air_come_to_nothing() {
    for (long seed = 1; seed <= 3; seed++) {
      serving(seed, FoodMishap.LIDS_OFF, 1, Duration.ofMinutes(375), Duration.ofMinutes(60));
      assertThat(celsius).as("lids, seed %s", seed).allMatch(c -> c > 60);

      serving(seed, FoodMishap.PROBE_IN_THE_AIR, 1, Duration.ofMinutes(400), Duration.ofHours(1));
      assertThat(longestBelow(60)).as("probe, minutes, seed %s", seed).isBetween(4.0, 12.0);
    }
  }

  /** What is seen in the service when something goes wrong at a minute of the day for so long. */
  private void serving(
      long seed, FoodMishap kind, double severity, Duration onset, Duration lasting) {
    Playing<HotHolding> playing = bath(seed, Optional.empty()).pass(onset);
    boolean within = onset.compareTo(TO_SERVICE) > 0;
    playing.with(kind, severity, lasting);
    playing.pass(within ? Duration.ZERO : TO_SERVICE.minus(onset));
    celsius.clear();
    playing.pass(TO_SERVICE.plus(SERVICE).minus(within ? onset : TO_SERVICE));
  }

  private double longestBelow(double limit) {
    int longest = 0;
    int run = 0;
    for (double value : celsius) {
      run = value < limit ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest * 2 / 60.0;
  }

  private Playing<HotHolding> bath(long seed, Optional<Double> asked) {
    celsius.clear();
    watts.clear();
    HotBuild build = HotBuild.of(Optional.of(3_000.0), asked, seeded(seed));
    return new Playing<>(HotHolding.off(build, Days.oneMeal()), seed)
        .watch(
            now -> {
              celsius.add(now.readings().get(Metric.TEMPERATURE));
              watts.add(now.watts());
            });
  }

  private static SplittableRandom seeded(long seed) {
    return new SplittableRandom(seed);
  }
}
