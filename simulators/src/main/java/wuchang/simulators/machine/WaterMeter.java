package wuchang.simulators.machine;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import wuchang.domain.reading.Metric;
import wuchang.simulators.kitchen.Bustle;
import wuchang.simulators.kitchen.Dice;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.mishap.MishapKind;
import wuchang.simulators.mishap.Troubles;
import wuchang.simulators.mishap.WaterMishap;

/**
 * A water meter behind which taps are opened and closed. The pipe gives less to each the more are
 * open: {@code q / √(1 + (q / pipe)²)}. A burst comes on top, as it opens the pipe itself. A use
 * counts for the very part of a step that it takes, so that the step's length changes nothing.
 *
 * @param litres that have passed in the meter's life
 * @param zero the litres at which its counter began anew
 * @param flow L/min, the mean of the last step
 * @param day how much more or less than usual is used today; NaN before the first step
 */
record WaterMeter(
    WaterBuild build, double litres, double zero, double flow, double day, List<Draw> draws)
    implements Machine {

  /** Water that runs, L/min, between two times in epoch milliseconds. */
  record Draw(long from, long until, double flow) {}

  private static final double LITRES_PER_MINUTE = 1000.0 / 60;

  /** A cistern's worn valve passes up to some 2 L/min; a check valve's seat as much. */
  private static final double LEAK = 2;

  private static final double OPEN_TAP = 12;
  private static final double HOSE = 0.5;

  static WaterMeter closed(WaterBuild build, double cubicMetres) {
    return new WaterMeter(build, cubicMetres * 1000, 0, 0, Double.NaN, List.of());
  }

  @Override
  public Turn next(Moment moment, RandomGenerator random) {
    boolean newDay = Double.isNaN(day) || moment.passes(LocalTime.MIDNIGHT);
    double today =
        newDay ? build.crowd().on(moment.now()) * build.crowd().thirst(moment.now()) : day;
    List<Draw> running = opened(moment, today, random);
    double flowing = flowing(wanted(running, moment), moment.troubles());
    double passed = litres + flowing * moment.seconds() / 60;
    return Turn.silent(new WaterMeter(build, passed, begunAnew(moment), flowing, today, running));
  }

  /** What is opened comes to what still runs. */
  private List<Draw> opened(Moment moment, double today, RandomGenerator random) {
    long before = moment.before().toEpochMilli();
    List<Draw> running = new ArrayList<>(draws.size() + 1);
    for (Draw draw : draws) {
      if (draw.until() > before) {
        running.add(draw);
      }
    }
    Bustle bustle = bustle(moment);
    double many = build.diners() / 100 * build.thirst() * today * diligence(moment, bustle);
    for (int i = 0; i < EndUse.KITCHEN.size(); i++) {
      EndUse use = EndUse.KITCHEN.get(i);
      int times = Dice.times(random, use.perHour(bustle) * many, moment.seconds());
      for (int n = 0; n < times; n++) {
        long from = before + (long) (random.nextDouble() * moment.seconds() * 1000);
        long until = from + Math.round(use.drawSeconds(random) * 1000);
        running.add(new Draw(from, until, use.drawFlow(random)));
      }
    }
    return running;
  }

  private static Bustle bustle(Moment moment) {
    return moment.troubles().has(WaterMishap.DEEP_CLEANING) ? Bustle.CLEANING : moment.bustle();
  }

  private static double diligence(Moment moment, Bustle bustle) {
    if (bustle != Bustle.CLEANING) {
      return 1;
    }
    Troubles troubles = moment.troubles();
    return (1 + troubles.severity(WaterMishap.DEEP_CLEANING))
        * (1 - troubles.severity(WaterMishap.CLEANING_SKIPPED));
  }

  private static double wanted(List<Draw> running, Moment moment) {
    long now = moment.now().toEpochMilli();
    long before = moment.before().toEpochMilli();
    double wanted = 0;
    for (int i = 0; i < running.size(); i++) {
      Draw draw = running.get(i);
      long open = Math.min(draw.until(), now) - Math.max(draw.from(), before);
      wanted += draw.flow() * open / (now - before);
    }
    return wanted;
  }

  private double flowing(double wanted, Troubles troubles) {
    if (troubles.active().isEmpty()) {
      return delivered(wanted);
    }
    double pipe = build.pipe() * LITRES_PER_MINUTE;
    double open =
        wanted
            + OPEN_TAP * troubles.severity(WaterMishap.TAP_LEFT_RUNNING)
            + LEAK * troubles.severity(WaterMishap.CISTERN_LEAK)
            + HOSE * pipe * troubles.severity(WaterMishap.HOSE_TEST);
    double burst = troubles.severity(WaterMishap.BURST_PIPE) * build.openPipe() * LITRES_PER_MINUTE;
    double brought = 1 - troubles.severity(WaterMishap.WATER_OUTAGE);
    return (delivered(open) + burst) * brought - LEAK * troubles.severity(WaterMishap.REVERSE_FLOW);
  }

  private double delivered(double wanted) {
    double load = wanted / (build.pipe() * LITRES_PER_MINUTE);
    return wanted / Math.sqrt(1 + load * load);
  }

  private double begunAnew(Moment moment) {
    return isOnset(moment, WaterMishap.WATER_COUNTER_RESET) ? litres : zero;
  }

  /** Whether a mishap begins in this step. */
  static boolean isOnset(Moment moment, MishapKind kind) {
    Instant before = moment.before();
    return moment.troubles().find(kind).map(Mishap::onset).filter(before::isBefore).isPresent();
  }

  @Override
  public Map<Metric, Double> readings() {
    double step = build.resolution();
    double pulses = Math.floor((litres - zero) / step + 1e-9);
    double counted = pulses * step / 1000;
    double shown = counted - Math.floor(counted / build.modulus()) * build.modulus();
    return new Shown()
        .with(Metric.WATER_TOTAL, shown, 3)
        .with(Metric.FLOW_RATE, flow / LITRES_PER_MINUTE, 2)
        .with(Metric.PULSE_TOTAL, Math.max(0, pulses), 0)
        .values();
  }
}
