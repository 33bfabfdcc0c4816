package wuchang.simulators.canteen;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.simulators.machine.Machine;
import wuchang.simulators.machine.Moment;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.machine.Turn;
import wuchang.simulators.mishap.SensorMishap;
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.wire.Link;
import wuchang.simulators.wire.Wire;

/** One device of the site: its machine, its own chance, and the sensor that speaks for it. */
final class Station {
  /** 0x7FFF hundredths: what a logger says when its probe is unplugged (PAYLOADS 1.2, L3). */
  static final double UNPLUGGED = 327.67;

  private final Device device;
  private final RandomGenerator random;
  private final Optional<Schedule> schedule;
  private final Link link;
  private Machine machine;

  Station(
      Device device,
      Machine machine,
      Optional<Schedule> schedule,
      RandomGenerator random,
      Link link) {
    this.device = device;
    this.machine = machine;
    this.schedule = schedule;
    this.random = random;
    this.link = link;
  }

  DeviceId id() {
    return device.id();
  }

  Device device() {
    return device;
  }

  double watts() {
    return machine.watts();
  }

  Map<Metric, Double> readings() {
    return machine.readings();
  }

  /** Lets a step pass; what the device says goes on its way. */
  void next(Moment moment, boolean replay, Wire wire) {
    Turn turn = machine.next(moment, random);
    machine = turn.machine();
    Troubles troubles = moment.troubles();
    if (troubles.has(SensorMishap.SENSOR_SILENT)) {
      return;
    }
    for (Saying saying : turn.sayings()) {
      link.say(sensed(saying, troubles), troubles, replay, wire);
    }
    long due = schedule.map(s -> s.dueIn(moment.before(), moment.now())).orElse(-1L);
    if (due >= 0 && !machine.readings().isEmpty()) {
      Map<Metric, Double> values = sensed(machine.readings(), troubles);
      Instant taken = link.taken(Instant.ofEpochMilli(due));
      link.sample(new Saying.Values(taken, values), troubles, replay, wire);
    }
  }

  private static Saying sensed(Saying saying, Troubles troubles) {
    return saying instanceof Saying.Values said
        ? new Saying.Values(said.at(), sensed(said.values(), troubles))
        : saying;
  }

  private static Map<Metric, Double> sensed(Map<Metric, Double> values, Troubles troubles) {
    if (!troubles.has(SensorMishap.PROBE_UNPLUGGED) || !values.containsKey(Metric.TEMPERATURE)) {
      return values;
    }
    Map<Metric, Double> without = new LinkedHashMap<>(values);
    without.put(Metric.TEMPERATURE, UNPLUGGED);
    return without;
  }
}
