package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;
import wuchang.simulators.kitchen.Bustle;

/** What goes wrong with the water. */
public enum WaterMishap implements MishapKind {
  /** A pipe behind the meter is open; severity 1 is its full bore. */
  BURST_PIPE(Set.of(WATER_METER), Truth.rule("WAT-03").from(0.8).lasting(Duration.ofMinutes(12))),
  /** A cistern's valve does not close; severity 1 is 120 L/h. Nights and a day must pass in it. */
  CISTERN_LEAK(
      Set.of(WATER_METER),
      Truth.rule("WAT-01").from(0.15).lasting(Duration.ofHours(50)),
      Truth.rule("WAT-02").from(0.25).lasting(Duration.ofHours(26))),
  /** Somebody forgets a tap; severity 1 is 12 L/min. */
  TAP_LEFT_RUNNING(
      Set.of(WATER_METER),
      Truth.rule("WAT-04").from(0.1).lasting(Duration.ofMinutes(35)),
      Truth.rule("WAT-01").from(0.1).lasting(Duration.ofHours(50)),
      Truth.rule("WAT-02").from(0.1).lasting(Duration.ofHours(26))),
  /** The supply fails; severity is the share of the flow that is lost. */
  WATER_OUTAGE(
      Set.of(WATER_METER),
      Truth.rule("WAT-05")
          .from(0.99)
          .when(Occasion.within(Bustle.PREPARING, Duration.ofMinutes(35)))),
  /** Nobody cleans after the meal; severity is the share of the work that is left undone. */
  CLEANING_SKIPPED(
      Set.of(WATER_METER), Truth.rule("WAT-06").from(0.85).when(Occasion.wholly(Bustle.CLEANING))),
  /**
   * The check valve fails and a tank above presses back; severity 1 is 120 L/h. While people draw
   * water the counter may go forwards all the same (DOMAIN.md B4).
   */
  REVERSE_FLOW(
      Set.of(WATER_METER),
      Truth.rule("WAT-07").from(0.4).when(Occasion.within(Bustle.CLOSED, Duration.ofHours(2)))),
  /** The counter begins anew from 0, as after a new battery. */
  WATER_COUNTER_RESET(Set.of(WATER_METER), Truth.benign("counter-reset")),
  /** The fire hose is tried; severity 1 is half of what the pipe brings. */
  HOSE_TEST(Set.of(WATER_METER), Truth.benign("hose-test").within(Duration.ofMinutes(30))),
  /** All is scrubbed, whatever the hour; severity is how much more than usual cleaning. */
  DEEP_CLEANING(Set.of(WATER_METER), Truth.benign("deep-cleaning"));

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  WaterMishap(Set<DeviceKind> strikes, Truth... truths) {
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
