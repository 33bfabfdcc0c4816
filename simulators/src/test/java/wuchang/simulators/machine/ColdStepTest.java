package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import wuchang.simulators.mishap.ColdMishap;

/** However long a step is, a cold unit does the same on the whole. */
class ColdStepTest {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final int UNITS = 12;

  @Test
  void a_fridge_is_the_same_in_long_steps() {
    Statistics fine = statistics(SHORT, false);
    Statistics coarse = statistics(Moment.LONGEST_STEP, false);

    assertThat(coarse.celsius()).isCloseTo(fine.celsius(), within(0.15));
    assertThat(coarse.runs()).isCloseTo(fine.runs(), within(0.02));
    assertThat(coarse.openings() / fine.openings()).isCloseTo(1, within(0.1));
    assertThat(coarse.openSeconds() / fine.openSeconds()).isCloseTo(1, within(0.15));
  }

  @Test
  void a_freezer_is_the_same_in_long_steps() {
    Statistics fine = statistics(SHORT, true);
    Statistics coarse = statistics(Moment.LONGEST_STEP, true);

    assertThat(coarse.celsius()).isCloseTo(fine.celsius(), within(0.2));
    assertThat(coarse.runs()).isCloseTo(fine.runs(), within(0.03));
  }

  @Test
  void a_door_opens_several_times_in_a_long_step_in_the_order_of_time() {
    ColdDays days =
        new ColdDays(unit(false, 1), 1, Moment.LONGEST_STEP)
            .with(ColdMishap.LUNCH_RUSH, 1, 0, Duration.ofDays(1))
            .pass(Duration.ofDays(1));
    List<Instant> said = days.sayings().stream().map(Saying::at).toList();

    assertThat(said).isSorted();
    long close =
        IntStream.range(2, said.size())
            .filter(i -> Duration.between(said.get(i - 2), said.get(i)).toSeconds() < 15)
            .count();
    assertThat(close).as("openings within a step of each other").isPositive();
    assertThat(days.openings()).anyMatch(seconds -> seconds < 8);
  }

  @Test
  void a_controller_on_demand_defrosts_sooner_where_more_ice_grows() {
    double calm = betweenDefrosts(ColdMishap.IDLE);
    double busy = betweenDefrosts(ColdMishap.LUNCH_RUSH);

    assertThat(calm).as("hours").isBetween(10.9, 12.0);
    assertThat(busy).isBetween(6.0, calm - 0.5);
  }

  /** Hours from one defrost of a freezer on demand to the next, in the mean of four days. */
  private static double betweenDefrosts(ColdMishap use) {
    ColdCabinet freezer =
        LongStream.range(0, 50)
            .mapToObj(seed -> unit(true, seed))
            .filter(each -> each.cooling().plant().defrosting().isOnDemand())
            .findFirst()
            .orElseThrow();
    int[] defrosts = {0};
    boolean[] was = {false};
    Instant[] ends = {Instant.MAX, Instant.MAX};
    new ColdDays(freezer, 1, Duration.ofSeconds(10))
        .with(use, 1, 0, Duration.ofDays(4))
        .watch(
            (now, unit) -> {
              boolean is = unit.cooling().mode() == Refrigeration.Mode.DEFROSTING;
              if (is && !was[0]) {
                defrosts[0]++;
                ends[0] = defrosts[0] == 1 ? now : ends[0];
                ends[1] = now;
              }
              was[0] = is;
            })
        .pass(Duration.ofDays(4));
    return Duration.between(ends[0], ends[1]).toMinutes() / 60.0 / (defrosts[0] - 1);
  }

  private record Statistics(double celsius, double runs, double openings, double openSeconds) {}

  private static Statistics statistics(Duration step, boolean freezer) {
    double[] sums = new double[5];
    for (long seed = 0; seed < UNITS; seed++) {
      ColdDays days =
          new ColdDays(unit(freezer, seed), seed, step)
              .watch(
                  (now, unit) -> {
                    sums[0] += unit.probe();
                    sums[1] += unit.cooling().mode() == Refrigeration.Mode.COOLING ? 1 : 0;
                    sums[2]++;
                  })
              .pass(Duration.ofDays(1));
      sums[3] += days.openings().size();
      sums[4] += days.openings().stream().mapToDouble(s -> s).sum();
    }
    return new Statistics(sums[0] / sums[2], sums[1] / sums[2], sums[3], sums[4]);
  }

  private static ColdCabinet unit(boolean freezer, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return freezer
        ? ColdUnits.freezer(Optional.empty(), List.of(), random)
        : ColdUnits.fridge(Optional.empty(), List.of(), random);
  }
}
