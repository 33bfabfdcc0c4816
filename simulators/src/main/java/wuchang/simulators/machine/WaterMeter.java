package wuchang.simulators.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.WaterMishap;

/**
 * A water meter behind which taps are opened and closed. The pipe gives less to each the more are
 * open: {@code q / √(1 + (q / pipe)²)}. A burst comes on top, as it opens the pipe itself.
 *
 * @param litres that have passed in the meter's life
 * @param flow L/min in the last step
 */
record WaterMeter(WaterBuild build, double litres, double flow, List<Draw> draws)
    implements Machine {

  /** Water that runs until then, L/min. */
  record Draw(Instant until, double flow) {}

  private static final double LITRES_PER_MINUTE = 1000.0 / 60;

  WaterMeter {
    draws = List.copyOf(draws);
  }

  static WaterMeter closed(WaterBuild build, double cubicMetres) {
    return new WaterMeter(build, cubicMetres * 1000, 0, List.of());
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    List<Draw> running = new ArrayList<>();
    double wanted = 0;
    for (Draw draw : draws) {
      if (draw.until().isAfter(moment.before())) {
        running.add(draw);
        wanted += draw.flow();
      }
    }
    for (EndUse use : EndUse.KITCHEN) {
      double perHour = use.perHour(moment.bustle()) * build.diners() / 100 * build.thirst();
      if (Dice.happens(random, perHour, moment.seconds())) {
        long millis = Math.round(use.drawSeconds(random) * 1000);
        Draw draw = new Draw(moment.before().plusMillis(millis), use.drawFlow(random));
        running.add(draw);
        wanted += draw.flow();
      }
    }
    double flowing = delivered(wanted) + burst(moment);
    double passed = litres + flowing * moment.seconds() / 60;
    return Turn.silent(new WaterMeter(build, passed, flowing, running));
  }

  private double delivered(double wanted) {
    double load = wanted / (build.pipe() * LITRES_PER_MINUTE);
    return wanted / Math.sqrt(1 + load * load);
  }

  private double burst(Moment moment) {
    double severity = moment.troubles().severity(WaterMishap.BURST_PIPE);
    return severity * build.openPipe() * LITRES_PER_MINUTE;
  }

  @Override
  public Map<Metric, Double> readings() {
    double step = build.resolution();
    double shown = Math.floor(litres / step) * step / 1000 % build.modulus();
    return new Shown()
        .with(Metric.WATER_TOTAL, shown, 3)
        .with(Metric.FLOW_RATE, flow / LITRES_PER_MINUTE, 2)
        .values();
  }
}
