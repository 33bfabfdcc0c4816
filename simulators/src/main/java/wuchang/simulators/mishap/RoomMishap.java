package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.COOLING_PROBE;
import static wuchang.domain.site.DeviceKind.PREP_ROOM;
import static wuchang.domain.site.DeviceKind.SAMPLE_FRIDGE;
import static wuchang.domain.site.DeviceKind.UV_LAMP;
import static wuchang.simulators.mishap.MealOccasion.coversPlanned;
import static wuchang.simulators.mishap.MealOccasion.sharesWork;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong in rooms for cold dishes (专间), and with the batteries of what hangs there. */
public enum RoomMishap implements MishapKind {
  /**
   * The air conditioner loses a share of its capacity; while the room is worked in, people, lights
   * and the kitchen next door warm it within the hour.
   */
  AIR_CONDITIONER_DEAD(
      Set.of(PREP_ROOM),
      Truth.rule("ROOM-01")
          .from(0.95)
          .when(sharesWork(Duration.ofMinutes(45), Duration.ofMinutes(75)))),
  /** Somebody feels cold and sets it up to 7 K higher. */
  SET_TOO_WARM(
      Set.of(PREP_ROOM),
      Truth.rule("ROOM-01")
          .from(0.8)
          .when(sharesWork(Duration.ofMinutes(45), Duration.ofMinutes(75)))),
  /** The compressor rests for its protection, five minutes at most, after a dip of the voltage. */
  COMPRESSOR_RESTS(Set.of(PREP_ROOM), Truth.benign("compressor-rests")),
  /** Goods are carried in for some minutes; the door stands open. */
  GOODS_CARRIED_IN(Set.of(PREP_ROOM), Truth.benign("goods-carried-in")),
  /** Nobody switches the lamp on before a meal. */
  UV_SKIPPED(
      Set.of(UV_LAMP),
      Truth.rule("ROOM-02").when(coversPlanned(Duration.ofHours(3), Duration.ZERO))),
  /** Tubes are burnt out: it is switched on and draws too little. */
  UV_TUBES_DEAD(
      Set.of(UV_LAMP),
      Truth.rule("ROOM-02").from(0.9).when(coversPlanned(Duration.ofHours(3), Duration.ZERO))),
  /** People keep coming in while it should burn, and it is switched off each time. */
  UV_INTERRUPTED(
      Set.of(UV_LAMP),
      Truth.rule("ROOM-02").when(coversPlanned(Duration.ofHours(3), Duration.ZERO))),
  /** It burns over somebody's head; the lamp's own eye sees the person. */
  UV_ON_PEOPLE(Set.of(UV_LAMP), Truth.rule("ROOM-02").lasting(Duration.ofMinutes(2))),
  /** The fire watch sees it burn, out of turn and with nobody inside. */
  UV_OUT_OF_TURN(Set.of(UV_LAMP), Truth.benign("uv-out-of-turn")),
  /** The cell is nearly empty: below a fifth, and at severity 1 some percent are left. */
  BATTERY_LOW(Set.of(COOLING_PROBE, PREP_ROOM, SAMPLE_FRIDGE), Truth.rule("SEN-04"));

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  RoomMishap(Set<DeviceKind> strikes, Truth... truths) {
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
