package wuchang.simulators.machine;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import wuchang.domain.DeviceId;
import wuchang.domain.Unit;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;
import wuchang.simulators.kitchen.Crowd;
import wuchang.simulators.kitchen.Dice;

/**
 * Builds a site's meters from their nameplates.
 *
 * @param totals what their counters showed last, where that is known
 */
record MeterWorks(Site site, Map<DeviceId, Double> totals) {
  /** A canteen for fewer is none. */
  private static final int FEWEST_DINERS = 50;

  Machine water(Device device, RandomGenerator random) {
    double maxFlow =
        Workshop.rating(device, "max-flow", Unit.CUBIC_METRE_PER_HOUR)
            .orElse(WaterBuild.USUAL_METER);
    WaterBuild build =
        WaterBuild.of(
            maxFlow,
            Workshop.rating(device, "resolution", Unit.LITRE).orElse(WaterBuild.USUAL_RESOLUTION),
            Workshop.rating(device, "modulus", Unit.ONE).orElse(WaterBuild.USUAL_MODULUS),
            Math.max(site.diners(), FEWEST_DINERS),
            crowd(),
            random);
    double since = Dice.between(random, 800, 9_000);
    return WaterMeter.closed(build, totals.getOrDefault(device.id(), since));
  }

  Machine electricity(Device device, RandomGenerator random) {
    double rated =
        Workshop.rating(device, "rated-current", Unit.AMPERE).orElse(PowerBuild.USUAL_RATING);
    int phases = Workshop.rating(device, "phases", Unit.ONE).orElse(3.0) == 1 ? 1 : 3;
    double modulus = Workshop.rating(device, "modulus", Unit.ONE).orElse(PowerBuild.USUAL_MODULUS);
    PowerBuild build = PowerBuild.of(rated, phases, nominalVolts(), modulus, crowd(), random);
    double since = Dice.between(random, 3_000, 90_000);
    return ElectricityMeter.standing(
        isBranchOfDevices(device) ? build.ofDevicesOnly() : build,
        totals.getOrDefault(device.id(), since));
  }

  private Crowd crowd() {
    return Crowd.of(site.zone(), site.id().value());
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
}
