package wuchang.simulators.canteen;

import java.time.Instant;
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
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.wire.Link;
import wuchang.simulators.wire.Wire;

/** One device of the site: its machine, its own chance, and the sensor that speaks for it. */
final class Station {
  private final Device device;
  private final RandomGenerator random;
  private final Optional<Schedule> schedule;
  private final Sensor sensor;
  private final Link link;
  private Machine machine;

  Station(
      Device device,
      Machine machine,
      Optional<Schedule> schedule,
      RandomGenerator random,
      Sensor sensor,
      Link link) {
    this.device = device;
    this.machine = machine;
    this.schedule = schedule;
    this.random = random;
    this.sensor = sensor;
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

  /** What it passes on of the voltage on that phase. */
  double supply(int phase) {
    return machine.supply(phase);
  }

  Map<Metric, Double> readings() {
    return machine.readings();
  }

  /** Lets a step pass; what the device says goes on its way. */
  void next(Moment moment, boolean replay, Wire wire) {
    Turn turn = machine.next(moment, random);
    machine = turn.machine();
    Troubles troubles = moment.troubles();
    if (sensor.isMute(troubles, moment.now())) {
      return;
    }
    for (Saying saying : turn.sayings()) {
      boolean values = saying instanceof Saying.Values;
      Saying said = values ? sensor.sensed((Saying.Values) saying, troubles) : saying;
      link.say(said, troubles, replay, wire);
    }
    long due = schedule.map(s -> s.dueIn(moment.before(), moment.now())).orElse(-1L);
    if (due >= 0 && !machine.readings().isEmpty()) {
      Instant taken = link.taken(Instant.ofEpochMilli(due));
      Saying.Values sample = new Saying.Values(taken, machine.readings());
      link.sample(sensor.sensed(sample, troubles), troubles, replay, wire);
    }
  }
}
