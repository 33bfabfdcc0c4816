package wuchang.simulators.machine;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Site;
import wuchang.domain.site.Traits;
import wuchang.simulators.kitchen.Mealtimes;
import wuchang.simulators.people.Roster;

/**
 * Builds a machine for each device of a site by its kind and nameplate; each unit draws its own
 * constants. A device with a recorded trace plays that instead.
 *
 * @param totals what the counters of meters showed last, where that is known
 * @param traces real days by device
 */
public record Workshop(Site site, Map<DeviceId, Double> totals, Map<DeviceId, Trace> traces) {
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(60);

  /** Where a wireless sensor hangs: in a fridge, °C, or in the kitchen. */
  private static final double INSIDE = 4;

  private static final double OUTSIDE = Double.NaN;

  public Workshop {
    totals = Map.copyOf(totals);
    traces = Map.copyOf(traces);
  }

  /**
   * The device's machine; every kind has one.
   *
   * @param seed draws what devices share, such as the plan of a room
   * @param random draws what is the device's own
   */
  public Machine build(Device device, long seed, RandomGenerator random) {
    Trace trace = traces.get(device.id());
    return trace == null ? model(device, seed, random) : new Recorded(trace);
  }

  private Machine model(Device device, long seed, RandomGenerator random) {
    return switch (device.kind()) {
      case FRIDGE, FREEZER -> cold(device, random);
      case SAMPLE_FRIDGE -> wireless(device, cold(device, random), INSIDE, random);
      case DISINFECTION_CABINET -> cabinet(device, random);
      case WATER_METER -> meters().water(device, random);
      case ELECTRICITY_METER -> meters().electricity(device, random);
      case ACCESS_GATE -> gate(device, seed);
      case GATEWAY -> new Gateway();
      case HOT_HOLDING -> hotHolding(device, random);
      case COOLING_PROBE -> wireless(device, coolingProbe(random), OUTSIDE, random);
      case PREP_ROOM -> wireless(device, prepRoom(device, seed, random), OUTSIDE, random);
      case DRY_STORE -> wireless(device, DryStore.usual(random), OUTSIDE, random);
      case UV_LAMP -> uvLamp(device, seed, random);
      case DISHWASHER -> dishwasher(device, random);
    };
  }

  private Machine hotHolding(Device device, RandomGenerator random) {
    Optional<Double> rated = rating(device, "rated-power", Unit.WATT);
    Optional<Double> asked = rating(device, "set-point", Unit.CELSIUS);
    return HotHolding.off(HotBuild.of(rated, asked, random), Mealtimes.of(site));
  }

  private Machine coolingProbe(RandomGenerator random) {
    return CoolingProbe.hanging(CoolBuild.of(random), Mealtimes.of(site), random.nextLong());
  }

  private Machine prepRoom(Device device, long seed, RandomGenerator random) {
    RoomBuild build = RoomBuild.of(rating(device, "set-point", Unit.CELSIUS), random);
    return PrepRoom.unused(build, room(device, seed));
  }

  private Machine uvLamp(Device device, long seed, RandomGenerator random) {
    return UvLamp.dark(rating(device, "rated-power", Unit.WATT), room(device, seed), random);
  }

  /** What goes on in the device's area: the same for all that hang there. */
  private RoomPlan room(Device device, long seed) {
    long area = device.area().value().hashCode() * 31L + site.id().value().hashCode();
    return new RoomPlan(Mealtimes.of(site), new SplittableRandom(seed ^ area << 20).nextLong());
  }

  private static Machine dishwasher(Device device, RandomGenerator random) {
    Optional<Double> rated = rating(device, "rated-power", Unit.WATT);
    return Dishwasher.off(DishBuild.of(rated, device.traits().method(), random));
  }

  private static Machine wireless(
      Device device, Machine machine, double celsius, RandomGenerator random) {
    double interval = device.interval().orElse(USUAL_INTERVAL).toSeconds();
    return Wireless.of(machine, Math.max(1, interval), celsius, random);
  }

  private static Machine cold(Device device, RandomGenerator random) {
    List<LocalTime> declared =
        device.traits().defrost().map(Traits.Defrost::times).orElse(List.of());
    Optional<Double> asked = rating(device, "set-point", Unit.CELSIUS);
    if (device.kind() == DeviceKind.FREEZER) {
      return ColdUnits.freezer(asked, declared, random);
    }
    if (device.kind() == DeviceKind.SAMPLE_FRIDGE) {
      return ColdUnits.sampleFridge(asked, random);
    }
    return device.traits().walkIn()
        ? ColdUnits.room(asked, declared, random)
        : ColdUnits.fridge(asked, declared, random);
  }

  private Machine cabinet(Device device, RandomGenerator random) {
    Traits.Disinfection method = device.traits().method().orElse(Traits.Disinfection.INFRARED);
    CabinetBuild build = CabinetBuild.of(method, rating(device, "rated-power", Unit.WATT), random);
    Set<String> meals = Set.copyOf(device.traits().plan());
    CabinetPlan plan = new CabinetPlan(Mealtimes.of(site), meals, build.usual(), random.nextLong());
    return DisinfectionCabinet.cold(build, plan);
  }

  private MeterWorks meters() {
    return new MeterWorks(site, totals);
  }

  private Machine gate(Device device, long seed) {
    Duration hold =
        device.traits().quantity("hold").map(Quantity::toDuration).orElse(GateBuild.USUAL_HOLD);
    boolean lit =
        site.devices().values().stream()
            .filter(other -> other.kind() == DeviceKind.UV_LAMP)
            .anyMatch(lamp -> lamp.area().equals(device.area()));
    Optional<RoomPlan> room = lit ? Optional.of(room(device, seed)) : Optional.empty();
    return AccessGate.closed(new GateBuild(device.id(), Roster.of(site, seed), hold, room));
  }

  static Optional<Double> rating(Device device, String key, Unit unit) {
    return device.traits().quantity(key).map(quantity -> quantity.in(unit));
  }
}
