package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong with the electricity. */
public enum PowerMishap implements MishapKind {
  /** More is plugged in than the circuit is built for; severity is how much more. */
  OVERLOAD(Set.of(ELECTRICITY_METER), Truth.rule("ELE-03"));

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  PowerMishap(Set<DeviceKind> strikes, Truth... truths) {
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
