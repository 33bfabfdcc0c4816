package wuchang.app.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wuchang.domain.Language;

/** How the values of a panel are shown: unit, colours, names. */
final class FieldsJson {
  static final List<String> SEVERITIES = List.of("fine", "notice", "warning", "major", "critical");
  static final List<String> COLOURS = List.of("green", "blue", "yellow", "orange", "red");
  private static final List<String> STATES =
      List.of("open", "acknowledged", "resolved", "closed", "false_alarm", "suppressed");

  private final Map<String, Object> source;
  private final Language language;

  FieldsJson(Map<String, Object> source, Language language) {
    this.source = source;
    this.language = language;
  }

  void write(ObjectNode config) {
    ObjectNode defaults = config.putObject("defaults");
    String unit = String.valueOf(source.getOrDefault("unit", "short"));
    defaults.put(
        "unit", source.containsKey("custom-unit") ? "suffix: " + source.get("custom-unit") : unit);
    for (String key : List.of("decimals", "min", "max")) {
      if (source.get(key) instanceof Number number) {
        defaults.put(key, number.doubleValue());
      }
    }
    thresholds(defaults.putObject("thresholds"));
    mappings(defaults.putArray("mappings"));
    defaults.putObject("color").put("mode", isChart() ? "palette-classic" : "thresholds");
    if (isChart()) {
      drawn(defaults.putObject("custom"));
    }
    new OverridesJson(source, language).write(config.putArray("overrides"));
  }

  private boolean isChart() {
    return List.of("timeseries", "bars").contains(String.valueOf(source.get("panel")));
  }

  private void thresholds(ObjectNode thresholds) {
    thresholds.put("mode", "absolute");
    ArrayNode steps = thresholds.putArray("steps");
    if ("severity".equals(source.get("mappings"))) {
      for (int i = 0; i < COLOURS.size(); i++) {
        step(steps, COLOURS.get(i), i == 0 ? null : i);
      }
    } else if (source.containsKey("steps")) {
      for (Object each : Sources.list(source.get("steps"))) {
        List<Object> pair = Sources.list(each);
        step(steps, String.valueOf(pair.get(0)), (Number) pair.get(1));
      }
    } else {
      step(steps, "green", null);
    }
  }

  private static void step(ArrayNode steps, String colour, Number from) {
    ObjectNode step = steps.addObject().put("color", colour);
    if (from == null) {
      step.putNull("value");
    } else {
      step.put("value", from.doubleValue());
    }
  }

  private void mappings(ArrayNode mappings) {
    Map<String, String> names = new LinkedHashMap<>();
    switch (String.valueOf(source.get("mappings"))) {
      case "severity" -> {
        for (int i = 0; i < SEVERITIES.size(); i++) {
          names.put(String.valueOf(i), SEVERITIES.get(i));
        }
      }
      case "up" -> {
        names.put("0", "down");
        names.put("1", "up");
      }
      case "words" -> Sources.allWords().keySet().forEach(word -> names.put(word, word));
      default -> {
        return;
      }
    }
    ObjectNode mapping = mappings.addObject().put("type", "value");
    ObjectNode options = mapping.putObject("options");
    names.forEach(
        (value, word) -> {
          ObjectNode option = options.putObject(value).put("text", Sources.word(word, language));
          int severity = SEVERITIES.indexOf(word);
          if (severity > 0) {
            option.put("color", COLOURS.get(severity));
          } else if (STATES.contains(word)) {
            option.put("color", "text");
          }
        });
  }

  private void drawn(ObjectNode custom) {
    boolean bars = "bars".equals(source.get("panel"));
    custom.put("drawStyle", bars ? "bars" : "line").put("lineWidth", 1);
    custom.put("fillOpacity", bars ? 60 : 0).put("showPoints", "never").put("spanNulls", false);
    custom
        .putObject("stacking")
        .put("mode", Boolean.TRUE.equals(source.get("stack")) ? "normal" : "none");
  }
}
