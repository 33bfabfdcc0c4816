package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong with the water. */
public enum WaterMishap implements MishapKind {
  /** A pipe behind the meter is open; severity 1 is its full bore. */
  BURST_PIPE(Set.of(WATER_METER), Truth.rule("WAT-03"));

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
