package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong with fridges and freezers. */
public enum ColdMishap implements MishapKind {
  /** The compressor does not cool; severity is the share of its capacity that is lost. */
  FRIDGE_FAILURE(
      Set.of(FRIDGE, SAMPLE_FRIDGE),
      Truth.rule("FRG-01").at(FRIDGE),
      Truth.rule("SMP-01").at(SAMPLE_FRIDGE)),
  /** The same at a freezer, whose goods take hours to tell. */
  FREEZER_FAILURE(Set.of(FREEZER), Truth.rule("FRZ-01")),
  /** Its refrigerant leaks out; severity is the share of the capacity that is lost at the end. */
  REFRIGERANT_LEAK(Parts.ALL, Truth.rule("ELE-05")),
  /** Dust and grease grow on the condenser. */
  CONDENSER_CLOGGED(Parts.ALL, Truth.rule("ELE-05")),
  /** The condenser's fan stands still; severity is how hot the place is. */
  CONDENSER_FAN_DEAD(Parts.ALL, Truth.rule("ELE-05")),
  /** The fan in the cabinet moves that much less air. */
  EVAPORATOR_FAN_DEAD(Parts.ALL, Truth.rule("ELE-05")),
  /** Severity is how much of one side of the door's gasket is torn. */
  GASKET_TORN(Parts.ALL, Truth.rule("ELE-05")),
  /** The thermostat's contact sticks: severity 1 lets the compressor run down to 25 K too cold. */
  THERMOSTAT_STUCK_ON(
      Parts.ALL, Truth.rule("FRG-03").at(FRIDGE), Truth.rule("SMP-01").at(SAMPLE_FRIDGE)),
  /** The defrost heater's relay is welded; severity is the share of the heater that stays on. */
  HEATER_STUCK(Parts.HEATED, Truth.rule("FRG-01").at(FRIDGE), Truth.rule("FRZ-01").at(FREEZER)),
  /** A defrost ends only after up to 110 minutes. */
  DEFROST_OVERRUN(Parts.HEATED, Truth.rule("FRZ-03").at(FREEZER)),
  /** It defrosts every 7 hours in the mildest case and every 1.5 hours in the worst. */
  DEFROST_TOO_OFTEN(Parts.HEATED, Truth.rule("FRZ-03").at(FREEZER)),
  /** It does not defrost at all, and the coil ices up. */
  DEFROST_MISSING(Parts.HEATED, Truth.rule("FRZ-03").at(FREEZER)),
  /** Somebody walks away; severity is how far the door stands open. */
  DOOR_LEFT_OPEN(Parts.ALL, Truth.rule("DOOR-01")),
  /** A crew that keeps the door open while it thinks: up to five times as long. */
  LINGERING(Parts.ALL, Truth.rule("DOOR-02")),
  /** Somebody pulled the plug. */
  UNPLUGGED(Parts.ALL, Truth.rule("FRG-01").at(FRIDGE), Truth.rule("FRZ-01").at(FREEZER)),
  /** Nobody needs it. */
  IDLE(Parts.ALL, Truth.benign("idle")),
  /** A stock that is still warm is put in. */
  WARM_LOAD(Set.of(FRIDGE), Truth.benign("warm-load")),
  /** Up to four times as many openings. */
  LUNCH_RUSH(Parts.ALL, Truth.benign("lunch-rush")),
  /** Defrosts last up to 40 minutes. */
  LONG_DEFROST(Parts.HEATED, Truth.benign("long-defrost")),
  /** No electricity for some minutes. */
  POWER_DIP(Parts.ALL, Truth.benign("power-dip")),
  /** Somebody set it warmer, up to 1 K. */
  SET_POINT_TURNED(Parts.ALL, Truth.benign("set-point")),
  /** The door did not catch; after 100 seconds somebody shuts it. */
  DOOR_AJAR(Parts.ALL, Truth.benign("door-ajar")),
  /** Its goods are in another one while it is washed with its door open. */
  SWITCHED_OFF_TO_CLEAN(Parts.ALL, Truth.benign("cleaning-out"));

  private static final class Parts {
    static final Set<DeviceKind> ALL = Set.of(FRIDGE, FREEZER, SAMPLE_FRIDGE);
    static final Set<DeviceKind> HEATED = Set.of(FRIDGE, FREEZER);
  }

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  ColdMishap(Set<DeviceKind> strikes, Truth... truths) {
    this.strikes = strikes;
    this.truths = List.of(truths);
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
