package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.DISHWASHER;
import static wuchang.domain.site.DeviceKind.DISINFECTION_CABINET;
import static wuchang.simulators.mishap.MealOccasion.coversPlanned;
import static wuchang.simulators.mishap.MealOccasion.heated;
import static wuchang.simulators.mishap.MealOccasion.stillAtMeal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/**
 * What goes wrong with disinfection cabinets and dishwashers. Those about heat mean nothing to a
 * cabinet that works by chlorine, ozone or ultraviolet. Those about one cycle begin one at their
 * onset, if none runs, so that they are true at any hour; those about a cycle that does not come
 * are true when a meal of the plan is missed.
 */
public enum CabinetMishap implements MishapKind {
  /**
   * The thermostat's contact is welded, and what water there was has boiled away; severity 1 is a
   * nearly empty cabinet, which heats fast.
   */
  CABINET_OVERHEAT(Set.of(DISINFECTION_CABINET), Truth.rule("DIS-04").when(heated())),
  /**
   * The thermostat has drifted, or somebody saves power; severity 1 is 40 K too low. A third of
   * that is more than what a thermostat is set above its target.
   */
  THERMOSTAT_LOW(
      Set.of(DISINFECTION_CABINET),
      Truth.rule("DIS-01").from(0.35).lasting(Rounds.ROUND).when(heated())),
  /**
   * The cabinet is switched off before its timer and unloaded hot; severity is the share of the
   * timer that is left out.
   */
  CYCLE_CUT_SHORT(
      Set.of(DISINFECTION_CABINET),
      Truth.rule("DIS-01").from(0.8).lasting(Rounds.ROUND).when(heated())),
  /**
   * Whoever should disinfect puts a hot-air gun before the probe instead, for as long as the hold:
   * heat without power.
   */
  CYCLE_FAKED(
      Set.of(DISINFECTION_CABINET),
      Truth.rule("DIS-01").from(0.5).when(heated().and(Rounds.MISSED)),
      Truth.rule("DIS-02").when(Rounds.MISSED)),
  /** Somebody opens the door in the midst of the heat for 10 to 60 seconds. */
  CABINET_OPENED(
      Set.of(DISINFECTION_CABINET), Truth.rule("DIS-03").lasting(Rounds.ROUND).when(heated())),
  /**
   * The seal is torn, and the heat goes out as fast as it comes in; severity 1 is a gap of a hand.
   * The door's contact says closed.
   */
  CABINET_LEAKING(
      Set.of(DISINFECTION_CABINET),
      Truth.rule("DIS-01").from(0.8).lasting(Rounds.ROUND).when(heated()),
      Truth.rule("DIS-04").from(0.8).lasting(Rounds.ROUND).when(heated())),
  /**
   * Burnt-out heaters; severity is the share of their power. Without all of them no cycle comes
   * about.
   */
  CABINET_HEATER_DEAD(
      Set.of(DISINFECTION_CABINET),
      Truth.rule("DIS-02").from(0.95).when(heated().and(Rounds.MISSED))),
  /** Nobody disinfects, though the dishes are used; a day later they are stored too long, too. */
  CYCLE_SKIPPED(
      Set.of(DISINFECTION_CABINET),
      Truth.rule("DIS-02").when(Rounds.MISSED),
      Truth.rule("DIS-05").when(stillAtMeal(Duration.ofHours(26)))),
  /** Whoever disinfects comes an hour late; two at severity 1. */
  CYCLE_LATE(Set.of(DISINFECTION_CABINET), Truth.rule("DIS-02").when(Rounds.MISSED)),
  /** Whoever disinfects comes some minutes late, up to eight. */
  LATE_START(Set.of(DISINFECTION_CABINET), Truth.benign("late-start")),
  /** Loading takes up to ten minutes with the door open. */
  LONG_LOADING(Set.of(DISINFECTION_CABINET), Truth.benign("long-loading")),
  /** The boiler of a dishwasher heats too little; severity 1 is 25 K. */
  RINSE_TOO_COOL(
      Set.of(DISHWASHER),
      Truth.rule("DIS-01").from(0.4).lasting(Duration.ofMinutes(60)).when(heated())),
  /** Somebody has set the shortest programme; severity 1 leaves a quarter of the rinse. */
  RINSE_CUT_SHORT(
      Set.of(DISHWASHER),
      Truth.rule("DIS-01").from(0.7).lasting(Duration.ofMinutes(60)).when(heated())),
  /** Racks are pulled out in the midst of the rinse. */
  HOOD_OPENED(
      Set.of(DISHWASHER),
      Truth.rule("DIS-03").lasting(Duration.ofMinutes(60)),
      Truth.rule("DIS-01").lasting(Duration.ofMinutes(60)).when(heated())),
  /** The machine is drained and filled anew while it is needed: a pause, and a slow first wash. */
  REFILLED(Set.of(DISHWASHER), Truth.benign("refilled"));

  /** What an enum's constants may name before its own. */
  private static final class Rounds {
    /** From loading to the end of the hold, of the slowest. */
    static final Duration ROUND = Duration.ofMinutes(100);

    /** The whole time in which a round for a planned meal is begun and done. */
    static final Occasion MISSED = coversPlanned(Duration.ofHours(3), Duration.ZERO);
  }

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  CabinetMishap(Set<DeviceKind> strikes, Truth... truths) {
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
