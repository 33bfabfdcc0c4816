package wuchang.simulators.demo;

import static wuchang.simulators.mishap.CabinetMishap.*;
import static wuchang.simulators.mishap.ColdMishap.*;
import static wuchang.simulators.mishap.GateMishap.*;
import static wuchang.simulators.mishap.PowerMishap.*;
import static wuchang.simulators.mishap.SensorMishap.*;
import static wuchang.simulators.mishap.WaterMishap.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;

/**
 * A mishap as the demo plays it later on: how often among the others, how long, how badly. It lasts
 * as long as people need to notice and mend it: a door minutes, a compressor hours.
 *
 * @param weight how often, compared to the others
 */
record Act(MishapKind kind, int weight, double leastMinutes, double mostMinutes, double severity) {
  static final List<Act> REPERTOIRE =
      List.of(
          new Act(DOOR_LEFT_OPEN, 5, 5, 9, 0.8),
          new Act(HELD_OPEN, 4, 3, 5, 1),
          new Act(FORCED_OPEN, 1, 2, 4, 1),
          new Act(PROBE_UNPLUGGED, 2, 5, 9, 1),
          new Act(OVERLOAD, 2, 9, 14, 0.7),
          new Act(SENSOR_SILENT, 2, 22, 32, 1),
          new Act(BURST_PIPE, 1, 14, 20, 1),
          new Act(CABINET_OVERHEAT, 1, 20, 28, 1),
          new Act(FRIDGE_FAILURE, 1, 90, 150, 1),
          new Act(FREEZER_FAILURE, 1, 240, 360, 1));

  Mishap at(Instant onset, DeviceId device, RandomGenerator random) {
    double minutes = Dice.between(random, leastMinutes, mostMinutes);
    Instant end = onset.plus(Duration.ofSeconds(Math.round(minutes * 60)));
    return new Mishap(kind, device, onset, end, severity);
  }
}
