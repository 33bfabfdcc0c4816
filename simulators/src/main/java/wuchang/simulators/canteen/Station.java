package wuchang.simulators.canteen;

import java.time.Instant;
import java.util.ArrayList;
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
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.wire.Link;
import wuchang.simulators.wire.Message;

/** One device of the site: its machine, its own chance, and the sensor that speaks for it. */
final class Station {
  private final Device device;
  private final RandomGenerator random;
  private final Optional<Schedule> schedule;
  private final Sensor sensor;
  private final Link link;
  private final Aftermath aftermath = new Aftermath();
  private Machine machine;
  private List<Message> said = new ArrayList<>();

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

  /** Until when it suffered from mishaps that had ended already. */
  Map<Mishap, Instant> suffered() {
    return aftermath.suffered();
  }

  /** What it has said since this was asked last, with the times at which it leaves. */
  List<Message> said() {
    List<Message> all = said;
    said = new ArrayList<>();
    return all;
  }

  /**
   * Lets a step pass; what the device says is kept until it is asked for. One that speaks more
   * often than once a step passes it in parts, so that it is heard as often as it speaks.
   */
  void next(Moment moment, boolean replay) {
    long parts = schedule.map(timer -> timer.timesIn(moment.step())).orElse(1L);
    if (parts == 1) {
      pass(moment, replay);
      return;
    }
    for (long part = 1; part <= parts; part++) {
      pass(moment.part(part, parts), replay);
    }
  }

  private void pass(Moment moment, boolean replay) {
    Turn turn = machine.next(moment, random);
    machine = turn.machine();
    Troubles troubles = moment.troubles();
    aftermath.see(machine, troubles.active(), moment.now());
    if (sensor.isMute(troubles, moment.now())) {
      return;
    }
    for (Saying saying : turn.sayings()) {
      boolean values = saying instanceof Saying.Values;
      Saying sensed = values ? sensor.sensed((Saying.Values) saying, troubles) : saying;
      link.say(sensed, troubles, replay, said::add);
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
      Instant taken = link.taken(Instant.ofEpochMilli(due));
      Saying.Values sample = new Saying.Values(taken, readings);
      link.sample(sensor.sensed(sample, moment.troubles()), moment.troubles(), replay, said::add);
    }
  }
}
