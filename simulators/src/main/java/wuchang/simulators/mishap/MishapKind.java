package wuchang.simulators.mishap;

import static wuchang.domain.site.DeviceKind.*;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.RuleId;
import wuchang.domain.site.DeviceKind;

/**
 * What can go wrong with a machine, and the rule (DOMAIN.md B3) that is there to find it. The rule
 * names the truth for the scoreboard; no model looks at it.
 */
public enum MishapKind {
  /** The compressor does not cool; severity is the share of its capacity that is lost. */
  FRIDGE_FAILURE("FRG-01", FRIDGE, SAMPLE_FRIDGE),
  /** The same at a freezer, whose goods take hours to tell. */
  FREEZER_FAILURE("FRZ-01", FREEZER),
  /** Somebody walks away; severity is how far the door stands open. */
  DOOR_LEFT_OPEN("DOOR-01", FRIDGE, FREEZER, SAMPLE_FRIDGE),
  /** The thermostat's contact is welded; severity 1 is a nearly empty cabinet, which heats fast. */
  CABINET_OVERHEAT("DIS-04", DISINFECTION_CABINET),
  /** A pipe behind the meter is open; severity 1 is its full bore. */
  BURST_PIPE("WAT-03", WATER_METER),
  /** More is plugged in than the circuit is built for; severity is how much more. */
  OVERLOAD("ELE-03", ELECTRICITY_METER),
  /** The door is levered open without a grant, and stands open. */
  FORCED_OPEN("GAT-02", ACCESS_GATE),
  /** Somebody enters rightly and wedges the door. */
  HELD_OPEN("GAT-03", ACCESS_GATE),
  /** The probe's plug is out: the logger says 327.67 (0x7FFF). */
  PROBE_UNPLUGGED("SEN-03", FRIDGE, FREEZER, SAMPLE_FRIDGE, DISINFECTION_CABINET),
  /** Nothing is sent any more. */
  SENSOR_SILENT(
      "SEN-01",
      FRIDGE,
      FREEZER,
      SAMPLE_FRIDGE,
      DISINFECTION_CABINET,
      WATER_METER,
      ELECTRICITY_METER);

  private final RuleId rule;
  private final Set<DeviceKind> strikes;

  MishapKind(String rule, DeviceKind... strikes) {
    this.rule = RuleId.of(rule);
    this.strikes = Set.of(strikes);
  }

  /** The kinds of device it happens to. */
  public Set<DeviceKind> strikes() {
    return strikes;
  }

  /** The rule that should find it at such a device. */
  public RuleId rule(DeviceKind device) {
    return this == FRIDGE_FAILURE && device == SAMPLE_FRIDGE ? RuleId.of("SMP-01") : rule;
  }

  /** As scenarios name it: {@code door-left-open}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<MishapKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
