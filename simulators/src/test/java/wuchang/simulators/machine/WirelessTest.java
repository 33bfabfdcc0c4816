package wuchang.simulators.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import wuchang.domain.reading.Metric;
import wuchang.simulators.mishap.RoomMishap;

class WirelessTest {
  @Test
  void a_cell_lasts_for_years_and_shorter_when_it_speaks_more() {
    double minute = yearsOf(60, false);
    double tenMinutes = yearsOf(600, false);
    double lora = yearsOf(60, true);

    assertThat(minute).isBetween(1.0, 6.0);
    assertThat(tenMinutes).isGreaterThan(minute * 2);
    assertThat(lora).isLessThan(minute / 2);
  }

  @Test
  void its_voltage_sinks_with_its_charge_and_the_cold_shows_less() {
    Battery half = new Battery(0.5, 0, Double.NaN);

    assertThat(half.volts()).isBetween(2.8, 3.0);
    assertThat(half.percent(20)).isEqualTo(50);
    assertThat(half.percent(4)).isBetween(30.0, 45.0);
    assertThat(new Battery(1, 0, Double.NaN).percent(20)).isEqualTo(100);
    assertThat(new Battery(0, 0, Double.NaN).percent(-20)).isZero();
  }

  @Test
  void a_sensor_in_use_shows_a_good_battery_and_a_low_one_is_below_a_fifth() {
    for (long seed = 1; seed <= 20; seed++) {
      Playing<Wireless> playing = sensor(seed).pass(Duration.ofMinutes(1));
      assertThat(percent(playing)).isGreaterThan(25);

      playing.with(RoomMishap.BATTERY_LOW, 0.01, Duration.ofHours(1)).pass(Duration.ofMinutes(1));
      assertThat(percent(playing)).isBetween(1.0, 20.0);
    }
  }

  @Test
  void it_passes_on_what_its_machine_shows_and_its_link() {
    Playing<Wireless> playing = sensor(4).pass(Duration.ofHours(1));

    assertThat(playing.machine().readings()).containsEntry(Metric.ONLINE, 1.0);
    assertThat(playing.machine().readings().get(Metric.LINKQUALITY)).isBetween(30.0, 255.0);
  }

  private static double percent(Playing<Wireless> playing) {
    return playing.machine().readings().get(Metric.BATTERY_PCT);
  }

  private static double yearsOf(double interval, boolean lora) {
    Battery battery = Battery.used(interval, lora, Double.NaN, new SplittableRandom(1));
    return 1 / battery.perSecond() / (365.25 * 86_400);
  }

  private static Playing<Wireless> sensor(long seed) {
    return new Playing<>(Wireless.of(new Gateway(), 60, 4, new SplittableRandom(seed)), seed);
  }
}
