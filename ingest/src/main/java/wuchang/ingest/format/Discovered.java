package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wuchang.domain.Unit;
import wuchang.domain.reading.Metric;
import wuchang.ingest.profile.Scalar;

/**
 * A sensor as it describes itself to Home Assistant, with the abbreviations that are allowed there.
 *
 * @param pointer where its value stands in what it sends; empty when that is the value
 * @param metric what it measures, as far as its class tells
 * @param onWord what a yes is called
 */
record Discovered(
    String id,
    String deviceId,
    String stateTopic,
    String pointer,
    String metric,
    Optional<Unit> unit,
    String onWord) {
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "\\{\\{\\s*value_json((?:\\.\\w{1,64}|\\[['\"][^'\"\\]]{1,64}['\"]\\]){1,8})\\s*\\}\\}");
  private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[['\"]([^'\"\\]]+)['\"]\\]");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final Map<String, String> METRICS =
      Map.ofEntries(
          Map.entry("temperature", "temperature"),
          Map.entry("humidity", "humidity"),
          Map.entry("power", "power"),
          Map.entry("voltage", "voltage"),
          Map.entry("current", "current"),
          Map.entry("power_factor", "power_factor"),
          Map.entry("energy", "energy_total"),
          Map.entry("water", "water_total"),
          Map.entry("battery", "battery_pct"),
          Map.entry("signal_strength", "rssi"),
          Map.entry("volume_flow_rate", "flow_rate"),
          Map.entry("door", "door_open"),
          Map.entry("opening", "door_open"),
          Map.entry("occupancy", "occupied"),
          Map.entry("motion", "occupied"),
          Map.entry("connectivity", "online"));

  /** Empty when it has no state that is a value, or a template that is more than a path. */
  static Optional<Discovered> read(JsonNode config) {
    String base = config.path("~").asText();
    String topic = text(config, "state_topic", "stat_t");
    String state = topic.startsWith("~") ? base + topic.substring(1) : topic;
    String id = text(config, "unique_id", "uniq_id");
    Optional<String> pointer = pointer(text(config, "value_template", "val_tpl"));
    if (state.isEmpty() || id.isEmpty() || pointer.isEmpty()) {
      return Optional.empty();
    }
    String type = text(config, "device_class", "dev_cla");
    JsonNode device = config.has("device") ? config.path("device") : config.path("dev");
    JsonNode ids = device.has("identifiers") ? device.path("identifiers") : device.path("ids");
    String on = text(config, "payload_on", "pl_on");
    return Optional.of(
        new Discovered(
            id,
            ids.isArray() ? ids.path(0).asText() : ids.asText(),
            state,
            pointer.get(),
            metric(type, pointer.get()),
            Unit.of(text(config, "unit_of_measurement", "unit_of_meas")),
            on));
  }

  /** The source that reads it without having been described again. */
  String asSource() {
    String at =
        fittingUnit()
            .map(
                u ->
                    "{pointer: %s, unit: %s}"
                        .formatted(Quoted.yaml(pointer), Quoted.yaml(u.symbol())))
            .orElse(Quoted.yaml(pointer));
    return "{format: homeassistant, id: %s, topic: %s, map: {%s: %s}}"
        .formatted(Quoted.yaml(id), Quoted.yaml(stateTopic), metric, at);
  }

  /** The value as the metric is kept. */
  JsonNode inOwnUnit(JsonNode value) {
    if (!onWord.isEmpty() && value.isValueNode()) {
      return DoubleNode.valueOf(value.asText().equals(onWord) ? 1 : 0);
    }
    OptionalDouble number = Scalar.loose(value);
    if (number.isEmpty() || fittingUnit().isEmpty()) {
      return value;
    }
    Unit own = Metric.of(metric).unit();
    return DoubleNode.valueOf(fittingUnit().get().convert(number.getAsDouble(), own));
  }

  private Optional<Unit> fittingUnit() {
    Metric known = Metric.of(metric);
    return unit.filter(u -> known.isKnown() && u.dimension() == known.unit().dimension())
        .filter(u -> !u.symbol().isEmpty() && u != known.unit());
  }

  private static String metric(String type, String pointer) {
    String known = METRICS.get(type.toLowerCase(Locale.ROOT));
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    return known != null ? known : NAME.matcher(last).matches() ? last : "value";
  }

  /** Only paths: {@code {{ value_json.a.b }}} and {@code {{ value_json['a']['b'] }}}. */
  private static Optional<String> pointer(String template) {
    if (template.isEmpty()) {
      return Optional.of("");
    }
    Matcher path = TEMPLATE.matcher(template.strip());
    if (!path.matches()) {
      return Optional.empty();
    }
    StringBuilder pointer = new StringBuilder();
    Matcher step = STEP.matcher(path.group(1));
    while (step.find()) {
      String name = step.group(1) == null ? step.group(2) : step.group(1);
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return Optional.of(pointer.toString());
  }

  private static String text(JsonNode config, String name, String brief) {
    String text = config.path(name).asText();
    return text.isEmpty() ? config.path(brief).asText() : text;
  }
}
