package wuchang.simulators.canteen;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.SensorMishap;
import wuchang.simulators.mishap.Troubles;

/**
 * What measures a machine and speaks for it: mostly right, and wrong in the ways that probes and
 * loggers are. A door contact and a meter's counter are read apart from the probe. Not thread-safe.
 */
final class Sensor {
  /** 0x7FFF hundredths: what a logger says when its probe is unplugged (PAYLOADS 1.2, L3). */
  static final double UNPLUGGED = 327.67;

  /** What a DS18B20's driver says when nobody answers on its bus (PAYLOADS D2). */
  static final double NO_ANSWER = -127;

  /** What stands in a DS18B20 until its first conversion after power-on (PAYLOADS D2). */
  static final double POWER_ON = 85;

  /** Three hundredths of a volt of contact noise shift an NTC's reading by tens of kelvins. */
  private static final double NOISE_LEAST = 12;

  private static final double NOISE_MOST = 40;

  /** Moisture in the probe lowers an NTC's resistance: it reads higher from day to day, K/d. */
  private static final double DRIFT_A_DAY = 0.5;

  /** A new probe of the same class B reads otherwise by less than that, K. */
  private static final double SWAPPED_OFF = 0.6;

  /** Pulling the old one out and pushing the new one in. */
  private static final Duration SWAPPING = Duration.ofMinutes(8);

  private static final double DAY_MILLIS = 86_400_000;

  private final RandomGenerator random;
  private Optional<Mishap> spiked = Optional.empty();
  private Optional<Mishap> stuck = Optional.empty();
  private Map<Metric, Double> held = Map.of();

  Sensor(RandomGenerator random) {
    this.random = random;
  }

  /** Whether nothing is said at all. */
  boolean isMute(Troubles troubles, Instant now) {
    return troubles.has(SensorMishap.SENSOR_SILENT)
        || troubles
            .find(SensorMishap.SENSOR_SWAP)
            .filter(swap -> now.isBefore(swap.onset().plus(SWAPPING)))
            .isPresent();
  }

  /** What was measured because it was time to, as the sensor shows it. */
  Saying.Values sensed(Saying.Values sample, Troubles troubles) {
    Saying.Values shown = sample;
    for (Mishap mishap : troubles.active()) {
      if (mishap.kind() instanceof SensorMishap kind) {
        shown = sensed(shown, kind, mishap);
      }
    }
    return shown;
  }

  private Saying.Values sensed(Saying.Values sample, SensorMishap kind, Mishap mishap) {
    Double celsius = sample.values().get(Metric.TEMPERATURE);
    if (celsius == null) {
      return sample;
    }
    Map<Metric, Double> values = new LinkedHashMap<>(sample.values());
    if (kind == SensorMishap.VALUE_STUCK) {
      heldSince(mishap, sample.values()).forEach(values::replace);
    } else {
      values.put(Metric.TEMPERATURE, shown(celsius, kind, mishap, sample.at()));
    }
    return new Saying.Values(sample.at(), values);
  }

  private double shown(double celsius, SensorMishap kind, Mishap mishap, Instant at) {
    double severity = mishap.severity();
    return switch (kind) {
      case PROBE_UNPLUGGED -> UNPLUGGED;
      case PROBE_LOST -> NO_ANSWER;
      case PROBE_NULL -> Double.NaN;
      case PROBE_RESTARTING -> random.nextDouble() < severity ? POWER_ON : celsius;
      case LOOSE_CONTACT -> random.nextDouble() < severity ? tenths(celsius + noise()) : celsius;
      case SPIKE -> spike(mishap) ? tenths(celsius + noise() * severity) : celsius;
      case PROBE_DRIFT -> tenths(celsius + severity * DRIFT_A_DAY * days(mishap.onset(), at));
      case CALIBRATION_OFF -> tenths(celsius - severity * SensorMishap.MOST_OFF);
      case SENSOR_SWAP -> tenths(celsius + severity * SWAPPED_OFF);
      case SENSOR_SILENT, VALUE_STUCK -> celsius;
    };
  }

  private double noise() {
    double height = Dice.between(random, NOISE_LEAST, NOISE_MOST);
    return random.nextBoolean() ? height : -height;
  }

  private boolean spike(Mishap mishap) {
    boolean first = !spiked.equals(Optional.of(mishap));
    spiked = Optional.of(mishap);
    return first;
  }

  /** What the probe showed first since then; the door's contact is another part. */
  private Map<Metric, Double> heldSince(Mishap mishap, Map<Metric, Double> values) {
    if (!stuck.equals(Optional.of(mishap))) {
      stuck = Optional.of(mishap);
      held = new LinkedHashMap<>(values);
      held.keySet().retainAll(Set.of(Metric.TEMPERATURE, Metric.HUMIDITY));
    }
    return held;
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / DAY_MILLIS;
  }

  private static double tenths(double celsius) {
    return Math.round(celsius * 10) / 10.0;
  }
}
