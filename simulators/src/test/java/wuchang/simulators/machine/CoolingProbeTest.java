package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.mishap.FoodMishap;

class CoolingProbeTest {
  private final List<Double> celsius = new ArrayList<>();

  @Test
  void a_batch_leaps_to_the_food_s_heat_and_is_cold_within_hours() {
    for (long seed = 1; seed <= 8; seed++) {
      probe(seed).pass(Duration.ofHours(10));

      assertThat(minutes(60, 21)).as("60 to 21 °C, seed %s", seed).isBetween(25.0, 110.0);
      assertThat(minutes(21, 8)).as("21 to 8 °C, seed %s", seed).isBetween(10.0, 100.0);
      int leap = first(60, true);
      assertThat(celsius.get(leap - 15)).as("half a minute before").isLessThan(30);
      assertThat(celsius.get(leap + 60)).isGreaterThan(75);
      assertThat(celsius.get(celsius.size() - 1)).as("on its hook").isBetween(24.0, 28.0);
    }
  }

  @Test
  void a_warm_chiller_a_deep_pot_and_a_forgotten_batch_cool_too_slowly_for_safety() {
    for (FoodMishap kind :
        List.of(FoodMishap.CHILLER_WARM, FoodMishap.BATCH_TOO_DEEP, FoodMishap.BATCH_FORGOTTEN)) {
      for (long seed = 1; seed <= 5; seed++) {
        probe(seed)
            .pass(Duration.ofMinutes(1))
            .with(kind, 0.7, Duration.ofMinutes(210))
            .pass(Duration.ofMinutes(200));

        int hot = first(60, true);
        assertThat(hot).as("%s begins a batch", kind).isBetween(0, 100);
        boolean tepid = first(21, false) < 0;
        boolean late = !tepid && minutes(60, 21) > 120;
        boolean warm = first(8, false) < 0;
        assertThat(tepid || late || warm).as("%s, seed %s", kind, seed).isTrue();
      }
    }
  }

  @Test
  void a_probe_that_is_moved_shows_a_hump() {
    Playing<CoolingProbe> playing = probe(3).pass(Duration.ofMinutes(240));
    double before = celsius.get(celsius.size() - 1);
    playing.with(FoodMishap.PROBE_MOVED, 1, Duration.ofHours(1)).pass(Duration.ofMinutes(2));

    assertThat(celsius.get(celsius.size() - 1)).isGreaterThan(before + 3);
  }

  private Playing<CoolingProbe> probe(long seed) {
    celsius.clear();
    CoolBuild build = CoolBuild.of(new SplittableRandom(seed));
    return new Playing<>(CoolingProbe.hanging(build, Days.oneMeal(), seed), seed)
        .watch(now -> celsius.add(now.readings().get(Metric.TEMPERATURE)));
  }

  /** The first look at which it is above, or after having been hot, below; −1 for never. */
  private int first(double limit, boolean above) {
    boolean hot = false;
    for (int i = 0; i < celsius.size(); i++) {
      hot |= celsius.get(i) > 60;
      if (above ? celsius.get(i) > limit : hot && celsius.get(i) < limit) {
        return i;
      }
    }
    return -1;
  }

  private double minutes(double from, double to) {
    return (first(to, false) - first(from, false)) * 2 / 60.0;
  }
}
