package wuchang.simulators.mishap;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static wuchang.domain.site.DeviceKind.*;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;
import wuchang.simulators.kitchen.Bustle;

/**
 * What goes wrong with fridges and freezers. Severities and lengths from which a mishap truly is
 * something were measured on a hundred units ({@code ColdTruthsTest} proves them on some): from
 * there on all come to it before the mishap's end, by day and by night. Milder and shorter ones may
 * come to it, and mostly do not. docs/simulators.md has the table.
 */
public enum ColdMishap implements MishapKind {
  /**
   * The compressor does not cool; severity is the share of its capacity that is lost. A closed
   * fridge takes up to six hours of a night to tell, an hour by day.
   */
  FRIDGE_FAILURE(
      Set.of(FRIDGE, SAMPLE_FRIDGE),
      Truth.rule("FRG-01").at(FRIDGE).from(0.99).lasting(ofHours(9)),
      Truth.rule("FRG-01").at(FRIDGE).from(0.99).when(Parts.COOKED),
      Truth.rule("FRG-01").at(FRIDGE).from(0.99).when(Parts.SERVED),
      Truth.rule("FRG-01").at(FRIDGE).from(0.95).lasting(ofHours(10)),
      Truth.rule("FRG-02").at(FRIDGE).from(0.99).lasting(ofHours(22)).when(Parts.SERVED),
      Truth.rule("FRG-04").at(FRIDGE).from(0.99).lasting(ofHours(10)),
      Truth.rule("SMP-01").at(SAMPLE_FRIDGE).from(0.99).lasting(ofHours(5))),
  /** The same at a freezer, whose goods take hours to tell. */
  FREEZER_FAILURE(
      Set.of(FREEZER),
      Truth.rule("FRZ-01").from(0.99).lasting(ofHours(7)),
      Truth.rule("FRZ-01").from(0.95).lasting(ofHours(10)),
      Truth.rule("FRZ-02").from(0.99).lasting(ofHours(13))),
  /** Its refrigerant leaks out; severity is the share of the capacity that is lost at the end. */
  REFRIGERANT_LEAK(
      Parts.ALL,
      Truth.rule("ELE-05").at(FRIDGE, FREEZER).from(0.95).lasting(ofDays(3)),
      Truth.rule("FRG-01").at(FRIDGE).from(1).lasting(ofDays(3)),
      Truth.rule("FRG-05").at(FRIDGE).from(1).lasting(ofDays(3)),
      Truth.rule("FRZ-01").at(FREEZER).from(0.95).lasting(ofDays(3)),
      Truth.rule("SMP-01").at(SAMPLE_FRIDGE).from(1).lasting(ofDays(3))),
  /** Dust and grease grow on the condenser, and nine tenths of the capacity are lost at worst. */
  CONDENSER_CLOGGED(
      Parts.METERED, Truth.rule("ELE-05").at(FRIDGE, FREEZER).from(0.95).lasting(ofDays(3))),
  /** The condenser's fan stands still; severity 1 costs four fifths of the capacity. */
  CONDENSER_FAN_DEAD(
      Parts.METERED, Truth.rule("ELE-05").at(FRIDGE, FREEZER).from(0.95).lasting(ofHours(14))),
  /** The fan in the cabinet moves that much less air: it swings widely; fridges mostly cope. */
  EVAPORATOR_FAN_DEAD(Parts.METERED, Truth.rule("FRZ-03").at(FREEZER).from(1).lasting(ofDays(6))),
  /**
   * Severity is how much of one side of the door's gasket is torn. Six fridges in ten come to be
   * too warm by it, by the ice that the kitchen's moisture leaves; the others cope.
   */
  GASKET_TORN(
      Parts.METERED,
      Truth.rule("ELE-05").at(FRIDGE, FREEZER).from(0.95).lasting(ofDays(3)),
      Truth.rule("FRZ-01").at(FREEZER).from(0.95).lasting(ofHours(14))),
  /** The thermostat's contact sticks: severity 1 lets the compressor run down to 25 K too cold. */
  THERMOSTAT_STUCK_ON(
      Parts.ALL,
      Truth.rule("FRG-03").at(FRIDGE).from(0.5).lasting(ofHours(9)),
      Truth.rule("SMP-01").at(SAMPLE_FRIDGE).from(0.5).lasting(ofHours(1)),
      Truth.rule("ELE-05").at(FRIDGE, FREEZER).from(0.95).lasting(ofHours(4))),
  /** The defrost heater's relay is welded; severity is the share of the heater that stays on. */
  HEATER_STUCK(
      Parts.METERED,
      Truth.rule("ELE-05").at(FRIDGE, FREEZER).from(0.8).lasting(ofHours(4)),
      Truth.rule("FRZ-03").at(FREEZER).from(1).lasting(ofHours(80))),
  /** A defrost ends only after up to 110 minutes. */
  DEFROST_OVERRUN(
      Parts.METERED,
      Truth.rule("FRG-01").at(FRIDGE).from(0.5).lasting(ofHours(14)),
      Truth.rule("FRZ-01").at(FREEZER).from(0.95).lasting(ofHours(14)),
      Truth.rule("FRZ-03").at(FREEZER).from(0.5).lasting(ofHours(12))),
  /** It defrosts every 7 hours in the mildest case and every 1.5 hours in the worst. */
  DEFROST_TOO_OFTEN(
      Parts.METERED, Truth.rule("FRZ-03").at(FREEZER).from(0.95).lasting(ofHours(14))),
  /** It does not defrost at all, and the coil ices up; severity does not matter. */
  DEFROST_MISSING(Parts.METERED, Truth.rule("FRZ-03").at(FREEZER).lasting(ofHours(73))),
  /**
   * Somebody walks away; severity is how far the door stands open. At a walk-in room, whose door
   * may be open for ten minutes, let it last longer than that. Who loads is granted twenty minutes
   * more of warm air (DOMAIN.md B2.7), so that is not held against anybody.
   */
  DOOR_LEFT_OPEN(
      Parts.ALL,
      Truth.rule("DOOR-01").lasting(ofMinutes(3)),
      Truth.rule("FRG-01").at(FRIDGE).from(0.5).lasting(ofMinutes(55)),
      Truth.rule("FRG-02").at(FRIDGE).from(0.95).lasting(ofMinutes(65)),
      Truth.rule("FRG-04").at(FRIDGE).from(0.5).lasting(ofMinutes(140)),
      Truth.rule("FRZ-01").at(FREEZER).from(0.5).lasting(ofMinutes(75)),
      Truth.rule("FRZ-02").at(FREEZER).from(0.5).lasting(ofMinutes(75)),
      Truth.rule("SMP-01").at(SAMPLE_FRIDGE).from(0.5).lasting(ofMinutes(45))),
  /** A crew that keeps the door open while it thinks: up to five times as long. */
  LINGERING(Parts.METERED, Truth.rule("DOOR-02").at(FRIDGE, FREEZER).from(0.75).lasting(ofDays(1))),
  /** Somebody pulled the plug. */
  UNPLUGGED(
      Parts.ALL,
      Truth.rule("FRG-01").at(FRIDGE).lasting(ofHours(6)),
      Truth.rule("FRG-02").at(FRIDGE).lasting(ofHours(20)).when(Parts.SERVED),
      Truth.rule("FRG-04").at(FRIDGE).lasting(ofHours(8)),
      Truth.rule("FRZ-01").at(FREEZER).lasting(ofHours(5)),
      Truth.rule("FRZ-02").at(FREEZER).lasting(ofHours(12)),
      Truth.rule("SMP-01").at(SAMPLE_FRIDGE).lasting(ofHours(3))),
  /** Nobody needs it. */
  IDLE(Parts.ALL, Truth.benign("idle")),
  /** A stock that is still warm is put in. */
  WARM_LOAD(Set.of(FRIDGE), Truth.benign("warm-load")),
  /** Up to three times as many openings. */
  LUNCH_RUSH(Parts.ALL, Truth.benign("lunch-rush")),
  /** Defrosts last up to 28 minutes, whatever the coil says. */
  LONG_DEFROST(Set.of(FRIDGE), Truth.benign("long-defrost")),
  /** It is without electricity for ten minutes at most. */
  SWITCHED_OFF_BRIEFLY(Parts.ALL, Truth.benign("power-dip")),
  /** Somebody set it warmer, up to 1 K. */
  SET_POINT_TURNED(Parts.ALL, Truth.benign("set-point")),
  /** The door did not catch; after 100 seconds somebody shuts it. */
  DOOR_AJAR(Parts.ALL, Truth.benign("door-ajar")),
  /**
   * Its goods are in another one while it is washed with its door open. No sensor can know: it
   * stays quiet only where the maintenance is announced.
   */
  SWITCHED_OFF_TO_CLEAN(Parts.ALL, Truth.benign("cleaning-out"));

  private static final class Parts {
    /** By day the door lets the kitchen in, and everything goes faster. */
    static final Occasion COOKED = Occasion.within(Bustle.PREPARING, ofMinutes(115));

    static final Occasion SERVED = Occasion.within(Bustle.SERVING, ofMinutes(115));
    static final Set<DeviceKind> ALL = Set.of(FRIDGE, FREEZER, SAMPLE_FRIDGE);
    static final Set<DeviceKind> METERED = Set.of(FRIDGE, FREEZER);

    /** What is wrong with the cold stays so while ice is left on the coil; a door is shut. */
    static Truth withIce(Truth truth) {
      return truth.isBenign() || truth.kind().startsWith("DOOR-") ? truth : truth.lingering();
    }
  }

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  ColdMishap(Set<DeviceKind> strikes, Truth... truths) {
    this.strikes = strikes;
    this.truths = Arrays.stream(truths).map(Parts::withIce).toList();
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
