package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong at the gates. */
public enum GateMishap implements MishapKind {
  /** The door is levered open without a grant, and stands open. */
  FORCED_OPEN(Set.of(ACCESS_GATE), Truth.rule("GAT-02")),
  /** Somebody enters rightly and wedges the door. */
  HELD_OPEN(Set.of(ACCESS_GATE), Truth.rule("GAT-03"));

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  GateMishap(Set<DeviceKind> strikes, Truth... truths) {
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
