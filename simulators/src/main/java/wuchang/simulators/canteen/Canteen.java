package wuchang.simulators.canteen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Kitchen;
import wuchang.simulators.machine.Machine;
import wuchang.simulators.machine.Moment;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.wire.Link;
import wuchang.simulators.wire.Message;
import wuchang.simulators.wire.Voices;
import wuchang.simulators.wire.Wire;
import wuchang.simulators.wire.WireHabits;

/**
 * A simulated site. Its time passes in steps on a fixed grid, and what it sends depends on seed,
 * start and mishaps alone: the same ones give the same bytes. Each device has a chance of its own,
 * so that one more device changes nothing about the others. Not thread-safe.
 */
public final class Canteen {
  /** Two seconds: fine enough for every model, and a canteen-day passes in about half a second. */
  public static final Duration STEP = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Canteen.class);

  /** A kitchen takes some 20 minutes to warm and to cool. */
  private static final double WARMING_SECONDS = 1_200;

  /** How often the calendar is looked at; every whole minute is among them. */
  private static final long LOOK_SECONDS = 20;

  /** For devices whose interval is not configured and that are not silent by nature. */
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(60);

  private final Site site;
  private final Kitchen kitchen;
  private final WireHabits habits;
  private final Wire wire;
  private final List<Station> stations = new ArrayList<>();
  private final Map<DeviceId, Station> byId = new HashMap<>();
  private Instant now;
  private Bustle bustle;
  private double warmth;
  private double ambient;

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
    this.site = workshop.site();
    this.kitchen = Kitchen.of(site);
    this.habits = habits;
    this.wire = new Wire(site);
    this.now = Instant.ofEpochMilli(start.toEpochMilli() / STEP.toMillis() * STEP.toMillis());
    this.bustle = kitchen.bustle(now);
    this.warmth = kitchen.warmth(now, bustle);
    this.ambient = warmth;
    site.devices().values().forEach(device -> settle(workshop, device, seed));
  }

  /** The time it has reached: everything up to it has been said, nothing after it. */
  public Instant now() {
    return now;
  }

  /**
   * Lets time pass while the next step ends by then.
   *
   * @param mishaps all that may happen on the way
   * @param replay whether what is sent is marked as history
   */
  public void until(Instant time, List<Mishap> mishaps, boolean replay, Outlet outlet)
      throws InterruptedException {
    while (!now.plus(STEP).isAfter(time)) {
      for (Message message : step(mishaps, replay)) {
        outlet.send(message);
      }
    }
  }

  /** What the counters of the meters show now, by device. */
  public Map<DeviceId, Double> totals() {
    Map<DeviceId, Double> totals = new LinkedHashMap<>();
    for (Station station : stations) {
      Map<Metric, Double> readings = station.readings();
      Optional.ofNullable(readings.get(Metric.WATER_TOTAL))
          .or(() -> Optional.ofNullable(readings.get(Metric.ENERGY_TOTAL)))
          .ifPresent(total -> totals.put(station.id(), total));
    }
    return totals;
  }

  private List<Message> step(List<Mishap> mishaps, boolean replay) {
    now = now.plus(STEP);
    if (now.getEpochSecond() % LOOK_SECONDS == 0) {
      bustle = kitchen.bustle(now);
      warmth = kitchen.warmth(now, bustle);
    }
    ambient += (warmth - ambient) * STEP.toSeconds() / WARMING_SECONDS;
    Map<DeviceId, Double> fed = fed();
    LocalTime local = now.atZone(site.zone()).toLocalTime();
    for (Station station : stations) {
      double watts = fed.getOrDefault(station.id(), 0.0);
      Troubles troubles = Troubles.of(mishaps, station.id(), now);
      Moment moment =
          new Moment(now, STEP, local, bustle, ambient, watts, troubles, supply(station.device()));
      station.next(moment, replay, wire);
    }
    return wire.due(now, mishaps);
  }

  /** What the device gets of its circuit's voltage; its phase is a third of all ids'. */
  private double supply(Device device) {
    Optional<Station> meter = device.circuit().map(byId::get);
    return meter.map(m -> m.supply((int) Math.floorMod(hash(device.id()), 3L) + 1)).orElse(1.0);
  }

  /** What is drawn from each circuit, W. */
  private Map<DeviceId, Double> fed() {
    Map<DeviceId, Double> fed = new HashMap<>();
    for (Station station : stations) {
      station.device().circuit().ifPresent(c -> fed.merge(c, station.watts(), Double::sum));
    }
    return fed;
  }

  private void settle(Workshop workshop, Device device, long seed) {
    long own = seed * 0x9E3779B97F4A7C15L + hash(device.id());
    RandomGenerator random = new SplittableRandom(own);
    Voices voices = Voices.of(site, device);
    Optional<Machine> machine = voices.heard() ? workshop.build(device, random) : Optional.empty();
    if (machine.isEmpty()) {
      LOG.info("device={} kind={} simulated=no", device.id(), device.kind().word());
      return;
    }
    Optional<Schedule> schedule = schedule(device, random);
    // A chance of its own, so that the way a message goes changes nothing about the machine.
    SplittableRandom way = new SplittableRandom(~own);
    Link link = new Link(device, voices, habits, way.split());
    Sensor sensor = new Sensor(way.split());
    add(new Station(device, machine.get(), schedule, random, sensor, link));
  }

  private void add(Station station) {
    stations.add(station);
    byId.put(station.id(), station);
  }

  private static boolean isNative(Device device) {
    return device.sources().isEmpty()
        || device.sources().stream().anyMatch(source -> source.format().equals("native"));
  }

  private static Optional<Schedule> schedule(Device device, RandomGenerator random) {
    boolean speaksOnEvents = device.kind() == DeviceKind.ACCESS_GATE && device.interval().isEmpty();
    Duration interval = device.interval().orElse(USUAL_INTERVAL);
    return speaksOnEvents
        ? Optional.empty()
        : Optional.of(new Schedule(interval, random.nextLong(interval.toMillis())));
  }

  /** A hash of the id that is the same everywhere and for ever (FNV-1a). */
  private static long hash(DeviceId id) {
    long hash = 0xCBF29CE484222325L;
    for (char c : id.value().toCharArray()) {
      hash = (hash ^ c) * 0x100000001B3L;
    }
    return hash;
  }
}
