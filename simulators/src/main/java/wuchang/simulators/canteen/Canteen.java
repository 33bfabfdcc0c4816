package wuchang.simulators.canteen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.Metric;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Kitchen;
import wuchang.simulators.machine.Machine;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.wire.Link;
import wuchang.simulators.wire.Message;
import wuchang.simulators.wire.Voices;
import wuchang.simulators.wire.Wire;
import wuchang.simulators.wire.WireHabits;

/**
 * A simulated site. Its time passes in steps on a fixed grid, and what it sends depends on seed,
 * start, step and mishaps alone: the same ones give the same bytes. Each device has a chance of its
 * own, so that one more device changes nothing about the others. Not thread-safe.
 */
public final class Canteen {
  /** Two seconds: fine enough for every model, and as often as somebody who watches can see. */
  public static final Duration STEP = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Canteen.class);

  /** For devices whose interval is not configured and that are not silent by nature. */
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(60);

  private final Site site;
  private final WireHabits habits;
  private final Wire wire;
  private final Duration step;
  private final Air air;
  private final Circuits circuits;

  /**
   * A canteen that has been running before that instant.
   *
   * @param start its time, down to the grid of {@link #STEP}
   */
  public Canteen(Workshop workshop, long seed, Instant start) {
    this(workshop, WireHabits.PERFECT, seed, start);
  }

  /** One whose messages have such a way to go. */
  public Canteen(Workshop workshop, WireHabits habits, long seed, Instant start) {
    this(workshop, habits, seed, start, STEP);
  }

  /**
   * One whose time passes in such steps.
   *
   * @param start its time, down to the grid of the step
   * @param step as long as every model allows at most
   */
  public Canteen(Workshop workshop, WireHabits habits, long seed, Instant start, Duration step) {
    this.site = workshop.site();
    this.habits = habits;
    this.wire = new Wire(site);
    this.step = step;
    long grid = step.toMillis();
    Instant first = Instant.ofEpochMilli(Math.floorDiv(start.toEpochMilli(), grid) * grid);
    this.air = new Air(Kitchen.of(site), first);
    List<Station> stations = new ArrayList<>();
    for (Device device : site.devices().values()) {
      settle(workshop, device, seed).ifPresent(stations::add);
    }
    this.circuits = new Circuits(stations);
  }

  /** The time it has reached: everything up to it has been said, nothing after it. */
  public Instant now() {
    return air.now();
  }

  /**
   * Lets time pass while the next step ends by then.
   *
   * @param mishaps all that may happen on the way
   * @param replay whether what is sent is marked as history
   */
  public void until(Instant time, List<Mishap> mishaps, boolean replay, Outlet outlet)
      throws InterruptedException {
    while (!now().plus(step).isAfter(time)) {
      Block block = Block.next(air, step, 1, mishaps, replay);
      circuits.together(block);
      for (Message message : sent(block)) {
        outlet.send(message);
      }
    }
  }

  /**
   * Lets the next so many steps pass, and gives what is to be done for them: in each list tasks
   * that may be done at the same time, after all of the list before. {@link #sent} comes last.
   */
  public Passage passage(int steps, List<Mishap> mishaps, boolean replay) {
    Block block = Block.next(air, step, steps, mishaps, replay);
    return new Passage(circuits.tasks(block), () -> sent(block));
  }

  /** What the counters of the meters show now, by device. */
  public Map<DeviceId, Double> totals() {
    Map<DeviceId, Double> totals = new LinkedHashMap<>();
    for (Station station : circuits.stations()) {
      Map<Metric, Double> readings = station.readings();
      Optional.ofNullable(readings.get(Metric.WATER_TOTAL))
          .or(() -> Optional.ofNullable(readings.get(Metric.ENERGY_TOTAL)))
          .ifPresent(total -> totals.put(station.id(), total));
    }
    return totals;
  }

  /** Until when devices have suffered from mishaps that had ended already. */
  public Map<Mishap, Instant> suffered() {
    Map<Mishap, Instant> suffered = new HashMap<>();
    circuits.stations().forEach(station -> suffered.putAll(station.suffered()));
    return suffered;
  }

  /** What leaves for the broker by the block's end, in order. */
  private List<Message> sent(Block block) {
    circuits.stations().forEach(station -> station.said().forEach(wire::put));
    return wire.due(block.end(), block.mishaps());
  }

  private Optional<Station> settle(Workshop workshop, Device device, long seed) {
    long own = seed * 0x9E3779B97F4A7C15L + hash(device.id());
    RandomGenerator random = new SplittableRandom(own);
    Voices voices = Voices.of(site, device);
    if (!voices.heard()) {
      LOG.info("event=not_simulated device={} kind={}", device.id(), device.kind().word());
      return Optional.empty();
    }
    Machine machine = workshop.build(device, seed, random);
    Optional<Schedule> schedule = schedule(device, random);
    // A chance of its own, so that the way a message goes changes nothing about the machine.
    SplittableRandom way = new SplittableRandom(~own);
    Link link = new Link(device, voices, habits, way.split());
    Sensor sensor = new Sensor(way.split());
    return Optional.of(new Station(device, machine, schedule, random, sensor, link));
  }

  private static Optional<Schedule> schedule(Device device, RandomGenerator random) {
    boolean speaksOnEvents = device.kind() == DeviceKind.ACCESS_GATE && device.interval().isEmpty();
    Duration interval = device.interval().orElse(USUAL_INTERVAL);
    return speaksOnEvents
        ? Optional.empty()
        : Optional.of(new Schedule(interval, random.nextLong(interval.toMillis())));
  }

  /** A hash of the id that is the same everywhere and for ever (FNV-1a). */
  static long hash(DeviceId id) {
    long hash = 0xCBF29CE484222325L;
    for (char c : id.value().toCharArray()) {
      hash = (hash ^ c) * 0x100000001B3L;
    }
    return hash;
  }
}
