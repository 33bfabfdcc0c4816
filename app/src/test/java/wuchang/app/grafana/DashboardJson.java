package wuchang.app.grafana;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import wuchang.domain.Language;

/** One dashboard in one language, in the classic schema that Grafana 11 and 12 import. */
final class DashboardJson {
  static final String DATABASE = "wuchang-db";
  static final String METRICS = "wuchang-metrics";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SCHEMA = 39;
  private static final int WIDTH = 24;

  private final Map<String, Object> source;
  private final Language language;
  private final ObjectNode root = JSON.createObjectNode();

  private DashboardJson(Map<String, Object> source, Language language) {
    this.source = source;
    this.language = language;
  }

  static ObjectNode of(Map<String, Object> source, Language language) {
    return new DashboardJson(source, language).write();
  }

  private ObjectNode write() {
    String id = String.valueOf(source.get("id"));
    root.put("uid", "wuchang-" + id + "-" + language.code());
    root.put("title", Sources.in(source.get("title"), language));
    root.put("description", Sources.in(source.get("about"), language));
    root.put("schemaVersion", SCHEMA).put("version", 1).put("editable", false);
    root.put("graphTooltip", 1).put("timezone", "browser").put("refresh", "1m");
    root.putObject("time").put("from", "now-7d").put("to", "now");
    root.putArray("tags").add("wuchang").add("wuchang-" + language.code());
    root.putArray("links")
        .addObject()
        .put("type", "dashboards")
        .put("asDropdown", true)
        .put("includeVars", true)
        .put("keepTime", true)
        .put("title", Sources.word("dashboards", language))
        .put("icon", "external link")
        .put("tooltip", "")
        .put("url", "")
        .put("targetBlank", false)
        .putArray("tags")
        .add("wuchang-" + language.code());
    new Annotations(language).write(root.putObject("annotations").putArray("list"), hasSite());
    ArrayNode variables = root.putObject("templating").putArray("list");
    new Variables(language).write(variables, source.get("kinds"));
    panels(root.putArray("panels"));
    return root;
  }

  /** Whether it is about the site and not about the system itself. */
  private boolean hasSite() {
    return !"none".equals(source.get("kinds"));
  }

  private void panels(ArrayNode panels) {
    int x = 0;
    int y = 0;
    int tallest = 0;
    int id = 1;
    for (Object each : Sources.list(source.get("panels"))) {
      Map<String, Object> brief = Sources.map(each);
      boolean row = brief.containsKey("row");
      int width = row ? WIDTH : size(brief, 0);
      int height = row ? 1 : size(brief, 1);
      if (x + width > WIDTH) {
        x = 0;
        y += tallest;
        tallest = 0;
      }
      ObjectNode panel = new PanelJson(brief, language).write(panels.addObject());
      panel.put("id", id++);
      panel.putObject("gridPos").put("x", x).put("y", y).put("w", width).put("h", height);
      x += width;
      tallest = Math.max(tallest, height);
    }
  }

  private static int size(Map<String, Object> panel, int side) {
    List<Object> size = Sources.list(panel.get("size"));
    return ((Number) size.get(side)).intValue();
  }
}
