package wuchang.domain.site;

import static wuchang.domain.reading.Metric.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wuchang.domain.Text;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Range;

/**
 * What a device is: it brings the metrics the kind is about and the limits within which a value can
 * be true. The limits are engineering defaults from the usual probes' ranges (DOMAIN.md mark E),
 * wide enough that a failing machine is still believed.
 */
public enum DeviceKind {
  FRIDGE("冷藏柜", "Fridge", Range.of(-40, 60), TEMPERATURE, HUMIDITY, DOOR_OPEN, POWER),
  FREEZER("冷冻柜", "Freezer", Range.of(-60, 60), TEMPERATURE, HUMIDITY, DOOR_OPEN, POWER),
  SAMPLE_FRIDGE("留样柜", "Sample fridge", Range.of(-40, 60), TEMPERATURE, DOOR_OPEN),
  HOT_HOLDING("热藏柜", "Hot holding", Range.of(-20, 130), TEMPERATURE, POWER),
  COOLING_PROBE("冷却探针", "Cooling probe", Range.of(-30, 130), TEMPERATURE),
  PREP_ROOM("专间", "Prep room", Range.of(-20, 60), TEMPERATURE, HUMIDITY, OCCUPIED, DOOR_OPEN),
  DRY_STORE("干货库", "Dry store", Range.of(-20, 60), HUMIDITY, TEMPERATURE, DOOR_OPEN),
  UV_LAMP("紫外线灯", "UV lamp", Range.of(-20, 90), UV_ON, OCCUPIED, POWER),
  DISINFECTION_CABINET(
      "消毒柜", "Disinfection cabinet", Range.of(-20, 300), TEMPERATURE, DOOR_OPEN, POWER),
  DISHWASHER("洗碗机", "Dishwasher", Range.of(-20, 130), TEMPERATURE, DOOR_OPEN, POWER),
  WATER_METER("水表", "Water meter", Range.of(-20, 90), WATER_TOTAL, FLOW_RATE),
  ELECTRICITY_METER(
      "电表", "Electricity meter", Range.of(-40, 125), POWER, VOLTAGE, CURRENT, ENERGY_TOTAL),
  ACCESS_GATE("门禁", "Access gate", Range.of(-40, 90), DOOR_OPEN),
  GATEWAY("网关", "Gateway", Range.of(-40, 125), ONLINE);

  private final Text label;
  private final Range temperatures;
  private final List<Metric> metrics;

  DeviceKind(String zh, String en, Range temperatures, Metric... metrics) {
    this.label = new Text(zh, en);
    this.temperatures = temperatures;
    this.metrics = List.of(metrics);
  }

  public Text label() {
    return label;
  }

  /** The metrics the kind is about; a device may send others, too. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** The values of a metric that can be true on such a device. */
  public Range plausible(Metric metric) {
    return metric.equals(TEMPERATURE) ? temperatures : metric.plausible();
  }

  /** The word of the configuration: {@code disinfection-cabinet}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<DeviceKind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }
}
