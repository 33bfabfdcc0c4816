package wuchang.simulators.machine;

import wuchang.domain.reading.Metric;

/**
 * What flows through a meter at one instant.
 *
 * @param real W by phase
 * @param apparent VA by phase
 * @param amps by phase
 * @param volts between phase and neutral
 * @param shares of the usual voltage that each phase has
 * @param leakage mA to earth
 */
record PowerFlow(
    Phases real, Phases apparent, Phases amps, Phases volts, Phases shares, double leakage) {
  /** mA to earth of each kW that heats; heaters' insulation is never dry. */
  private static final double LEAKAGE_PER_KILOWATT = 0.35;

  /** Below that share of the voltage contactors let go. */
  private static final double HOLDS = 0.6;

  private static final Metric[] VOLTAGE = byPhase("voltage");
  private static final Metric[] CURRENT = byPhase("current");
  private static final Metric[] POWER = byPhase("power");

  static PowerFlow none(double volts, int phases) {
    Phases each = phases == 1 ? new Phases(volts, 0, 0) : new Phases(volts, volts, volts);
    return new PowerFlow(Phases.NONE, Phases.NONE, Phases.NONE, each, new Phases(1, 1, 1), 0);
  }

  private static Metric[] byPhase(String name) {
    return new Metric[] {Metric.of(name + "_l1"), Metric.of(name + "_l2"), Metric.of(name + "_l3")};
  }

  double powerFactor() {
    return apparent.sum() <= 0 ? 1 : real.sum() / apparent.sum();
  }

  /** What a meter for so many phases shows; {@code current} is that of the most loaded phase. */
  Shown shown(int phases) {
    Shown shown = new Shown().with(Metric.POWER, real.sum(), 0);
    if (phases == 1) {
      return shown
          .with(Metric.VOLTAGE, volts.l1(), 1)
          .with(Metric.CURRENT, amps.l1(), 2)
          .with(Metric.POWER_FACTOR, powerFactor(), 2);
    }
    shown.with(Metric.VOLTAGE, volts.sum() / 3, 1).with(Metric.CURRENT, amps.highest(), 2);
    for (int phase = 1; phase <= 3; phase++) {
      shown
          .with(VOLTAGE[phase - 1], volts.on(phase), 1)
          .with(CURRENT[phase - 1], amps.on(phase), 2)
          .with(POWER[phase - 1], real.on(phase), 0);
    }
    return shown
        .with(Metric.POWER_FACTOR, powerFactor(), 2)
        .with(Metric.RESIDUAL_CURRENT, leakage, 0);
  }

  /** Adds up the loads of a circuit. Heaters draw by the square of their voltage. */
  static final class Sum {
    private final int phases;
    private final Phases shares;
    private final Phases draws;
    private Phases real = Phases.NONE;
    private Phases apparent = Phases.NONE;

    Sum(int phases, Phases shares) {
      this.phases = phases;
      this.shares = phases == 1 ? new Phases(shares.l1(), 0, 0) : shares;
      this.draws = this.shares.map(share -> share < HOLDS ? 0 : share * share);
    }

    /** A load of so many W at the usual voltage, on a phase or, by 0, on all. */
    void add(int phase, double watts, double powerFactor) {
      Phases wanted =
          phase == 0 || phases == 1 ? Phases.evenly(watts, phases) : Phases.on(phase, watts);
      draw(wanted.times(draws), powerFactor);
    }

    /** So many var beside what is drawn, on all phases that have voltage. */
    void addReactive(double vars) {
      Phases each = Phases.evenly(vars, phases).times(draws);
      apparent =
          new Phases(
              StrictMath.hypot(apparent.l1(), each.l1()),
              StrictMath.hypot(apparent.l2(), each.l2()),
              StrictMath.hypot(apparent.l3(), each.l3()));
    }

    /** What the site's own devices draw, on the phases that are there. */
    void fed(double watts, double powerFactor) {
      Phases there = draws.map(draw -> draw > 0 ? 1 : 0);
      if (there.sum() > 0) {
        draw(there.map(one -> one * watts / there.sum()), powerFactor);
      }
    }

    private void draw(Phases watts, double powerFactor) {
      real = real.plus(watts);
      apparent = apparent.plus(watts.map(w -> w / powerFactor));
    }

    /** What flows when the supply gives so many V unloaded and has that resistance. */
    PowerFlow at(double open, double ohms, double usualLeakage, double faultLeakage) {
      Phases unloaded = shares.map(share -> share * open);
      Phases amps = apparent.per(unloaded);
      boolean live = shares.highest() > 0;
      double leaks = usualLeakage + LEAKAGE_PER_KILOWATT * real.sum() / 1000 + faultLeakage;
      return new PowerFlow(
          real, apparent, amps, unloaded.minus(amps.map(a -> a * ohms)), shares, live ? leaks : 0);
    }
  }
}
