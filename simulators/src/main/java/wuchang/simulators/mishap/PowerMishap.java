package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;
import wuchang.simulators.kitchen.Bustle;

/** What goes wrong with the electricity. */
public enum PowerMishap implements MishapKind {
  /** More is plugged in than the circuit is built for; severity is how much more. */
  OVERLOAD(
      Set.of(ELECTRICITY_METER),
      Truth.rule("ELE-03").from(0.5).lasting(Duration.ofMinutes(7)),
      Truth.rule("ELE-03").from(0.25).lasting(Duration.ofMinutes(17))),
  /** The utility gives too little; severity 1 lacks 28 % of the voltage. */
  UNDERVOLTAGE(
      Set.of(ELECTRICITY_METER), Truth.rule("ELE-01").from(0.5).lasting(Duration.ofMinutes(21))) {
    @Override
    public List<Truth> downstream() {
      return sameAtMetersBelow();
    }
  },
  /** The utility gives too much; severity 1 is 19 % above the usual voltage. */
  OVERVOLTAGE(
      Set.of(ELECTRICITY_METER), Truth.rule("ELE-01").from(0.5).lasting(Duration.ofMinutes(21))) {
    @Override
    public List<Truth> downstream() {
      return sameAtMetersBelow();
    }
  },
  /** One of three phases is weak or gone; severity is the share of its voltage that is lost. */
  PHASE_LOSS(
      Set.of(ELECTRICITY_METER), Truth.rule("ELE-02").from(0.6).lasting(Duration.ofMinutes(3))),
  /**
   * The breaker is off, and all that hangs on the circuit stands still. Cabinets warm slowly: after
   * these times every modelled one is too warm.
   */
  DEAD_CIRCUIT(
      Set.of(ELECTRICITY_METER),
      Truth.rule("ELE-02").lasting(Parts.NOTICED).when(Parts.NEEDED),
      Truth.benign("short-outage").within(Duration.ofMinutes(3))) {
    @Override
    public List<Truth> downstream() {
      return List.of(
          Truth.rule("ELE-02").at(ELECTRICITY_METER).lasting(Parts.NOTICED).when(Parts.NEEDED),
          Truth.rule("FRG-01").at(FRIDGE).lasting(Duration.ofHours(8)),
          Truth.rule("SMP-01").at(SAMPLE_FRIDGE).lasting(Duration.ofHours(8)),
          Truth.rule("FRZ-01").at(FREEZER).lasting(Duration.ofHours(12)));
    }
  },
  /** A feeder elsewhere is switched: for two seconds the voltage sags by that share. */
  VOLTAGE_SAG(Set.of(ELECTRICITY_METER), Truth.benign("voltage-sag")),
  /** Appliances stay on when everybody has gone; severity 1 is 12 % of the circuit's rating. */
  LEFT_ON(
      Set.of(ELECTRICITY_METER),
      Truth.rule("ELE-04").from(0.35).when(Occasion.atNight(Duration.ofMinutes(65)))),
  /**
   * The capacitors that make up for motors and induction have failed where the supply comes in;
   * severity 1 leaves a reactive current of half the circuit's rating.
   */
  COMPENSATION_DEAD(
      Set.of(ELECTRICITY_METER),
      Truth.rule("ELE-07").from(0.8).when(Occasion.supplied().and(Parts.WORK))),
  /** Damp insulation leaks to earth; severity 1 is 800 mA above the usual. */
  EARTH_LEAKAGE(
      Set.of(ELECTRICITY_METER), Truth.rule("ELE-06").from(0.45).lasting(Duration.ofMinutes(3))),
  /** The counter begins anew from 0, as smart plugs' do when they had no power. */
  ENERGY_COUNTER_RESET(Set.of(ELECTRICITY_METER), Truth.benign("counter-reset"));

  private static final class Parts {
    /** Of an outage, so that it is none that is over before anybody could look. */
    static final Duration NOTICED = Duration.ofMinutes(8);

    static final Occasion NEEDED = Occasion.needed(NOTICED);

    /** So long that much is drawn all the time. */
    static final Occasion WORK = Occasion.within(Bustle.PREPARING, Duration.ofMinutes(80));
  }

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  PowerMishap(Set<DeviceKind> strikes, Truth... truths) {
    this.strikes = strikes;
    this.truths = List.of(truths);
  }

  /** A meter below shows the same voltage. */
  List<Truth> sameAtMetersBelow() {
    return truths.stream().map(truth -> truth.at(ELECTRICITY_METER)).toList();
  }

  @Override
  public Set<DeviceKind> strikes() {
    return strikes;
  }

  @Override
  public List<Truth> truths() {
    return truths;
  }
}
