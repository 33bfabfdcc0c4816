package wuchang.app.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import wuchang.domain.Language;

/** What differs from field to field of a panel: limits, links, words and colours. */
record OverridesJson(Map<String, Object> source, Language language) {
  void write(ArrayNode overrides) {
    if (source.containsKey("limits")) {
      dashed(overrides);
    }
    if (source.containsKey("links")) {
      linked(overrides, String.valueOf(source.get("links")));
    }
    if ("table".equals(source.get("panel")) && "words".equals(source.get("mappings"))) {
      property(field(overrides, Sources.word("severity", language)), "custom.cellOptions")
          .putObject("value")
          .put("type", "color-text");
    }
    if (source.containsKey("series")) {
      Sources.list(source.get("series")).forEach(word -> named(overrides, String.valueOf(word)));
    }
  }

  private void dashed(ArrayNode overrides) {
    String limit = "/^" + Sources.word("limit", language) + " /";
    ArrayNode properties = matching(overrides, "byRegexp", limit);
    property(properties, "custom.lineStyle").putObject("value").put("fill", "dash");
    fixed(properties, "red");
    property(properties, "custom.spanNulls").put("value", true);
  }

  /** Every cell of a row leads to what the row is about; the id itself is not shown. */
  private void linked(ArrayNode overrides, String to) {
    boolean alert = to.equals("alert");
    property(matching(overrides, "byRegexp", "/.*/"), "links")
        .putArray("value")
        .addObject()
        .put("title", Sources.word(alert ? "open_alert" : "open_device", language))
        .put("url", "${page}" + (alert ? "/alerts/" : "/#device/") + "${__data.fields.id}")
        .put("targetBlank", true);
    // The first is how Grafana says it up to 12.1, the second since.
    ArrayNode id = field(overrides, "id");
    property(id, "custom.hidden").put("value", true);
    property(id, "custom.hideFrom.viz").put("value", true);
  }

  /** A series that is called by its code in the data. */
  private void named(ArrayNode overrides, String word) {
    ArrayNode properties = field(overrides, word);
    property(properties, "displayName").put("value", Sources.word(word, language));
    int severity = FieldsJson.SEVERITIES.indexOf(word);
    if (severity >= 0) {
      fixed(properties, FieldsJson.COLOURS.get(severity));
    }
  }

  private static void fixed(ArrayNode properties, String colour) {
    ObjectNode value = property(properties, "color").putObject("value");
    value.put("mode", "fixed").put("fixedColor", colour);
  }

  private static ArrayNode field(ArrayNode overrides, String name) {
    return matching(overrides, "byName", name);
  }

  private static ArrayNode matching(ArrayNode overrides, String id, String options) {
    ObjectNode override = overrides.addObject();
    override.putObject("matcher").put("id", id).put("options", options);
    return override.putArray("properties");
  }

  private static ObjectNode property(ArrayNode properties, String id) {
    return properties.addObject().put("id", id);
  }
}
