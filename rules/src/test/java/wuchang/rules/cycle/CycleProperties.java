package wuchang.rules.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.domain.reading.Metric.POWER;
import static wuchang.domain.reading.Metric.TEMPERATURE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import wuchang.domain.DeviceId;
import wuchang.domain.cycle.Cycle.Verdict;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Reading;

/** What must hold for any cycle, however it is sampled and whatever is lost of it. */
class CycleProperties {
  private static final DeviceId DEVICE = DeviceId.of("cabinet-1");
  private static final int END = 7_200;

  /** Heats from some second on at some rate to some peak, holds it for so long, cools. */
  private record Truth(int from, double rate, double peak, int hold) {
    static Truth of(long seed) {
      Random random = new Random(seed);
      // Not so near to target and hold that a sample's place decides.
      double peak =
          random.nextBoolean() ? 122 + 8 * random.nextDouble() : 80 + 35 * random.nextDouble();
      int hold = random.nextBoolean() ? 900 + random.nextInt(900) : random.nextInt(280);
      return new Truth(300 + random.nextInt(600), 0.08 + 0.1 * random.nextDouble(), peak, hold);
    }

    double celsius(int at) {
      double heated = at < from ? 26 : 26 + (at - from) * rate;
      int reached = from + (int) Math.ceil((peak - 26) / rate);
      return at <= reached + hold
          ? Math.min(peak, heated)
          : Math.max(27, peak - (at - reached - hold) * 0.12);
    }

    double watts(int at) {
      int reached = from + (int) Math.ceil((peak - 26) / rate);
      return at >= from && at < reached + hold ? 3_000 : 3;
    }

    boolean isEnough() {
      return peak >= 120 && hold >= 600;
    }

    List<Reading> sampled(int seconds, int phase) {
      List<Reading> readings = new ArrayList<>();
      for (int at = phase; at < END; at += seconds) {
        readings.add(reading(POWER, at, watts(at)));
        readings.add(reading(TEMPERATURE, at, celsius(at)));
      }
      return readings;
    }
  }

  @Property(tries = 300)
  void any_sampling_up_to_a_quarter_of_the_hold_gives_the_same_verdict(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 150) int seconds) {
    Truth truth = Truth.of(seed);
    List<Ended> cycles = CycleLog.of(Series.INFRARED, truth.sampled(seconds, seconds / 2));

    assertThat(cycles).hasSize(1);
    assertThat(cycles.get(0).verdict())
        .isEqualTo(truth.isEnough() ? Verdict.EFFECTIVE : Verdict.FAILED);
  }

  @Property(tries = 300)
  void a_missing_stretch_never_makes_a_cycle_effective_nor_a_good_one_fail(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = END) int from,
      @ForAll @IntRange(min = 200, max = 3_000) int length) {
    Truth truth = Truth.of(seed);
    List<Reading> heard =
        truth.sampled(30, 0).stream()
            .filter(r -> !isIn(r.time().getEpochSecond(), from, from + length))
            .toList();
    Verdict wrong = truth.isEnough() ? Verdict.FAILED : Verdict.EFFECTIVE;

    assertThat(CycleLog.of(Series.INFRARED, heard)).noneMatch(c -> c.verdict() == wrong);
  }

  @Property(tries = 100)
  void order_and_repetition_change_nothing(@ForAll long seed) {
    List<Reading> said = Truth.of(seed).sampled(30, 0);
    List<Reading> shuffled = new ArrayList<>(said);
    shuffled.addAll(said.subList(100, 200));
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(CycleLog.of(Series.INFRARED, shuffled))
        .isEqualTo(CycleLog.of(Series.INFRARED, said));
  }

  private static boolean isIn(long second, int from, int to) {
    return second > from && second < to;
  }

  private static Reading reading(Metric metric, int second, double value) {
    return Reading.of(DEVICE, metric, java.time.Instant.ofEpochSecond(second), value);
  }
}
