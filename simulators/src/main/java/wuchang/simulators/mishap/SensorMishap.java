package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong between a machine and what its sensor says of it. */
public enum SensorMishap implements MishapKind {
  /** The probe's plug is out: the logger says 327.67 (0x7FFF). */
  PROBE_UNPLUGGED(probed(), Truth.rule("SEN-03")),
  /** The probe does not answer on its bus: −127. */
  PROBE_LOST(probed(), Truth.rule("SEN-03")),
  /** The probe cannot be read, and the logger says null. */
  PROBE_NULL(probed(), Truth.rule("SEN-03")),
  /**
   * The probe loses power and begins anew with 85.0; severity is the share of samples. In hot food
   * nobody can tell that from the truth.
   */
  PROBE_RESTARTING(
      Set.of(FRIDGE, FREEZER, SAMPLE_FRIDGE, DISINFECTION_CABINET, PREP_ROOM),
      Truth.rule("SEN-03").from(0.4).lasting(Duration.ofMinutes(30))),
  /** A contact that comes and goes: jumps of tens of kelvins; severity is the share of samples. */
  LOOSE_CONTACT(probed(), Truth.rule("SEN-03").from(0.4).lasting(Duration.ofMinutes(30))),
  /** What was measured last is said for ever. */
  VALUE_STUCK(probed(), Truth.rule("SEN-02").lasting(Duration.ofMinutes(6 * 60 + 20))),
  /** The probe reads ever higher; severity 1 is half a kelvin a day. */
  PROBE_DRIFT(probed(), Truth.rule("SEN-05").from(0.5).lasting(Duration.ofDays(5))),
  /**
   * The probe reads too low; severity 1 is three kelvins. Halfway somebody doubts it and compares.
   */
  CALIBRATION_OFF(probed(), Truth.rule("SEN-05").from(0.4)),
  /** Nothing is sent any more. */
  SENSOR_SILENT(
      Set.of(
          FRIDGE,
          FREEZER,
          SAMPLE_FRIDGE,
          DISINFECTION_CABINET,
          HOT_HOLDING,
          PREP_ROOM,
          WATER_METER,
          ELECTRICITY_METER),
      Truth.rule("SEN-01").lasting(Duration.ofMinutes(15))),
  /** The first sample is tens of kelvins off, no other; severity is how far. */
  SPIKE(probed(), Truth.benign("spike")),
  /** Another probe is plugged in within eight minutes and reads up to 0.6 K higher from then on. */
  SENSOR_SWAP(probed(), Truth.benign("sensor-swap"));

  /** K too low at severity 1: a probe of another type than the logger is set to. */
  public static final double MOST_OFF = 3;

  private final Set<DeviceKind> strikes;
  private final List<Truth> truths;

  SensorMishap(Set<DeviceKind> strikes, Truth... truths) {
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

  /** Those whose temperature a probe measures at an interval. */
  private static Set<DeviceKind> probed() {
    return Set.of(FRIDGE, FREEZER, SAMPLE_FRIDGE, DISINFECTION_CABINET, HOT_HOLDING, PREP_ROOM);
  }
}
