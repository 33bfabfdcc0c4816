package wuchang.simulators.canteen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.SensorMishap;
import wuchang.simulators.mishap.Troubles;

class SensorTest {
  private static final DeviceId FRIDGE = DeviceId.of("fridge-1");
  private static final Instant ONSET = Instant.parse("2026-11-23T08:00:00Z");

  private final Sensor sensor = new Sensor(new SplittableRandom(1));

  @Test
  void a_probe_that_is_gone_says_so_in_its_own_way() {
    assertThat(shown(SensorMishap.PROBE_UNPLUGGED, 1, 3)).containsOnly(327.67);
    assertThat(shown(SensorMishap.PROBE_LOST, 1, 3)).containsOnly(-127.0);
    assertThat(shown(SensorMishap.PROBE_NULL, 1, 3)).containsOnly(Double.NaN);
  }

  @Test
  void a_restarting_probe_shows_its_first_value_in_that_share_of_samples() {
    List<Double> shown = shown(SensorMishap.PROBE_RESTARTING, 0.5, 1_000);

    assertThat(shown.stream().filter(v -> v == 85).count()).isBetween(430L, 570L);
    assertThat(shown.stream().filter(v -> v != 85)).allMatch(v -> v < 20);
  }

  @Test
  void a_loose_contact_jumps_by_tens_of_kelvins() {
    List<Double> shown = shown(SensorMishap.LOOSE_CONTACT, 0.5, 1_000);

    long off = IntStream.range(0, 1_000).filter(i -> off(shown, i) > 11).count();
    assertThat(off).isBetween(430L, 570L);
  }

  @Test
  void a_stuck_probe_holds_its_first_value_and_leaves_the_door_alone() {
    assertThat(shown(SensorMishap.VALUE_STUCK, 1, 50)).containsOnly(4.0);

    Troubles stuck = troubles(SensorMishap.VALUE_STUCK, 1);
    Saying.Values door = new Saying.Values(ONSET, Map.of(Metric.DOOR_OPEN, 1.0));
    assertThat(sensor.sensed(door, stuck)).isEqualTo(door);
  }

  @Test
  void a_spike_is_one_sample() {
    List<Double> shown = shown(SensorMishap.SPIKE, 1, 50);

    assertThat(off(shown, 0)).isGreaterThan(11);
    for (int i = 1; i < 50; i++) {
      assertThat(off(shown, i)).isZero();
    }
  }

  @Test
  void a_drift_grows_and_a_wrong_calibration_stays() {
    Mishap drift =
        new Mishap(SensorMishap.PROBE_DRIFT, FRIDGE, ONSET, ONSET.plus(Duration.ofDays(9)), 1);
    Saying.Values late = sample(ONSET.plus(Duration.ofDays(4)), 4);
    assertThat(celsius(sensor.sensed(late, new Troubles(List.of(drift))))).isEqualTo(6.0);

    List<Double> off = shown(SensorMishap.CALIBRATION_OFF, 0.5, 20);
    assertThat(off.get(0)).isEqualTo(2.5);
    assertThat(off(off, 19)).isEqualTo(1.5);
  }

  @Test
  void a_swap_is_a_short_silence_and_then_a_little_offset() {
    Troubles swap = troubles(SensorMishap.SENSOR_SWAP, 1);

    assertThat(sensor.isMute(swap, ONSET.plusSeconds(60))).isTrue();
    assertThat(sensor.isMute(swap, ONSET.plusSeconds(8 * 60))).isFalse();
    assertThat(celsius(sensor.sensed(sample(ONSET, 4), swap))).isEqualTo(4.6);
    assertThat(sensor.isMute(Troubles.NONE, ONSET)).isFalse();
  }

  @Test
  void a_sensor_without_troubles_says_what_is() {
    Saying.Values sample = sample(ONSET, 4);

    assertThat(sensor.sensed(sample, Troubles.NONE)).isSameAs(sample);
  }

  /** What is shown of a temperature that rises by a tenth each minute from 4 °C. */
  private List<Double> shown(SensorMishap kind, double severity, int samples) {
    List<Double> shown = new ArrayList<>();
    Troubles troubles = troubles(kind, severity);
    for (int i = 0; i < samples; i++) {
      shown.add(celsius(sensor.sensed(sample(ONSET.plusSeconds(60L * i), truth(i)), troubles)));
    }
    return shown;
  }

  private static double truth(int i) {
    return (40 + i % 50) / 10.0;
  }

  private static double off(List<Double> shown, int i) {
    return Math.abs(Math.round((shown.get(i) - truth(i)) * 10) / 10.0);
  }

  private static Troubles troubles(SensorMishap kind, double severity) {
    Instant end = ONSET.plus(Duration.ofHours(1));
    return new Troubles(List.of(new Mishap(kind, FRIDGE, ONSET, end, severity)));
  }

  private static Saying.Values sample(Instant at, double celsius) {
    Map<Metric, Double> values = new LinkedHashMap<>();
    values.put(Metric.TEMPERATURE, celsius);
    values.put(Metric.DOOR_OPEN, 0.0);
    return new Saying.Values(at, values);
  }

  private static double celsius(Saying.Values sample) {
    return sample.values().get(Metric.TEMPERATURE);
  }
}
