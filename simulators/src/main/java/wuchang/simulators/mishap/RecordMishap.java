package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What people forget, or do wrong, and what their records therefore lack or show. */
public enum RecordMishap implements MishapKind {
  /** Of the meals that begin meanwhile no sample is kept (留样). */
  SAMPLE_MISSING(Set.of(SAMPLE_FRIDGE), Truth.rule("SMP-02").when(RecordOccasion.MEAL_BEGINS)),
  /** The samples of those meals weigh 40 to 100 g. */
  SAMPLE_TOO_LITTLE(Set.of(SAMPLE_FRIDGE), Truth.rule("SMP-02").when(RecordOccasion.MEAL_BEGINS)),
  /** Somebody tidies up: all samples that are in the fridge at the onset are thrown away. */
  SAMPLE_REMOVED_EARLY(
      Set.of(SAMPLE_FRIDGE), Truth.rule("SMP-02").when(RecordOccasion.SAMPLE_IN_STORE)),
  /** In the rush of the meal the samples are taken late, but within the hour. */
  SAMPLE_LATE(Set.of(SAMPLE_FRIDGE), Truth.benign("late-sample").when(RecordOccasion.MEAL_BEGINS)),
  /** Nobody goes the round of the area in which the device stands. */
  PATROL_SKIPPED(
      EnumSet.allOf(DeviceKind.class), Truth.rule("PRC-01").when(RecordOccasion.PATROL_DUE)),
  /** Whoever goes the round of the area is held up and comes in the evening, before eight. */
  PATROL_LATE(
      EnumSet.allOf(DeviceKind.class), Truth.benign("late-patrol").when(RecordOccasion.PATROL_DUE));

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  RecordMishap(Set<DeviceKind> strikes, Truth... truths) {
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
