package wuchang.simulators.canteen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Provenance;
import wuchang.domain.site.Device;
import wuchang.simulators.machine.Machine;
import wuchang.simulators.machine.Moment;
import wuchang.simulators.machine.Saying;
import wuchang.simulators.machine.Turn;
import wuchang.simulators.mishap.SensorMishap;
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.wire.Message;
import wuchang.simulators.wire.NativeForm;

/** One device of the site: its machine, its own chance, and the sensor that speaks for it. */
final class Station {
  /** 0x7FFF hundredths: what a logger says when its probe is unplugged (PAYLOADS 1.2, L3). */
  static final double UNPLUGGED = 327.67;

  private final Device device;
  private final RandomGenerator random;
  private final Optional<Schedule> schedule;
  private Machine machine;

  Station(Device device, Machine machine, Optional<Schedule> schedule, RandomGenerator random) {
    this.device = device;
    this.machine = machine;
    this.schedule = schedule;
    this.random = random;
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

  /** Lets a step pass; what the device sends, in the order of time. */
  List<Message> next(Moment moment, NativeForm form, boolean replay) {
    Turn turn = machine.next(moment, random);
    machine = turn.machine();
    if (moment.troubles().has(SensorMishap.SENSOR_SILENT)) {
      return List.of();
    }
    List<Message> messages = new ArrayList<>(0);
    for (Saying saying : turn.sayings()) {
      messages.add(message(saying, moment.troubles(), form, replay));
    }
    long due = schedule.map(s -> s.dueIn(moment.before(), moment.now())).orElse(-1L);
    if (due >= 0 && !machine.readings().isEmpty()) {
      Map<Metric, Double> values = sensed(machine.readings(), moment.troubles());
      messages.add(form.telemetry(device.id(), Instant.ofEpochMilli(due), values, replay));
    }
    return messages;
  }

  private Message message(Saying saying, Troubles troubles, NativeForm form, boolean replay) {
    if (saying instanceof Saying.Event happened) {
      GateEvent event = happened.event();
      return form.event(replay ? history(event) : event);
    }
    Saying.Values said = (Saying.Values) saying;
    return form.telemetry(device.id(), said.at(), sensed(said.values(), troubles), replay);
  }

  private static Map<Metric, Double> sensed(Map<Metric, Double> values, Troubles troubles) {
    if (!troubles.has(SensorMishap.PROBE_UNPLUGGED) || !values.containsKey(Metric.TEMPERATURE)) {
      return values;
    }
    Map<Metric, Double> without = new LinkedHashMap<>(values);
    without.put(Metric.TEMPERATURE, UNPLUGGED);
    return without;
  }

  private static GateEvent history(GateEvent event) {
    return new GateEvent(
        event.device(),
        event.time(),
        event.what(),
        event.person(),
        event.card(),
        event.direction(),
        event.method(),
        event.reason(),
        Provenance.HISTORY,
        event.arrived());
  }
}
