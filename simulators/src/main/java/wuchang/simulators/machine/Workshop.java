package wuchang.simulators.machine;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.domain.Quantity;
import wuchang.domain.Unit;
import wuchang.domain.site.Device;
import wuchang.domain.site.DeviceKind;
import wuchang.domain.site.Meal;
import wuchang.domain.site.Site;
import wuchang.domain.site.Traits;
import wuchang.simulators.kitchen.Dice;

/**
 * Builds a machine for each device of a site by its kind and nameplate; each unit draws its own
 * constants. A device with a recorded trace plays that instead.
 *
 * @param totals what the counters of meters showed last, where that is known
 * @param traces real days by device
 */
public record Workshop(Site site, Map<DeviceId, Double> totals, Map<DeviceId, Trace> traces) {
  public Workshop {
    totals = Map.copyOf(totals);
    traces = Map.copyOf(traces);
  }

  /** The device's machine; empty for kinds and methods that are not modelled. */
  public Optional<Machine> build(Device device, RandomGenerator random) {
    Optional<Machine> recorded = Optional.ofNullable(traces.get(device.id())).map(Recorded::new);
    return recorded.or(() -> model(device, random));
  }

  private Optional<Machine> model(Device device, RandomGenerator random) {
    return switch (device.kind()) {
      case FRIDGE, FREEZER, SAMPLE_FRIDGE -> Optional.of(cold(device, random));
      case DISINFECTION_CABINET -> cabinet(device, random);
      case WATER_METER -> Optional.of(water(device, random));
      case ELECTRICITY_METER -> Optional.of(electricity(device, random));
      case ACCESS_GATE -> Optional.of(gate(device));
      case GATEWAY -> Optional.of(new Gateway());
      case HOT_HOLDING, COOLING_PROBE, PREP_ROOM, UV_LAMP, DISHWASHER -> Optional.empty();
    };
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

  private Optional<Machine> cabinet(Device device, RandomGenerator random) {
    Traits.Disinfection method = device.traits().method().orElse(Traits.Disinfection.INFRARED);
    if (method != Traits.Disinfection.INFRARED) {
      return Optional.empty();
    }
    double watts =
        rating(device, "rated-power", Unit.WATT)
            .orElseGet(() -> Dice.between(random, 2_400, 3_600));
    return Optional.of(
        DisinfectionCabinet.cold(CabinetBuild.of(watts, starts(device, random), random)));
  }

  /** Before each meal of the cabinet's plan, and while cleaning after it ends. */
  private List<LocalTime> starts(Device device, RandomGenerator random) {
    List<String> plan = device.traits().plan();
    List<LocalTime> starts = new ArrayList<>();
    for (Meal meal : site.calendar().meals()) {
      if (plan.isEmpty() || plan.contains(meal.id())) {
        starts.add(earlier(meal.service().from(), Dice.between(random, 85, 130)));
        starts.add(earlier(meal.cleaning().to(), Dice.between(random, 40, 55)));
      }
    }
    return starts;
  }

  private static LocalTime earlier(LocalTime time, double minutes) {
    return time.minusSeconds(Math.round(minutes * 60));
  }

  private Machine water(Device device, RandomGenerator random) {
    double maxFlow =
        rating(device, "max-flow", Unit.CUBIC_METRE_PER_HOUR).orElse(WaterBuild.USUAL_METER);
    WaterBuild build =
        WaterBuild.of(
            maxFlow,
            rating(device, "resolution", Unit.LITRE).orElse(WaterBuild.USUAL_RESOLUTION),
            rating(device, "modulus", Unit.ONE).orElse(WaterBuild.USUAL_MODULUS),
            Math.max(site.diners(), 50),
            random);
    double since = Dice.between(random, 800, 9_000);
    return WaterMeter.closed(build, totals.getOrDefault(device.id(), since));
  }

  private Machine electricity(Device device, RandomGenerator random) {
    double rated = rating(device, "rated-current", Unit.AMPERE).orElse(PowerBuild.USUAL_RATING);
    int phases = rating(device, "phases", Unit.ONE).orElse(3.0) == 1 ? 1 : 3;
    double modulus = rating(device, "modulus", Unit.ONE).orElse(PowerBuild.USUAL_MODULUS);
    PowerBuild build = PowerBuild.of(rated, phases, nominalVolts(), modulus, random);
    double since = Dice.between(random, 3_000, 90_000);
    return ElectricityMeter.standing(
        isBranchOfDevices(device) ? build.ofDevicesOnly() : build,
        totals.getOrDefault(device.id(), since));
  }

  /** Below another meter, and with devices of the site on it: a circuit made for them. */
  private boolean isBranchOfDevices(Device meter) {
    Optional<DeviceId> circuit = Optional.of(meter.id());
    return meter.circuit().isPresent()
        && site.devices().values().stream().anyMatch(d -> d.circuit().equals(circuit));
  }

  private double nominalVolts() {
    return switch (site.profile()) {
      case CN -> 220;
      case US -> 120;
      case AU, UK -> 230;
    };
  }

  private Machine gate(Device device) {
    List<Badge> staff =
        site.people().values().stream()
            .filter(p -> p.card().isPresent())
            .map(p -> new Badge(p.id().value(), p.card().orElse("")))
            .toList();
    Duration hold =
        device.traits().quantity("hold").map(Quantity::toDuration).orElse(GateBuild.USUAL_HOLD);
    return AccessGate.closed(new GateBuild(device.id(), staff, hold));
  }

  private static Optional<Double> rating(Device device, String key, Unit unit) {
    return device.traits().quantity(key).map(quantity -> quantity.in(unit));
  }
}
