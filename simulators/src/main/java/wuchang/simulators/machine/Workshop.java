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
import wuchang.simulators.people.Roster;

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
      case WATER_METER -> Optional.of(meters().water(device, random));
      case ELECTRICITY_METER -> Optional.of(meters().electricity(device, random));
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

  private MeterWorks meters() {
    return new MeterWorks(site, totals);
  }

  private Machine gate(Device device) {
    Duration hold =
        device.traits().quantity("hold").map(Quantity::toDuration).orElse(GateBuild.USUAL_HOLD);
    return AccessGate.closed(new GateBuild(device.id(), Roster.of(site), hold));
  }

  static Optional<Double> rating(Device device, String key, Unit unit) {
    return device.traits().quantity(key).map(quantity -> quantity.in(unit));
  }
}
