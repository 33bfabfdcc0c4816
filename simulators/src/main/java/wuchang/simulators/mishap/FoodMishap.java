package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.COOLING_PROBE;
import static wuchang.domain.site.DeviceKind.HOT_HOLDING;
import static wuchang.simulators.mishap.MealOccasion.beginsServing;
import static wuchang.simulators.mishap.MealOccasion.coversFirst;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;
import wuchang.simulators.kitchen.Bustle;

/** What goes wrong with food that is kept hot or cooled. */
public enum FoodMishap implements MishapKind {
  /**
   * The bath's heaters are burnt out or nobody switched it on; severity is the share of their
   * power. Where the water stays cold from the start, as after a night, food falls below 60 °C
   * within half an hour; a bath that was hot keeps it hot from one meal to the next.
   */
  BATH_COLD(
      Set.of(HOT_HOLDING),
      Truth.rule("HOT-01")
          .from(0.95)
          .when(coversFirst(Duration.ofHours(4), Duration.ofMinutes(90)))),
  /**
   * Pans come lukewarm, at 35 °C when it is worst; a bath is made to keep food hot, not to heat it,
   * and takes most of half an hour.
   */
  LUKEWARM_FOOD(
      Set.of(HOT_HOLDING),
      Truth.rule("HOT-01")
          .from(0.95)
          .when(beginsServing().and(Occasion.within(Bustle.SERVING, Duration.ofMinutes(30))))),
  /**
   * The bath is switched off with the food in it, and the food stays; severity is how far the lids
   * are off. It takes an hour or two to fall below 60 °C, and then stands there.
   */
  FOOD_LEFT_STANDING(Set.of(HOT_HOLDING), Truth.rule("HOT-02").lasting(Duration.ofHours(6))),
  /** All lids are off in the rush; severity is for how much of the time. */
  LIDS_OFF(Set.of(HOT_HOLDING), Truth.benign("lids-off")),
  /** The probe hangs in the air for some minutes while pans are changed. */
  PROBE_IN_THE_AIR(Set.of(HOT_HOLDING), Truth.benign("probe-in-the-air")),
  /**
   * The chiller blows air of the kitchen's warmth, or the ice is gone; severity is how far. Begins
   * a batch.
   */
  CHILLER_WARM(Set.of(COOLING_PROBE), Truth.rule("COOL-01").from(0.7).lasting(Duration.ofHours(4))),
  /** A stock pot is cooled as a whole; severity 1 cools five times as slowly. Begins a batch. */
  BATCH_TOO_DEEP(
      Set.of(COOLING_PROBE), Truth.rule("COOL-01").from(0.7).lasting(Duration.ofHours(4))),
  /**
   * A batch is forgotten on the counter. Begins one. It stays hot enough for up to three hours and
   * a half; only what is not in the chiller two hours later is spoilt.
   */
  BATCH_FORGOTTEN(Set.of(COOLING_PROBE), Truth.rule("COOL-01").lasting(Duration.ofMinutes(350))),
  /** The probe is moved to another, warmer pan of the batch for some minutes. */
  PROBE_MOVED(Set.of(COOLING_PROBE), Truth.benign("probe-moved"));

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  FoodMishap(Set<DeviceKind> strikes, Truth... truths) {
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
