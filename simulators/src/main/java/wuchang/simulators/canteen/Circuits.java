package wuchang.simulators.canteen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.simulators.machine.Moment;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.Troubles;

/**
 * The machines of a site and the circuits that join them: a meter counts what hangs on it, and what
 * hangs on it feels when the meter's circuit fails. While no circuit fails, machines do not feel
 * each other: each may pass a whole block by itself, the meters after what hangs on them. While one
 * may, all pass it step by step.
 */
final class Circuits {
  /** One machine and what it is joined to. */
  private static final class Joint {
    final Station station;
    final List<Joint> fed = new ArrayList<>();
    final int phase;
    int height;
    double[] watts = {};

    Joint(Station station) {
      this.station = station;
      this.phase = (int) Math.floorMod(Canteen.hash(station.id()), 3L) + 1;
    }
  }

  private final List<Station> stations;
  private final List<Joint> joints = new ArrayList<>();
  private final Map<Joint, Joint> meters = new HashMap<>();
  private final List<List<Joint>> heights = new ArrayList<>();

  Circuits(List<Station> stations) {
    this.stations = List.copyOf(stations);
    Map<DeviceId, Joint> byId = new HashMap<>();
    for (Station station : stations) {
      Joint joint = new Joint(station);
      joints.add(joint);
      byId.put(station.id(), joint);
    }
    for (Joint joint : joints) {
      joint.station.device().circuit().map(byId::get).ifPresent(meter -> hang(joint, meter));
    }
    joints.forEach(this::raise);
    joints.forEach(this::sort);
  }

  List<Station> stations() {
    return stations;
  }

  /** Lets a block pass step by step. */
  void together(Block block) {
    Map<Joint, List<Mishap>> troubled = new HashMap<>();
    joints.forEach(joint -> troubled.put(joint, block.of(joint.station)));
    double[] fed = new double[joints.size()];
    double[] supply = new double[joints.size()];
    for (Air.Around around : block.steps()) {
      for (int i = 0; i < fed.length; i++) {
        fed[i] = fedNow(joints.get(i));
        supply[i] = supplyNow(joints.get(i));
      }
      for (int i = 0; i < fed.length; i++) {
        Joint joint = joints.get(i);
        step(joint, block, around, troubled.getOrDefault(joint, List.of()), fed[i], supply[i]);
      }
    }
  }

  /** The same, as tasks: those of one list at once, the lists one after the other. */
  List<List<Runnable>> tasks(Block block) {
    if (mayFail(block)) {
      return List.of(List.of(() -> together(block)));
    }
    List<List<Runnable>> tasks = new ArrayList<>();
    for (List<Joint> height : heights) {
      tasks.add(height.stream().<Runnable>map(joint -> () -> alone(joint, block)).toList());
    }
    return tasks;
  }

  /** Lets one machine pass a block in which its circuit gives what it should. */
  private void alone(Joint joint, Block block) {
    int steps = block.steps().size();
    List<Mishap> troubled = block.of(joint.station);
    boolean counted = meters.containsKey(joint);
    joint.watts = counted ? new double[steps] : joint.watts;
    for (int i = 0; i < steps; i++) {
      if (counted) {
        joint.watts[i] = joint.station.watts();
      }
      double fed = 0;
      for (Joint below : joint.fed) {
        fed += below.watts[i];
      }
      step(joint, block, block.steps().get(i), troubled, fed, 1);
    }
  }

  private static void step(
      Joint joint, Block block, Air.Around around, List<Mishap> own, double fed, double supply) {
    Instant now = around.now();
    Troubles troubles = own.isEmpty() ? Troubles.NONE : Troubles.of(own, joint.station.id(), now);
    joint.station.next(
        new Moment(
            now,
            block.step(),
            around.local(),
            around.bustle(),
            around.celsius(),
            fed,
            troubles,
            supply),
        block.replay());
  }

  /** Whether a circuit gives less than it should, or may come to that within the block. */
  private boolean mayFail(Block block) {
    return meters.values().stream()
        .anyMatch(
            meter ->
                meter.station.supply(1) < 1
                    || meter.station.supply(2) < 1
                    || meter.station.supply(3) < 1
                    || !block.of(meter.station).isEmpty());
  }

  private static double fedNow(Joint joint) {
    double watts = 0;
    for (Joint below : joint.fed) {
      watts += below.station.watts();
    }
    return watts;
  }

  private double supplyNow(Joint joint) {
    Joint meter = meters.get(joint);
    return meter == null ? 1 : meter.station.supply(joint.phase);
  }

  private void hang(Joint joint, Joint meter) {
    meter.fed.add(joint);
    meters.put(joint, meter);
  }

  /** A meter stands higher than everything that hangs on it. */
  private void raise(Joint joint) {
    Joint meter = meters.get(joint);
    if (meter != null && meter.height <= joint.height) {
      meter.height = joint.height + 1;
      raise(meter);
    }
  }

  private void sort(Joint joint) {
    while (heights.size() <= joint.height) {
      heights.add(new ArrayList<>());
    }
    heights.get(joint.height).add(joint);
  }
}
