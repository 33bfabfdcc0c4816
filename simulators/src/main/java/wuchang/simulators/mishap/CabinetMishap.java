package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong with disinfection cabinets and dishwashers. */
public enum CabinetMishap implements MishapKind {
  /** The thermostat's contact is welded; severity 1 is a nearly empty cabinet, which heats fast. */
  CABINET_OVERHEAT(Set.of(DISINFECTION_CABINET), Truth.rule("DIS-04"));

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
