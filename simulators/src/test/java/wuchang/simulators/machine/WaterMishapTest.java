package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Crowd;
import wuchang.simulators.mishap.WaterMishap;

class WaterMishapTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void the_length_of_a_step_changes_nothing_in_the_mean() {
    double fine = 0;
    double coarse = 0;
    for (int seed = 0; seed < 6; seed++) {
      fine += used(playing(seed).during(Bustle.CLEANING), 12);
      coarse += used(playing(seed + 50).during(Bustle.CLEANING).stepping(Moment.LONGEST_STEP), 12);
    }

    assertThat(coarse / fine).isBetween(0.92, 1.08);
  }

  @Test
  void a_leaking_cistern_passes_water_in_every_half_hour_of_the_night() {
    List<Double> halfHours = new ArrayList<>();
    Playing<WaterMeter> night = playing(1).with(WaterMishap.CISTERN_LEAK, 0.3, Duration.ofDays(3));
    for (int i = 0; i < 12; i++) {
      double before = total(night);
      halfHours.add(total(night.pass(HOUR.dividedBy(2))) - before);
    }

    assertThat(halfHours).allMatch(m3 -> m3 > 0.009);
    List<Double> sound = new ArrayList<>();
    Playing<WaterMeter> calm = playing(1);
    for (int i = 0; i < 12; i++) {
      double before = total(calm);
      sound.add(total(calm.pass(HOUR.dividedBy(2))) - before);
    }
    assertThat(sound).contains(0.0);
  }

  @Test
  void a_forgotten_tap_runs_steadily() {
    List<Double> flows = new ArrayList<>();
    playing(2)
        .with(WaterMishap.TAP_LEFT_RUNNING, 0.5, HOUR)
        .watch(now -> flows.add(now.flow()))
        .pass(Duration.ofMinutes(40));

    assertThat(flows.stream().filter(flow -> flow > 5.9 && flow < 6.1).count())
        .isGreaterThan((long) (0.9 * flows.size()));
  }

  @Test
  void nothing_flows_while_the_supply_is_off() {
    Playing<WaterMeter> playing = playing(3).during(Bustle.PREPARING).pass(HOUR);
    double before = total(playing);
    playing.with(WaterMishap.WATER_OUTAGE, 1, HOUR).pass(HOUR.minusMinutes(1));

    assertThat(total(playing)).isEqualTo(before);
    assertThat(used(playing.pass(Duration.ofMinutes(1)), 1)).isGreaterThan(100);
  }

  @Test
  void whoever_skips_the_cleaning_uses_little_and_whoever_scrubs_uses_much() {
    double usual = used(playing(4).during(Bustle.CLEANING), 2);
    Duration long2 = Duration.ofHours(2);
    Playing<WaterMeter> skipped =
        playing(4).during(Bustle.CLEANING).with(WaterMishap.CLEANING_SKIPPED, 0.85, long2);
    Playing<WaterMeter> scrubbed = playing(4).with(WaterMishap.DEEP_CLEANING, 0.3, long2);

    assertThat(used(skipped, 2)).isLessThan(0.3 * usual);
    assertThat(used(scrubbed, 2)).isGreaterThan(usual);
  }

  @Test
  void a_counter_goes_smoothly_backwards_when_the_flow_does() {
    List<Double> shown = new ArrayList<>();
    playing(5)
        .with(WaterMishap.REVERSE_FLOW, 1, Duration.ofHours(4))
        .watch(now -> shown.add(now.readings().get(Metric.WATER_TOTAL)))
        .pass(Duration.ofHours(3));

    assertThat(shown.get(shown.size() - 1)).isLessThan(shown.get(0) - 0.1);
    for (int i = 1; i < shown.size(); i++) {
      assertThat(shown.get(i - 1) - shown.get(i)).isLessThan(0.011);
    }
  }

  @Test
  void a_reset_counter_begins_at_0_and_goes_on() {
    Playing<WaterMeter> playing =
        playing(6).during(Bustle.CLEANING).with(WaterMishap.WATER_COUNTER_RESET, 1, HOUR);
    playing.pass(Duration.ofMinutes(2));

    assertThat(total(playing)).isLessThan(0.3);
    assertThat(used(playing, 2)).isGreaterThan(500);
    assertThat(total(playing)).isGreaterThan(0.5);
  }

  private static double used(Playing<WaterMeter> playing, int hours) {
    double before = playing.machine().litres();
    return playing.pass(HOUR.multipliedBy(hours)).machine().litres() - before;
  }

  private static double total(Playing<WaterMeter> playing) {
    return playing.machine().readings().get(Metric.WATER_TOTAL);
  }

  private static Playing<WaterMeter> playing(long seed) {
    WaterBuild build =
        WaterBuild.of(
            6, 10, 99_999.999, 800, Crowd.of(ZoneOffset.UTC, "east"), new SplittableRandom(9));
    return new Playing<>(WaterMeter.closed(build, 1_000), seed);
  }

  @Test
  void a_crowd_is_the_sites_own_and_thinner_at_the_weeks_end() {
    Crowd crowd = Crowd.of(ZoneOffset.UTC, "east");
    double mondays = 0;
    double sundays = 0;
    for (int week = 0; week < 20; week++) {
      mondays += crowd.on(Playing.START.plus(Duration.ofDays(7L * week)));
      sundays += crowd.on(Playing.START.plus(Duration.ofDays(7L * week + 6)));
    }

    assertThat(mondays / 20).isBetween(0.95, 1.07);
    assertThat(sundays / mondays).isBetween(0.6, 0.75);
    assertThat(crowd.on(Playing.START)).isEqualTo(crowd.on(Playing.START.plus(HOUR)));
    Instant july = Instant.parse("2026-07-19T00:00:00Z");
    assertThat(crowd.thirst(july)).isGreaterThan(1.06);
  }
}
