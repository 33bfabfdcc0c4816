package wuchang.app.kernel;

import java.util.Map;
import java.util.Random;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Range;
import wuchang.domain.site.DeviceKind;

/** Values of a metric that wander, jump, stand still and go where the rules' limits are. */
final class Values {
  private static final Map<DeviceKind, double[]> TEMPERATURES =
      Map.of(
          DeviceKind.FREEZER, new double[] {-20, -18, -9, -2},
          DeviceKind.HOT_HOLDING, new double[] {70, 62, 55, 30},
          DeviceKind.COOLING_PROBE, new double[] {70, 40, 20, 6},
          DeviceKind.PREP_ROOM, new double[] {22, 24, 26, 28},
          DeviceKind.DISINFECTION_CABINET, new double[] {25, 60, 124, 165},
          DeviceKind.DISHWASHER, new double[] {30, 60, 86, 90});
  private static final double[] COOL = {4, 3, 9, 17};

  private final DeviceKind kind;
  private final Metric metric;
  private final Random random;
  private double value;
  private double goal;
  private int left;

  Values(DeviceKind kind, Metric metric, Random random) {
    this.kind = kind;
    this.metric = metric;
    this.random = random;
  }

  double next() {
    if (left-- <= 0) {
      left = 5 + random.nextInt(70);
      goal = goal();
    }
    if (metric.isFlag()) {
      return random.nextInt(5) == 0 ? random.nextInt(2) : goal >= 0.5 ? 1 : 0;
    }
    if (metric.name().endsWith("_total")) {
      value = random.nextInt(150) == 0 ? 0 : value + (random.nextInt(3) == 0 ? 0 : goal);
      return Math.round(value * 1000) / 1000.0;
    }
    value += (goal - value) * 0.4 + (left % 9 == 0 ? 0 : random.nextGaussian() * 0.2);
    return Math.round(value * 10) / 10.0;
  }

  /** Where it goes for the next while: mostly where it should be, now and then where not. */
  private double goal() {
    int worse = Math.max(0, random.nextInt(6) - 2);
    if (metric.equals(Metric.TEMPERATURE)) {
      return TEMPERATURES.getOrDefault(kind, COOL)[worse];
    }
    if (metric.isFlag()) {
      return random.nextInt(2);
    }
    return switch (metric.name().replaceAll("_l[123]$", "")) {
      case "water_total", "energy_total" -> worse * 0.03;
      case "power" -> new double[] {0, 120, 900, 2800}[worse];
      case "voltage" -> new double[] {220, 236, 190, 40}[worse];
      case "current" -> new double[] {20, 58, 64, 70}[worse];
      case "residual_current" -> new double[] {20, 100, 310, 500}[worse];
      case "flow_rate" -> new double[] {0, 0.3, 2, 7}[worse];
      case "battery_pct" -> new double[] {80, 30, 18, 8}[worse];
      case "power_factor" -> new double[] {0.95, 0.9, 0.8, 0.6}[worse];
      default -> within(metric.plausible());
    };
  }

  private double within(Range range) {
    double low = Math.max(range.low(), 0);
    return low + random.nextDouble() * (Math.min(range.high(), 100) - low);
  }
}
