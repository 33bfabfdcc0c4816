package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.util.List;
import java.util.Set;
import wuchang.domain.site.DeviceKind;

/** What goes wrong between a machine and what is heard of it. */
public enum SensorMishap implements MishapKind {
  /** The probe's plug is out: the logger says 327.67 (0x7FFF). */
  PROBE_UNPLUGGED(
      Set.of(FRIDGE, FREEZER, SAMPLE_FRIDGE, DISINFECTION_CABINET), Truth.rule("SEN-03")),
  /** Nothing is sent any more. */
  SENSOR_SILENT(
      Set.of(FRIDGE, FREEZER, SAMPLE_FRIDGE, DISINFECTION_CABINET, WATER_METER, ELECTRICITY_METER),
      Truth.rule("SEN-01"));

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
}
