package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong at the gates. */
public enum GateMishap implements MishapKind {
  /** The door is levered open without a grant, and stands open. */
  FORCED_OPEN(Set.of(ACCESS_GATE), Truth.rule("GAT-02")),
  /** Somebody enters rightly and wedges the door. */
  HELD_OPEN(
      Set.of(ACCESS_GATE), Truth.rule("GAT-03").when(Occasion.beyondHold(Duration.ofSeconds(5)))),
  /** Somebody of the staff comes when nobody may. */
  AFTER_HOURS(Set.of(ACCESS_GATE), Truth.rule("GAT-01").when(Occasion.outsideAllowed())),
  /** A stranger tries again and again within four minutes: 3 times, by severity up to 8 times. */
  REPEATED_DENIALS(Set.of(ACCESS_GATE), Truth.rule("GAT-04")),
  /** Somebody enters whose health certificate has run out; needs such a person at the site. */
  EXPIRED_CERTIFICATE(
      Set.of(ACCESS_GATE),
      Truth.rule("GAT-05").when(GateOccasion.FOOD_AREA.and(GateOccasion.UNCERTIFIED))),
  /** Those who come to work by this gate meanwhile were not checked. */
  NO_MORNING_CHECK(
      Set.of(ACCESS_GATE),
      Truth.rule("GAT-06").when(GateOccasion.FOOD_AREA.and(GateOccasion.SOMEBODY_COMES))),
  /** A card that is already in comes in once more: it was passed back. */
  PASSED_BACK(Set.of(ACCESS_GATE), Truth.rule("GAT-07")),
  /** Two pass on one card, and the gate has counted them. */
  TAILGATING(Set.of(ACCESS_GATE), Truth.rule("GAT-08")),
  /** Somebody of the staff goes into a special room (专间) without working there. */
  UNASSIGNED_ENTRY(Set.of(ACCESS_GATE), Truth.rule("GAT-10").when(GateOccasion.SPECIAL_ROOM)),
  /** A visitor with a pass for half an hour stays to the mishap's end. */
  VISITOR_OVERSTAY(Set.of(ACCESS_GATE), Truth.rule("GAT-09").lasting(Duration.ofMinutes(50))),
  /** Somebody has left the badge at home and tries another card, once or by severity twice. */
  FORGOTTEN_BADGE(Set.of(ACCESS_GATE), Truth.benign("forgotten-badge")),
  /** A delivery keeps the door open for nearly as long as it may stand. */
  GOODS_DELIVERY(Set.of(ACCESS_GATE), Truth.benign("delivery"));

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
