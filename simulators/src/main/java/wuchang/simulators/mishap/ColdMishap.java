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
  /** Somebody walks away; severity is how far the door stands open. */
  DOOR_LEFT_OPEN(Set.of(FRIDGE, FREEZER, SAMPLE_FRIDGE), Truth.rule("DOOR-01"));

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
