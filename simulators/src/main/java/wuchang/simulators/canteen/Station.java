package wuchang.simulators.canteen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import wuchang.simulators.wire.Message;

/** One device of the site: its machine, its own chance, and the sensor that speaks for it. */
final class Station {
  /** 0x7FFF hundredths: what a logger says when its probe is unplugged (PAYLOADS 1.2, L3). */
  static final double UNPLUGGED = 327.67;

  private final Device device;
  private final RandomGenerator random;
  private final Optional<Schedule> schedule;
  private final Link link;
  private Machine machine;
  private List<Message> said = new ArrayList<>();

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

  /** What it passes on of the voltage on that phase. */
  double supply(int phase) {
    return machine.supply(phase);
  }

  Map<Metric, Double> readings() {
    return machine.readings();
  }

  /** What it has said since this was asked last, with the times at which it leaves. */
  List<Message> said() {
    List<Message> all = said;
    said = new ArrayList<>();
    return all;
  }

  /** Lets a step pass; what the device says is kept until it is asked for. */
  void next(Moment moment, boolean replay) {
    Turn turn = machine.next(moment, random);
    machine = turn.machine();
    Troubles troubles = moment.troubles();
    if (troubles.has(SensorMishap.SENSOR_SILENT)) {
      return;
    }
    for (Saying saying : turn.sayings()) {
      link.say(sensed(saying, troubles), troubles, replay, said::add);
    }
    if (schedule.isPresent()) {
      sample(schedule.get(), moment, replay);
    }
  }

  private void sample(Schedule timer, Moment moment, boolean replay) {
    long due = timer.dueIn(moment.before(), moment.now());
    if (due < 0) {
      return;
    }
    Map<Metric, Double> readings = machine.readings();
    if (!readings.isEmpty()) {
      Map<Metric, Double> values = sensed(readings, moment.troubles());
      Instant taken = link.taken(Instant.ofEpochMilli(due));
      link.sample(new Saying.Values(taken, values), moment.troubles(), replay, said::add);
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
